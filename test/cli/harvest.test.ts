import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { falseForge } from '../support/forge.ts';
import { git, repository } from '../support/git.ts';
import { finished, isBuilt } from '../support/greffe.ts';

describe.skipIf(!isBuilt)('greffe harvest', () => {
  async function place(accounts: string | undefined) {
    const { path } = await repository({
      'index.md': '# Accueil',
      ...(accounts !== undefined && {
        'greffe.yml': 'register: { accounts: comptes.yml }\n',
        'comptes.yml': accounts,
      }),
    });
    const data = join(await temporaryFolder('harvest'), 'data');
    return (env: Record<string, string>, ...args: string[]) =>
      finished(['harvest', ...args, '--wiki', path, '--data', data], { env });
  }

  test('records what a forge says, and fails for the account that it does not know', async () => {
    const forge = await falseForge((path) => {
      if (path === '/api/v1/users/ville') return { json: { id: 1, login: 'ville' } };
      if (path !== '/api/v1/users/ville/repos') return { status: 404 };
      const one = {
        id: 2,
        name: 'outil',
        html_url: `${forge.origin}/ville/outil`,
        owner: { login: 'ville' },
      };
      return { json: [one], headers: { link: '</>; rel="first"' } };
    });
    const run = await place(`"${forge.host}": { forge: forgejo, owners: { ville: {}, autre: {} } }`);
    const { code, said } = await run({ GREFFE_HARVEST_PRIVATE: forge.origin });
    expect(said).toMatch('1 repositories added');
    expect(said).toMatch(
      `${forge.host}/autre: the forge does not know this account. If it was renamed, mend`,
    );
    expect(code).toBe(1);
    expect(
      (await run({ GREFFE_HARVEST_PRIVATE: forge.origin }, '--only', `${forge.host}/ville`)).said,
    ).toMatch('nothing new');
  });

  test('asks a forge at another address than its own, and shows its own', async () => {
    const one = (id: number) => ({
      id,
      name: `outil-${id}`,
      html_url: `https://forge.ville.example/ville/outil-${id}`,
      owner: { login: 'ville' },
    });
    const forge = await falseForge((path, query) => {
      if (path === '/api/v1/users/ville') return { json: { id: 1, login: 'ville' } };
      if (path !== '/api/v1/users/ville/repos') return { status: 404 };
      if (query.get('page') === '2') return { json: [one(2)], headers: { link: '</>; rel="first"' } };
      const next = `https://forge.ville.example${path}?limit=50&page=2`;
      return { json: [one(1)], headers: { link: `<${next}>; rel="next"` } };
    });
    const { path } = await repository({
      'greffe.yml': 'register: { accounts: comptes.yml }\n',
      'comptes.yml': 'forge.ville.example: { forge: forgejo, owners: { ville: {} } }',
    });
    const data = join(await temporaryFolder('harvest'), 'data');
    const env = { GREFFE_HARVEST_PRIVATE: `forge.ville.example=${forge.origin}` };
    const { code, said } = await finished(['harvest', '--wiki', path, '--data', data], { env });
    expect([code, said]).toEqual([0, expect.stringContaining('2 repositories added')]);
    const files = await git(join(data, 'register.git'), ['ls-tree', '-r', '--name-only', 'HEAD']);
    const accounts = files.split('\n').filter((name) => name.startsWith('organizations/'));
    const account = await git(join(data, 'register.git'), ['show', `HEAD:${accounts[0]}`]);
    expect(JSON.parse(account)).toMatchObject({ organization_url: 'https://forge.ville.example/ville' });
  });

  test('does not ask a private network', async () => {
    const forge = await falseForge(() => ({ json: {} }));
    const run = await place(
      `"127.0.0.1:${forge.host.split(':')[1]}": { forge: gitlab, owners: { ville: {} } }`,
    );
    const { code, said } = await run({});
    expect([code, forge.asked]).toEqual([1, []]);
    expect(said).toMatch('the address is not public. If it may be asked, name it in GREFFE_HARVEST_PRIVATE.');
  });

  test.each([
    ['no accounts', undefined, {}, [], 'There are no accounts to harvest.'],
    [
      'a forge that is not there',
      'a.example: { forge: gitlab, pso_id: x }',
      {},
      ['--only', 'b.example'],
      'No forge or account is b.example.',
    ],
    [
      'no token',
      'a.example: { forge: gitlab, pso_id: x }',
      { GREFFE_FORGE_TOKENS: 's3cret' },
      [],
      'GREFFE_FORGE_TOKENS is not understood.',
    ],
    [
      'no address',
      'a.example: { forge: gitlab, pso_id: x }',
      { GREFFE_HARVEST_PRIVATE: 'localhost' },
      [],
      'GREFFE_HARVEST_PRIVATE is not understood.',
    ],
    [
      'a forge of which nothing tells what it is',
      'a.example: { pso_id: x }',
      {},
      [],
      'a.example: Nothing tells which program it runs.',
    ],
  ] as const)('says what to do of %s', async (_, accounts, env, args, sentence) => {
    const { code, said } = await (await place(accounts))(env, ...args);
    expect(code).not.toBe(0);
    expect(said).toContain(sentence);
    expect(said).not.toContain('s3cret');
  });
});
