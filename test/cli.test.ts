import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from './support/folder.ts';
import { gitEnvironment, repository } from './support/git.ts';
import { askOnce } from './support/served.ts';

const greffe = fileURLToPath(new URL('../bin/greffe', import.meta.url));
const built = existsSync(fileURLToPath(new URL('../dist/main.js', import.meta.url)));

interface Running {
  readonly child: ChildProcess;
  /** What it has written until now. */
  said(): string;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;
}

interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

function run(args: readonly string[], { cwd, env = {} }: RunOptions = {}): Running {
  const child = spawn(greffe, args, { cwd, env: { ...gitEnvironment, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, said: () => said, ended };
}

async function finished(args: readonly string[], options?: RunOptions) {
  const running = run(args, options);
  const code = await running.ended;
  return { code, said: running.said() };
}

/** A server of its own data folder, once it says where it serves. */
async function serving(location: string, args: readonly string[] = [], options?: RunOptions) {
  const data = await temporaryFolder('data');
  const running = run(['serve', location, '--port', '0', '--data', data, ...args], options);
  await expect.poll(running.said, { timeout: 10_000, interval: 20 }).toMatch(/ at http:\/\/localhost:\d+\n/);
  const port = Number(/:(\d+)\n/.exec(running.said())?.[1]);
  return { ...running, data, port, get: (path: string) => askOnce(port, path) };
}

describe.skipIf(!built)('greffe', () => {
  test('says what it can do', async () => {
    for (const args of [['--help'], ['-h'], ['help']]) {
      const { code, said } = await finished(args);
      expect(code).toBe(0);
      for (const command of ['serve', 'index', 'doctor'])
        expect(said).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    }
  });

  test('says its version', async () => {
    expect(await finished(['--version'])).toEqual({
      code: 0,
      said: expect.stringMatching(/^greffe \d+\.\d+\.\d+\n$/),
    });
  });

  test.each(['serve', 'index', 'doctor'])('%s says how it is used, with its exit codes', async (command) => {
    const { code, said } = await finished([command, '--help']);
    expect(code).toBe(0);
    expect(said).toMatch(new RegExp(`^Usage: greffe ${command} \\[REPOSITORY\\]`));
    expect(said).toContain('Exit codes:');
    for (const line of said.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  });

  test.each([
    [['publish'], 'There is no command "publish". See greffe --help.'],
    [['serve', '--prot', '80'], "Unknown option '--prot'. See greffe serve --help."],
    [['serve', 'a', 'b'], 'greffe serve does not know what to do with b. See greffe serve --help.'],
    [['serve', '--port', 'eighty'], '"eighty" is not a port. A port is a number from 0 to 65535.'],
    [['serve', '--port', '65536'], '"65536" is not a port. A port is a number from 0 to 65535.'],
    [['serve', '--port', ''], '"" is not a port. A port is a number from 0 to 65535.'],
    [['index', '--port', '80'], "Unknown option '--port'. See greffe index --help."],
    [['serve', '--data'], '--data'],
  ])('%j is not understood', async (args, message) => {
    const { code, said } = await finished(args);
    expect(said).toContain(message);
    expect(said).toMatch(/^greffe: [^\n]+\n$/);
    expect(code).toBe(2);
  });

  test('without a command shows what there is, and is not understood', async () => {
    const { code, said } = await finished([]);
    expect(said).toContain('Usage: greffe COMMAND');
    expect(code).toBe(2);
  });

  test('runs through a symbolic link, from any folder', async () => {
    const folder = await temporaryFolder();
    await symlink(greffe, join(folder, 'greffe'));
    const child = spawn(join(folder, 'greffe'), ['--version'], { cwd: '/' });
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  });
});

describe.skipIf(!built)('what cannot be served is said in a sentence, with what to do:', () => {
  test('nothing there', async () => {
    const { code, said } = await finished(['serve', '/nowhere/at/all', '--data', await temporaryFolder()]);
    expect(said).toBe(
      'greffe: There is nothing at /nowhere/at/all. Name a repository, a folder, or a URL to clone.\n',
    );
    expect(code).toBe(1);
  });

  test('a file', async () => {
    const file = join(await temporaryFolder(), 'file.md');
    await writeFile(file, '# A');
    const { code, said } = await finished(['serve', file, '--data', await temporaryFolder()]);
    expect(said).toBe(`greffe: ${file} is not a folder. Name a repository, a folder, or a URL to clone.\n`);
    expect(code).toBe(2);
  });

  test('a damaged repository', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, '.git'));
    const { code, said } = await finished(['serve', folder, '--data', await temporaryFolder()]);
    expect(said).toMatch(
      /^greffe: .* looks like a Git repository and is not one that git can read\. [^\n]+\n$/,
    );
    expect(code).toBe(2);
  });

  test('a URL where nothing answers', async () => {
    const url = 'file:///nowhere/wiki.git';
    const { code, said } = await finished(['serve', url, '--data', await temporaryFolder()]);
    expect(said).toMatch(/^greffe: file:\/\/\/nowhere\/wiki\.git cannot be fetched: [^\n]+\n$/);
    expect(code).toBe(1);
  });

  test('a port that is taken', async () => {
    const wiki = await repository({ 'index.md': '# A' });
    const other = createServer().listen(0, 'localhost');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const args = ['serve', wiki.path, '--port', String(port), '--data', await temporaryFolder()];
    const { code, said } = await finished(args);
    other.close();
    expect(said).toBe(
      `greffe: Something else listens on port ${port} already. Choose another one with --port.\n`,
    );
    expect(code).toBe(1);
  });

  test('a host that is not of this machine', async () => {
    const wiki = await repository({ 'index.md': '# A' });
    const args = [
      'serve',
      wiki.path,
      '--host',
      '192.0.2.1',
      '--port',
      '0',
      '--data',
      await temporaryFolder(),
    ];
    const { code, said } = await finished(args);
    expect(said).toMatch(/^greffe: Cannot listen on 192\.0\.2\.1:0 \(\w+\)\. [^\n]+\n$/);
    expect(code).toBe(1);
  });

  test('a data folder that cannot be made', async () => {
    const wiki = await repository({ 'index.md': '# A' });
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    const { code, said } = await finished(['serve', wiki.path, '--port', '0', '--data', join(file, 'data')]);
    expect(said).toMatch(
      /^greffe: The data folder .* cannot be made \(\w+\)\. Name another one with --data\.\n$/,
    );
    expect(code).toBe(1);
  });

  test('a data folder that another server has', async () => {
    const wiki = await repository({ 'index.md': '# A' });
    const { data, get } = await serving(wiki.path);
    const { code, said } = await finished(['serve', wiki.path, '--port', '0', '--data', data]);
    expect(said).toMatch(/^greffe: Another greffe serves from this data folder\. [^\n]+--data\.\n$/);
    expect(code).toBe(1);
    expect((await get('/')).status).toBe(200);
  });

  test('settings of the operator’s with a fault, at its line', async () => {
    const wiki = await repository({ 'index.md': '# A' });
    const config = join(await temporaryFolder(), 'wiki.yml');
    await writeFile(config, 'title: Wiki\nlanguages: [fr]\ncolour: red\n');
    const { code, said } = await finished([
      'serve',
      wiki.path,
      '--config',
      config,
      '--data',
      await temporaryFolder(),
    ]);
    expect(said).toContain(`${config}, line 3:`);
    expect(said).toContain('colour');
    expect(code).toBe(2);
  });

  test('settings of the operator’s that are not there', async () => {
    const wiki = await repository({ 'index.md': '# A' });
    const { code, said } = await finished([
      'serve',
      wiki.path,
      '--config',
      '/nowhere.yml',
      '--data',
      await temporaryFolder(),
    ]);
    expect(said).toBe(
      'greffe: The settings file /nowhere.yml cannot be read. Name one that exists with --config.\n',
    );
    expect(code).toBe(2);
  });

  test('a database that does not answer, without its password', async () => {
    const wiki = await repository({ 'index.md': '# A' });
    const env = { GREFFE_DATABASE_URL: 'postgres://user:secret@127.0.0.1:1/wiki' };
    const { code, said } = await finished(['serve', wiki.path, '--data', await temporaryFolder()], { env });
    expect(said).toMatch(/^greffe: PostgreSQL at 127\.0\.0\.1:1 does not answer/);
    expect(said).not.toContain('secret');
    expect(code).toBe(1);
  });
});

