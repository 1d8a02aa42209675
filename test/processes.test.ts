import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Engine, onEachEngine } from './support/engines.ts';
import { type Repository, repository } from './support/git.ts';
import { dumpIndex } from './support/index-dump.ts';
import { indexed, unindexed } from './support/wiki.ts';

/** Starts another process that indexes. */
function indexer(wiki: Repository, location: string, ...options: readonly string[]): ChildProcess {
  const program = join(import.meta.dirname, 'support', 'indexer.ts');
  const child = spawn(process.execPath, [program, wiki.path, location, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

async function ended(child: ChildProcess): Promise<number | null> {
  child.stdout?.resume();
  return child.exitCode ?? ((await once(child, 'exit')) as [number | null])[0];
}

async function placeOf(engine: Engine) {
  const place = await engine.place();
  return { place, location: place.databaseUrl ?? join(place.dataFolder, 'index.db') };
}

const pages = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`page-${n}.md`, `# Page ${n}\n\n[x](page-${n + 1}.md)\n`]),
  );

onEachEngine('an index', (engine) => {
  test('whose making was killed is the one before, and is made again', async () => {
    const { place, location } = await placeOf(engine);
    const wiki = await indexed({ 'index.md': '# Un' }, { place });
    await wiki.repository.commit('Many', pages(800));
    const child = indexer(wiki.repository, location);
    await once(child.stdout as NodeJS.ReadableStream, 'data');
    child.kill('SIGKILL');
    await ended(child);
    expect(await wiki.find('/')).toBe('page index.md for en');
    expect(await wiki.find('/page-1')).toBe('missing');
    expect(await wiki.update()).toBe(true);
    const made = await indexed(wiki.repository);
    expect(await dumpIndex(wiki.database)).toEqual(await dumpIndex(made.database));
  });

  test('that several processes make at once is made whole', async () => {
    const { place, location } = await placeOf(engine);
    const wiki = await unindexed(await repository(pages(200)), { place });
    const others = [indexer(wiki.repository, location), indexer(wiki.repository, location, 'rebuild')];
    await wiki.update();
    expect(await wiki.find('/page-1')).toBe('page page-1.md for en');
    expect(await Promise.all(others.map(ended))).toEqual([0, 0]);
    const made = await indexed(wiki.repository);
    expect(await dumpIndex(wiki.database)).toEqual(await dumpIndex(made.database));
  });
});
