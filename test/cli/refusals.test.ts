import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { repository } from '../support/git.ts';
import { finished, isBuilt, serving } from '../support/greffe.ts';

describe.skipIf(!isBuilt)('what cannot be served is said in a sentence, with what to do:', () => {
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

  test.each(['/proc/greffe', '/proc/greffe/data'])(
    'a data folder where nothing can be made: %s',
    async (data) => {
      const wiki = await repository({ 'index.md': '# A' });
      for (const command of ['index', 'check']) {
        const { code, said } = await finished([command, wiki.path, '--data', data]);
        expect(said).toMatch(
          /^greffe: The data folder \/proc\/greffe.* cannot be made \(ENOENT\)\. [^\n]+\n$/,
        );
        expect(code).not.toBe(0);
      }
    },
  );

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
