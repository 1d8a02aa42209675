import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { repository } from '../support/git.ts';
import { finished, isBuilt, run, serving } from '../support/greffe.ts';
import { askOnce } from '../support/served.ts';

describe.skipIf(!isBuilt)('greffe serve', () => {
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

  test('writes a JSON value for each request, and for the rest, when told to', async () => {
    const wiki = await repository({ 'index.md': '# Bienvenue', 'greffe.yml': 'licence: [\n' });
    const { port, said } = await serving(wiki.path, ['--log', 'json']);
    await askOnce(port, '/nowhere', { headers: { 'x-request-id': 'proxy-7' } });
    const lines = () =>
      said()
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
    await expect
      .poll(lines)
      .toContainEqual(
        expect.objectContaining({ level: 'info', id: 'proxy-7', target: '/nowhere', status: 404 }),
      );
    expect(lines()[0]).toMatchObject({ level: 'info', message: expect.stringMatching(/^Serving /) });
    expect(lines()[1]).toMatchObject({ level: 'warn', message: expect.stringMatching(/^greffe\.yml, line/) });
  });

  test('refuses a form of log that it does not know', async () => {
    const { code, said } = await finished(['serve', '.', '--log', 'xml']);
    expect(said).toBe('greffe: There is no log of the form "xml". --log takes text or json.\n');
    expect(code).toBe(2);
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

  test('serves what it last had of a URL that no longer answers', async () => {
    const wiki = await repository({ 'index.md': '# Bienvenue' });
    const { child, ended, data } = await serving(`file://${wiki.path}`);
    child.kill('SIGTERM');
    await ended;
    await rename(wiki.path, `${wiki.path}.away`);
    const again = await serving(`file://${wiki.path}`, ['--data', data]);
    expect((await again.get('/')).text).toContain('Bienvenue');
    expect(again.said()).toContain('cannot be fetched');
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
