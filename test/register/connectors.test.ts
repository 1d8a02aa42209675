import { expect, test } from 'vitest';
import type { HarvestChoices } from '../../src/config/harvest.ts';
import { ForgeClient } from '../../src/register/harvest/forge-client.ts';
import { harvest } from '../../src/register/harvest/harvest.ts';
import { type Answers, falseForge } from '../support/forge.ts';
import { repository } from '../support/git.ts';
import { gitServer } from '../support/git-server.ts';
import { NOW } from '../support/harvest.ts';
import { registerOf } from '../support/register.ts';

interface Place {
  readonly host: string;
  readonly origin: string;
}

/** A register of what an accounts file says of a forge. */
async function registered({ host, origin }: Place, says: string, choices: Partial<HarvestChoices> = {}) {
  const opened = await registerOf({
    'index.md': '# Accueil',
    'greffe.yml': 'register: { accounts: comptes.yml }\n',
    'comptes.yml': `"${host}": ${says}\n`,
  });
  return {
    ...opened,
    run: async (now = NOW) =>
      await harvest({
        database: opened.wiki.database,
        register: opened.register,
        context: await opened.context(),
        client: new ForgeClient({
          tokens: new Map([[host, 's3cret']]),
          privateOrigins: new Map([[host, origin]]),
          contact: undefined,
          backOffMs: 1,
          maxPauseMs: 50,
          ...choices,
        }),
        now,
      }),
    async records() {
      const rows = await opened.reader
        .selectFrom('code_repository')
        .select('record')
        .orderBy('name')
        .execute();
      return rows.map(({ record }) => JSON.parse(record));
    },
  };
}

const FILES = { 'README.md': 'Un outil pour tous.', 'docs/CONTRIBUTING.md': 'x', '.woodpecker.yml': 'x' };

const told = {
  has_readme: true,
  has_contributing: true,
  has_ci: true,
  has_security: false,
  readme_excerpt: 'Un outil pour tous.',
};

test('a server of Git and nothing else tells files, and only what changed is cloned', async () => {
  const source = await repository(FILES);
  const forge = await gitServer({ 'projets/outil.git': source.path });
  const it = await registered(
    forge,
    '{ forge: git, owners: { projets/outil.git: { pso_id: ville }, projets/rien: {} } }',
  );
  const outcome = await it.run();
  expect(outcome).toMatchObject({ added: 1, forges: [{ unread: 0 }] });
  expect(outcome.forges[0]?.accounts[0]).toMatchObject({
    address: `${forge.host}/projets/rien`,
    fault: { reason: 'not-found' },
  });
  const [first] = await it.records();
  expect(first).toMatchObject({
    ...told,
    name: 'outil',
    platform: 'Git',
    default_branch: 'main',
    last_modification: expect.stringMatching(/Z$/),
    aliases: [`${forge.host}/projets/outil`],
  });
  forge.asked.length = 0;
  expect(await it.run(NOW + 86_400)).toMatchObject({ commit: undefined });
  expect(forge.asked.filter((path) => path.startsWith('/projets/outil.git'))).toHaveLength(2);
  await source.commit('Securité', { 'SECURITY.md': 'x' });
  await it.run(NOW + 2 * 86_400);
  expect((await it.records())[0]).toMatchObject({ has_security: true });
});

test.each([
  ['wants a password', 401, 'refused'],
  ['fails', 500, 'forge-fault'],
  ['leads elsewhere', 302, 'forge-fault'],
])('a server of Git that %s is told', async (_, status, reason) => {
  const elsewhere = await gitServer({});
  const forge = await gitServer({}, (_path, response) => {
    response
      .writeHead(status, { location: `${elsewhere.origin}/a.git`, 'www-authenticate': 'Basic realm=x' })
      .end();
    return true;
  });
  const it = await registered(forge, '{ forge: git, owners: { projets/outil: {} } }');
  expect((await it.run()).forges[0]?.accounts[0]?.fault?.reason).toBe(reason);
  expect(elsewhere.asked).toEqual([]);
});

test('git is not sent to a private network, by an address or by a name', async () => {
  const forge = await gitServer({});
  const it = await registered(forge, '{ forge: git, owners: { projets/outil: {} } }', {
    privateOrigins: new Map(),
  });
  expect((await it.run()).forges[0]?.accounts[0]?.fault?.reason).toBe('private-network');
  expect(forge.asked).toEqual([]);
});