describe.skipIf(!built)('greffe serve', () => {
  test('shows a bare repository, and what is pushed to it', async () => {
    const wiki = await repository({ 'index.md': '# Bienvenue' });
    const { said, get } = await serving(wiki.path);
    expect(said()).toMatch(/^Serving Bienvenue at http:\/\/localhost:\d+\n$/);
    expect((await get('/')).text).toContain('Bienvenue');
    await wiki.commit('x', { 'index.md': '# Rebonjour' });
    await expect.poll(async () => (await get('/')).text, { timeout: 5_000 }).toContain('Rebonjour');
  });

  test('shows the working copy it is started in', async () => {
    const wiki = await repository({ 'index.md': '# Bienvenue' });
    const { get } = await serving('.', [], { cwd: await wiki.workingCopy() });
    expect((await get('/')).text).toContain('Bienvenue');
  });

  test('shows an empty repository, and its first page', async () => {
    const wiki = await repository();
    const { get } = await serving(wiki.path);
    expect((await get('/')).status).toBe(200);
    await wiki.commit('Première', { 'index.md': '# Bienvenue' });
    await expect.poll(async () => (await get('/')).text, { timeout: 5_000 }).toContain('Bienvenue');
  });

  test('shows a plain folder, and what is changed in it', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'index.md'), '# Bienvenue');
    const { get } = await serving(folder);
    expect((await get('/')).text).toContain('Bienvenue');
    await writeFile(join(folder, 'autre.md'), '# Autre');
    await expect.poll(async () => (await get('/autre')).status, { timeout: 8_000 }).toBe(200);
    expect(existsSync(join(folder, '.git'))).toBe(false);
  });

  test('clones a URL, and fetches it when told', async () => {
    const wiki = await repository({ 'index.md': '# Bienvenue' });
    const env = { GREFFE_HOOK_TOKEN: 'secret' };
    const { port, get } = await serving(`file://${wiki.path}`, [], { env });
    expect((await get('/')).text).toContain('Bienvenue');
    await wiki.commit('x', { 'index.md': '# Rebonjour' });
    const headers = { authorization: 'Bearer secret' };
    expect((await askOnce(port, '/-/hooks/fetch', { method: 'POST', headers })).text).toBe('updated\n');
    expect((await get('/')).text).toContain('Rebonjour');
  });

  test('obeys the operator’s settings before the repository’s', async () => {
    const wiki = await repository({ 'greffe.yml': 'title: Du dépôt\n', 'index.md': '# A' });
    const config = join(await temporaryFolder(), 'wiki.yml');
    await writeFile(config, 'title: De l’opérateur\n');
    const { said } = await serving(wiki.path, ['--config', config]);
    expect(said()).toContain('Serving De l’opérateur at');
  });

  test('says the faults of the repository’s settings, and serves', async () => {
    const wiki = await repository({ 'greffe.yml': 'title: Bon\n', 'index.md': '# A' });
    await wiki.commit('Faute', { 'greffe.yml': 'title: Bon\ntheme: { accent: red }\n' });
    const { said, get } = await serving(wiki.path);
    await expect.poll(said).toContain('greffe: greffe.yml, line 2: theme.accent');
    expect((await get('/')).status).toBe(200);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'stops cleanly on %s while requests are under way',
    async (signal) => {
      const wiki = await repository({ 'index.md': '# A', 'grand.txt': 'x'.repeat(17 * 1024 * 1024) });
      const { child, ended, port, said } = await serving(wiki.path);
      const requests = Array.from({ length: 20 }, () => askOnce(port, '/grand.txt').catch((error) => error));
      await requests[0];
      child.kill(signal);
      expect(await ended).toBe(0);
      await Promise.all(requests);
      expect(said()).not.toMatch(/error|at .*\.js/i);
    },
  );

  test('stops soon on SIGTERM even while a client holds its connection', async () => {
    const wiki = await repository({ 'index.md': '# A' });
    const { child, ended, port } = await serving(wiki.path);
    const socket = connect(port, 'localhost').on('error', () => {});
    await new Promise((resolve) => socket.on('connect', resolve));
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n');
    const asked = performance.now();
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(performance.now() - asked).toBeLessThan(4_000);
  });

  test('stops soon on SIGTERM while its first index is being made', async () => {
    const text = 'mot '.repeat(500);
    const pages = Array.from({ length: 10_000 }, (_, n) => [`p${n}.md`, `# Page ${n}\n\n${text}`] as const);
    const wiki = await repository(Object.fromEntries(pages));
    const data = await temporaryFolder('data');
    const { child, ended, said } = run(['serve', wiki.path, '--port', '0', '--data', data]);
    const isUnderWay = () => existsSync(join(data, 'lock'));
    await expect.poll(isUnderWay, { timeout: 10_000, interval: 5 }).toBe(true);
    const asked = performance.now();
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(performance.now() - asked).toBeLessThan(2_500);
    expect(said()).toBe('');
  });

  test('takes up at once the index it left', async () => {
    const wiki = await repository({ 'index.md': '# A' });
    const { child, ended, data } = await serving(wiki.path);
    child.kill('SIGTERM');
    await ended;
    const { code, said } = await finished(['index', wiki.path, '--data', data]);
    expect(said).toBe('The index is up to date.\n');
    expect(code).toBe(0);
  });
});

