import { spawn } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Engine, onEachEngine } from '../../test/support/engines.ts';
import { temporaryFolder } from '../../test/support/folder.ts';
import { Unavailable } from '../config/errors.ts';
import { type Database, openDatabase } from './database.ts';
import { addFiles, addFolders, filesIn, foldersIn } from './files.ts';
import { departuresFrom } from './history.ts';
import type { FileTable } from './schema.ts';
import { generation, saveWikiState } from './wiki-state.ts';

async function locationOf(engine: Engine): Promise<string> {
  const { dataFolder, databaseUrl } = await engine.place();
  return databaseUrl ?? join(dataFolder, 'index.db');
}

async function open(location: string): Promise<Database> {
  const database = await openDatabase(location);
  onTestFinished(() => database.close());
  return database;
}

const file = (path: string, more: Partial<FileTable> = {}): FileTable => ({
  path,
  folder: '',
  folded: path,
  mode: '100644',
  oid: '1',
  size: 1,
  width: null,
  height: null,
  ...more,
});

const state = (generation: number) => ({ source: 's', commit_id: '1', generation, format: 1, site: '{}' });

onEachEngine('the database', (engine) => {
  test('orders paths byte by byte', async () => {
    const database = await open(await locationOf(engine));
    const paths = [
      'Z.md',
      'a.md',
      'é.md',
      'e\u0301.md',
      'a',
      'a.b',
      'a/b'.replace('/', '-'),
      '😀',
      '\uefe9',
      '~',
    ];
    await database.write((writer) =>
      addFiles(
        writer,
        paths.map((path) => file(path)),
      ),
    );
    const bytewise = [...paths].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect((await filesIn(database.reader, '')).map(({ path }) => path)).toEqual(bytewise);
  });

  test('tells apart names that differ by case, by accent or by Unicode form', async () => {
    const database = await open(await locationOf(engine));
    const paths = ['faq.md', 'FAQ.md', 'été', 'ete', 'été'.normalize('NFD'), 'faq.md '];
    await database.write((writer) =>
      addFiles(
        writer,
        paths.map((path) => file(path)),
      ),
    );
    expect(await filesIn(database.reader, '')).toHaveLength(paths.length);
  });

  test('keeps sizes and times beyond 32 bits, and gives them as numbers', async () => {
    const database = await open(await locationOf(engine));
    const size = 5 * 1024 ** 4;
    await database.write((writer) => addFiles(writer, [file('big', { size }), file('none', { size: null })]));
    expect((await filesIn(database.reader, '')).map((row) => row.size)).toEqual([size, null]);
  });

  test('finds what departed from a folder and not from one that begins alike', async () => {
    const database = await open(await locationOf(engine));
    const change = (seq: number, old_path: string) =>
      ({ seq, path: `new${seq}`, kind: 'renamed', old_path, oid: '1', edited: 0 }) as const;
    await database.write(async (writer) => {
      const rows = [
        change(1, 'a/x'),
        change(2, 'a-b/x'),
        change(3, 'a0'),
        change(4, 'a/é'),
        change(5, 'A/x'),
      ];
      await writer.insertInto('change').values(rows).execute();
    });
    const rows = await departuresFrom(database.reader, 'a', 10);
    expect(rows.map((row) => row.old_path)).toEqual(['a/é', 'a/x']);
  });

  test('writes more rows at once than a statement takes', async () => {
    const database = await open(await locationOf(engine));
    const folders = Array.from({ length: 1_001 }, (_, n) => ({ path: `f${n}`, parent: '' }));
    await database.write(async (writer) => {
      await addFolders(writer, folders);
      await addFolders(writer, folders);
    });
    expect(await foldersIn(database.reader, '')).toHaveLength(1_001);
  });

  test('shows readers the state before until all is written, and that state when it fails', async () => {
    const database = await open(await locationOf(engine));
    await database.write((writer) => saveWikiState(writer, state(1)));
    const writing = database.write(async (writer) => {
      await saveWikiState(writer, state(2));
      expect(await generation(database.reader)).toBe(1);
      throw new Error('stopped');
    });
    await expect(writing).rejects.toThrow('stopped');
    expect(await generation(database.reader)).toBe(1);
    await database.write((writer) => saveWikiState(writer, state(3)));
    expect(await generation(database.reader)).toBe(3);
  });

  test('lets one write at a time, the others wait', async () => {
    const location = await locationOf(engine);
    const databases = await Promise.all([open(location), open(location), open(location)]);
    const add = (database: Database) =>
      database.write(async (writer) => {
        const before = await generation(writer);
        await new Promise((resolve) => setTimeout(resolve, 10));
        await saveWikiState(writer, state(before + 1));
      });
    await Promise.all([...databases, ...databases].map(add));
    expect(await generation((databases[0] as Database).reader)).toBe(6);
  });

  test('opened by several at once for the first time is made once', async () => {
    const location = await locationOf(engine);
    const databases = await Promise.all(Array.from({ length: 5 }, () => open(location)));
    for (const { reader } of databases) expect(await generation(reader)).toBe(0);
  });
});