test('Gogs lists all at once, and takes tokens under its own scheme', async () => {
  const answers: Answers = (path) => {
    const one = {
      id: 7,
      name: 'outil',
      html_url: `${forge.origin}/ville/outil`,
      owner: { id: 3, username: 'ville', login: 'ville', full_name: 'La Ville' },
      fork: false,
      default_branch: 'main',
      updated_at: '2023-01-02T03:04:05Z',
    };
    switch (path) {
      case '/api/v1/users/ville':
        return { json: one.owner };
      case '/api/v1/users/ville/repos':
        return { json: [one] };
      case '/api/v1/repos/ville/outil/contents':
        return { json: [{ name: 'README.md', type: 'file', size: 10 }] };
      case '/api/v1/repos/ville/outil/raw/main/README.md':
        return { body: 'Un outil pour tous.', headers: { 'content-type': 'text/plain' } };
      case '/api/v1/repos/ville/outil/releases':
        return { json: [{ tag_name: 'v1', name: 'Un', draft: false, created_at: '2022-01-02T03:04:05Z' }] };
      default:
        return { status: 404 };
    }
  };
  const forge = await falseForge((...asked) => answers(...asked));
  const it = await registered(forge, '{ forge: gogs, owners: { ville: {} } }');
  expect(await it.run()).toMatchObject({ added: 1, forges: [{ accounts: [{ isComplete: true }] }] });
  expect((await it.records())[0]).toMatchObject({
    id: '7',
    platform: 'Gogs',
    readme_excerpt: 'Un outil pour tous.',
    last_release: '2022-01-02T03:04:05Z',
  });
  expect(forge.requests[0]?.headers.authorization).toBe('token s3cret');
});

test('Bitbucket lists workspaces page by page, in objects', async () => {
  const shown = (at: number) => ({
    uuid: `{${at}}`,
    name: `Outil ${at}`,
    full_name: `ville/outil-${at}`,
    links: { html: { href: `${forge.origin}/ville/outil-${at}` } },
    created_on: '2020-01-02T03:04:05.123456+00:00',
    updated_on: '2023-01-02T03:04:05.123456+00:00',
    size: 4_096,
    language: 'go',
    mainbranch: at === 3 ? null : { name: 'main' },
  });
  const forge = await falseForge((path, query) => {
    if (path === '/2.0/workspaces/ville')
      return {
        json: {
          uuid: '{w}',
          slug: 'ville',
          name: 'La Ville',
          links: { html: { href: `${forge.origin}/ville` } },
        },
      };
    if (path === '/2.0/repositories/ville')
      return query.get('page') === '2'
        ? { json: { values: [shown(3)] } }
        : { json: { values: [shown(1), shown(2)], next: `${forge.origin}${path}?page=2` } };
    if (path === '/2.0/repositories/ville/outil-1/src/main/')
      return { json: { values: [{ path: 'README.md', type: 'commit_file', size: 5 }] } };
    if (path === '/2.0/repositories/ville/outil-1/src/main/README.md')
      return { body: 'Un outil pour tous.', headers: { 'content-type': 'text/plain' } };
    return { status: 404 };
  });
  const it = await registered(forge, '{ forge: bitbucket, owners: { ville: {} } }');
  expect(await it.run()).toMatchObject({ added: 3, forges: [{ accounts: [{ isComplete: true }] }] });
  expect(await it.records()).toMatchObject([
    { id: '{1}', size: 4_096, creation_date: '2020-01-02T03:04:05Z', has_readme: true, releases: null },
    { has_readme: false },
    { is_empty: true },
  ]);
});

test('SourceHut is asked by GraphQL, and its files by git', async () => {
  const source = await repository(FILES);
  const git = await gitServer({ '~ville/outil': source.path });
  const forge = await falseForge((path, _query, request, posted) => {
    if (path !== '/query') return { status: 302, headers: { location: `${git.origin}${request.url}` } };
    const { variables } = JSON.parse(posted);
    if (variables.username !== 'ville') return { json: { data: { user: null } } };
    const repository = (id: number, visibility: string) => ({
      ...{ id, name: id === 1 ? 'outil' : `autre-${id}`, visibility },
      ...{
        created: '2020-01-02T03:04:05Z',
        updated: '2023-01-02T03:04:05Z',
        HEAD: { name: 'refs/heads/main' },
      },
    });
    const first = { cursor: 'next', results: [repository(1, 'PUBLIC')] };
    const second = { cursor: null, results: [repository(2, 'UNLISTED'), repository(3, 'PUBLIC')] };
    const user = {
      canonicalName: '~ville',
      bio: 'La ville',
      repositories: variables.cursor ? second : first,
    };
    return { json: { data: { user } } };
  });
  const it = await registered(forge, '{ forge: sourcehut, owners: { ~ville: {}, ~personne: {} } }');
  const outcome = await it.run();
  expect(outcome).toMatchObject({
    added: 2,
    forges: [{ accounts: [{ fault: { reason: 'not-found' } }, {}] }],
  });
  expect(await it.records()).toMatchObject([
    { id: '3', name: 'autre-3' },
    { id: '1', name: 'outil', default_branch: 'main', repository_url: `${forge.origin}/~ville/outil` },
  ]);
  expect(forge.requests[0]?.headers.authorization).toBe('Bearer s3cret');
});