describe.skipIf(!built)('greffe index', () => {
  test('makes the index, then has nothing to do', async () => {
    const wiki = await repository({ 'index.md': '# A' });
    const data = await temporaryFolder('data');
    const args = ['index', wiki.path, '--data', data];
    expect(await finished(args)).toEqual({ code: 0, said: 'The index is made.\n' });
    expect(await finished(args)).toEqual({ code: 0, said: 'The index is up to date.\n' });
    expect(await finished([...args, '--rebuild'])).toEqual({ code: 0, said: 'The index is made.\n' });
  });

  test('runs while greffe serve does, which goes on serving', async () => {
    const files = Array.from({ length: 300 }, (_, n) => [`p${n}.md`, `# Page ${n}`] as const);
    const wiki = await repository(Object.fromEntries([...files, ['index.md', '# Bienvenue']]));
    const { data, get, said } = await serving(wiki.path);
    const rebuilding = run(['index', wiki.path, '--rebuild', '--data', data]);
    let done = false;
    void rebuilding.ended.then(() => {
      done = true;
    });
    const statuses = new Set<number>();
    for (let n = 0; !done; n++) statuses.add((await get(n % 2 ? '/' : `/p${n % 300}`)).status);
    expect(await rebuilding.ended).toBe(0);
    expect([...statuses]).toEqual([200]);
    expect((await get('/p299')).text).toContain('Page 299');
    expect(said()).toMatch(/^Serving [^\n]+\n$/);
  });
});

