import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { falseHeritage } from '../support/false-heritage.ts';
import { temporaryFolder } from '../support/folder.ts';
import { git, repository } from '../support/git.ts';
import { finished, isBuilt, serving } from '../support/greffe.ts';
import { hasRealCode, realCode } from '../support/real-wiki.ts';

async function place() {
  const { path } = await repository({ 'index.md': '# Accueil' });
  const folder = await temporaryFolder('register');
  const data = join(folder, 'data');
  return {
    data,
    register: (...args: string[]) => finished(['register', ...args, '--wiki', path, '--data', data]),
    archive: (url: string, ...args: string[]) =>
      finished(['register', 'archive', ...args, '--wiki', path, '--data', data], {
        env: { GREFFE_ARCHIVE_URL: url },
      }),
    async file(name: string, content: string) {
      await writeFile(join(folder, name), content);
      return join(folder, name);
    },
  };
}

describe.skipIf(!isBuilt)('greffe register', () => {
  test('imports a list of addresses, and says what it passed over', async () => {
    const { register, file } = await place();
    const list = await file('list.txt', 'https://gitlab.example/exemple/outil\nnot an address\n');
    const { said, code } = await register('import', list);
    expect(code).toBe(0);
    expect(said).toMatch('1 repositories added');
    expect(said).toMatch('passed over, without the address of a repository or an account: 2.');
  });

  test('a file that is no catalogue is refused, and nothing of the others is left', async () => {
    const { register, file } = await place();
    const good = await file('good.txt', 'https://gitlab.example/exemple/outil\n');
    const { said, code } = await register('import', good, await file('bad.csv', 'colour\nred\n'));
    expect([code, said]).toEqual([2, expect.stringMatching(/bad\.csv is not a catalogue that can be read/)]);
    expect((await register('import', good)).said).toMatch('1 repositories added');
  });

  test('a server shows what a push says of organisations, without a harvest', async () => {
    const wiki = await repository({
      'index.md': '# Accueil',
      'greffe.yml': 'register: { accounts: comptes.yml, organisations: orgs.yml }\n',
      'comptes.yml': 'gitlab.example: { forge: gitlab, owners: { exemple: { pso_id: ville } } }\n',
      'orgs.yml': 'ville: La Ville\n',
    });
    const site = await serving(wiki.path);
    const list = join(await temporaryFolder('lists'), 'list.txt');
    await writeFile(list, 'https://gitlab.example/exemple/outil\n');
    const imported = await finished(['register', 'import', list, '--wiki', wiki.path, '--data', site.data]);
    expect(imported.said).toMatch('1 repositories added');
    const shown = async () => (await site.get('/-/code/organisations')).text;
    await expect.poll(shown).toContain('La Ville');
    await wiki.commit('Un autre nom', { 'orgs.yml': 'ville: La Grande Ville\n' });
    await expect.poll(shown).toContain('La Grande Ville');
  });

  test('archive says what Software Heritage has, and when it wants to be asked again', async () => {
    const { register, file, archive } = await place();
    const list = ['un', 'deux'].map((name) => `https://github.com/ville-exemple/${name}`);
    await register('import', await file('list.txt', list.join('\n')));
    const heritage = await falseHeritage();
    heritage.snapshots.set(list[0] as string, 'a'.repeat(40));
    heritage.headers = { 'x-ratelimit-remaining': '9' };
    const first = await archive(heritage.origin, '--save');
    expect([first.code, first.said]).toEqual([
      0,
      expect.stringMatching('1 archived, 1 not, 1 requests to save accepted, 0 left'),
    ]);
    expect((await archive(heritage.origin)).said).toMatch('0 archived, 0 not, 0 left, nothing new');
    expect((await archive('ftp://archive.example')).said).toMatch('GREFFE_ARCHIVE_URL is not understood.');
    expect((await archive(heritage.origin, '--limit', '0')).code).toBe(2);
  });

  test('a file that is not there is told', async () => {
    const { register } = await place();
    expect((await register('import', '/nowhere.csv')).said).toMatch('The file /nowhere.csv cannot be read.');
  });

  test.skipIf(!hasRealCode)(
    'imports what code.gouv.fr published in 2021, once',
    { timeout: 120_000 },
    async () => {
      const { register, data } = await place();
      const files = ['organizations.csv', 'repositories.csv'].map((name) => join(realCode, '2021', name));
      expect((await register('import', ...files)).said).toMatch(
        '9066 repositories added, 0 changed, 0 as before, 91 named more than once',
      );
      expect((await register('import', ...files)).said).toMatch(/9066 as before.*nothing new/);
      expect(await git(join(data, 'register.git'), ['rev-list', '--count', 'HEAD'])).toBe('2');
    },
  );
});