test('a forge is asked through ecosyste.ms where the operator says so, and nothing is gone that it does not have', async () => {
  let names = ['a', 'b'];
  const forge = await falseForge((path, query) => {
    const root = '/api/v1/hosts/GitHub/owners/ville';
    if (path === root)
      return {
        json: { login: 'ville', name: 'La Ville', html_url: 'https://github.com/ville', followers: 12 },
      };
    if (path !== `${root}/repositories`) return { status: 404 };
    const page = Number(query.get('page') ?? 1);
    return {
      json: names.slice(page - 1, page).map((name) => ({
        ...{
          uuid: name,
          full_name: `ville/${name}`,
          owner: 'ville',
          html_url: `https://github.com/ville/${name}`,
        },
        ...{ license: 'gpl-3.0', size: 3, pushed_at: '2023-01-02T03:04:05.000Z', subscribers_count: null },
        metadata: { files: { readme: 'README.md', security: null, publiccode: 'publiccode.yml' } },
      })),
    };
  });
  const it = await registered(
    { host: 'github.com', origin: '' },
    '{ forge: github, owners: { ville: {} } }',
    {
      privateOrigins: new Map([[forge.host, forge.origin]]),
      through: new Map([['github.com', forge.origin]]),
    },
  );
  expect(await it.run()).toMatchObject({ added: 2 });
  expect((await it.records())[0]).toMatchObject({
    ...{ has_readme: true, has_security: false, has_publiccode: true, has_changelog: null, size: 3_072 },
    ...{ spdx_id: 'GPL-3.0-only', platform: 'GitHub' },
  });
  const account = await it.reader.selectFrom('code_account').select('record').executeTakeFirstOrThrow();
  expect(JSON.parse(account.record)).toMatchObject({ followers_count: 12 });
  names = ['a'];
  for (let day = 1; day < 9; day++) await it.run(NOW + day * 86_400);
  expect((await it.records())[1]).toMatchObject({ gone: null, missing: { reason: 'not-listed', days: 0 } });
});

const VERSIONS = [
  [
    'Forgejo, by nodeinfo',
    'forgejo',
    { '/.well-known/nodeinfo': 'links', '/nodeinfo': { software: { name: 'forgejo' } } },
  ],
  ['Gitea, by its version', 'gitea', { '/api/v1/version': { version: '1.22' } }],
  ['Gogs, by a search', 'gogs', { '/api/v1/users/search': { ok: true, data: [] } }],
  ['GitLab, by its projects', 'gitlab', { '/api/v4/projects': [] }],
  ['GitHub Enterprise, by its version', 'github', { '/api/v3/meta': { installed_version: '3.1' } }],
] as const;

test.each(VERSIONS)(
  'what a forge runs is asked where the accounts do not say: %s',
  async (_, kind, answers) => {
    const names = { github: 'GitHub', gitlab: 'GitLab', gitea: 'Gitea', forgejo: 'Forgejo', gogs: 'Gogs' };
    const forge = await falseForge((path) => {
      const said = (answers as Record<string, unknown>)[path];
      if (said === 'links') return { json: { links: [{ href: `${forge.origin}/nodeinfo` }] } };
      if (said !== undefined) return { json: said };
      const account = { id: 1, login: 'ville', type: 'User', html_url: `${forge.origin}/ville` };
      if (/\/users\/ville$/.test(path)) return { json: account };
      if (/\/groups\/ville$/.test(path))
        return { json: { id: 1, full_path: 'ville', name: 'Ville', web_url: `${forge.origin}/ville` } };
      return (kind === 'gitlab' ? /projects$/ : /repos$/).test(path) ? { json: [] } : { status: 404 };
    });
    const it = await registered(forge, '{ owners: { ville: {} } }');
    expect(await it.run()).toMatchObject({ forges: [{ accounts: [{ isComplete: true }] }] });
    const { platform } = JSON.parse(
      (await it.reader.selectFrom('code_account').select('record').executeTakeFirstOrThrow()).record,
    );
    expect(platform).toBe(names[kind]);
  },
);

test('a forge that says nothing of what it is is told', async () => {
  const forge = await falseForge(() => ({ body: '<html>', headers: { 'content-type': 'text/html' } }));
  const it = await registered(forge, '{ owners: { ville: {} } }');
  expect(await it.run()).toMatchObject({ forges: [{ stopped: 'unknown-kind' }] });
});