describe.skipIf(!built)('greffe doctor', () => {
  test('finds all well, and says so', async () => {
    const wiki = await repository({ 'index.md': '# A' });
    const data = await temporaryFolder('data');
    await finished(['index', wiki.path, '--data', data]);
    const { code, said } = await finished(['doctor', wiki.path, '--data', data]);
    expect(said).not.toContain('WRONG');
    expect(said).toMatch(/^well {3}git: version 2\.\d+/m);
    expect(said).toMatch(/^well {3}data folder: .*, \d+ MB free$/m);
    expect(said).toMatch(/^well {3}repository: .*, at [0-9a-f]{10}$/m);
    expect(said).toMatch(/^well {3}index: up to date, in sqlite$/m);
    expect(code).toBe(0);
  });

  test('says what to do of a repository without a commit', async () => {
    const { code, said } = await finished([
      'doctor',
      (await repository()).path,
      '--data',
      await temporaryFolder(),
    ]);
    expect(said).toMatch(/^WRONG {2}repository: .* has no commit on its branch yet\. Commit a page/m);
    expect(code).toBe(1);
  });

  test('says what to do of a path where there is nothing', async () => {
    const { code, said } = await finished(['doctor', '/nowhere', '--data', await temporaryFolder()]);
    expect(said).toContain('WRONG  wiki: There is nothing at /nowhere. Name a repository');
    expect(code).toBe(1);
  });

  test('sees that the index is behind', async () => {
    const wiki = await repository({ 'index.md': '# A' });
    const data = await temporaryFolder('data');
    await finished(['index', wiki.path, '--data', data]);
    await wiki.commit('x', { 'index.md': '# B' });
    const { code, said } = await finished(['doctor', wiki.path, '--data', data]);
    expect(said).toMatch(/^WRONG {2}index: at [0-9a-f]{10}, behind the repository\. /m);
    expect(code).toBe(1);
  });

  test('sees the faults of the settings', async () => {
    const wiki = await repository({ 'greffe.yml': 'licence: [\n', 'index.md': '# A' });
    const data = await temporaryFolder('data');
    await finished(['index', wiki.path, '--data', data]);
    const { code, said } = await finished(['doctor', wiki.path, '--data', data]);
    expect(said).toMatch(/^WRONG {2}greffe\.yml, line \d: /m);
    expect(code).toBe(1);
  });
});