describe('the database on SQLite', () => {
  const place = async () => join(await temporaryFolder('data'), 'index.db');

  test('does not hold up this process while another writes', async () => {
    const location = await place();
    const database = await open(location);
    const other = spawn(process.execPath, ['--input-type=module', '-e', holder(location)], { stdio: 'pipe' });
    onTestFinished(() => {
      other.kill('SIGKILL');
    });
    await new Promise((resolve) => other.stdout.once('data', resolve));
    let written = false;
    const writing = database
      .write((writer) => saveWikiState(writer, state(1)))
      .then(() => {
        written = true;
      });
    const began = performance.now();
    expect(await generation(database.reader)).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(written).toBe(false);
    other.stdin.end();
    await writing;
    expect(await generation(database.reader)).toBe(1);
  });

  test('tells that there is no room left, and keeps what it had', async () => {
    const location = await place();
    const database = await open(location);
    await database.write((writer) => saveWikiState(writer, state(1)));
    await database.write((writer) => sql`pragma max_page_count = 120`.execute(writer));
    const filling = database.write(async (writer) => {
      await saveWikiState(writer, state(2));
      for (let n = 0; n < 1_000; n++) await addFiles(writer, [file('x'.repeat(1_000) + n)]);
    });
    await expect(filling).rejects.toThrow(Unavailable);
    await expect(filling).rejects.toThrow(`There is no room left for the index ${location}.`);
    expect(await generation(database.reader)).toBe(1);
    await database.write((writer) => saveWikiState(writer, state(3)));
    expect(await generation(database.reader)).toBe(3);
  });

  test('refuses a file that is something else, and says what to do', async () => {
    const location = await place();
    await writeFile(location, 'This is not a database.\n'.repeat(200));
    await expect(openDatabase(location)).rejects.toMatchObject({
      name: 'Unavailable',
      message: `${location} is not an index.`,
      remedy: 'Delete it, or choose another folder with --data.',
    });
  });

  test('says where it cannot be opened', async () => {
    await expect(openDatabase('/nowhere/index.db')).rejects.toThrow(Unavailable);
  });

  test.skipIf(process.getuid?.() === 0)('tells that it can only be read', async () => {
    const location = await place();
    await (await openDatabase(location)).close();
    await chmod(location, 0o400);
    await expect(openDatabase(location)).rejects.toThrow(Unavailable);
  });
});

onEachEngine('a server of databases', (engine) => {
  test.skipIf(engine.name === 'sqlite')(
    'that ends a connection nobody uses is connected to again',
    async () => {
      const location = await locationOf(engine);
      const database = await open(location);
      expect(await generation(database.reader)).toBe(0);
      const name = new URL(location).pathname.slice(1);
      const other = await open(await locationOf(engine));
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`.execute(
        other.reader,
      );
      await expect.poll(() => generation(database.reader), { timeout: 5_000 }).toBe(0);
    },
  );
});

test('a PostgreSQL that is not there is told', async () => {
  await expect(openDatabase('postgresql://nobody@127.0.0.1:1/none')).rejects.toMatchObject({
    name: 'Unavailable',
    message: 'PostgreSQL at 127.0.0.1:1 does not answer.',
  });
});

/** A program that holds the right to write until its standard input ends. */
function holder(location: string): string {
  const module = pathToFileURL(join(import.meta.dirname, 'database.ts')).href;
  return `
    import { openDatabase } from '${module}';
    const database = await openDatabase(${JSON.stringify(location)});
    await database.write(async () => {
      console.log('writing');
      await new Promise((resolve) => process.stdin.on('end', resolve).resume());
    });
    await database.close();
  `;
}
