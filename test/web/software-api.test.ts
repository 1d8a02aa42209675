import { afterAll, beforeAll, expect, test } from 'vitest';
import { Register } from '../../src/register/register.ts';
import { registerContext } from '../../src/register/register-context.ts';
import { mailChanged } from '../../src/store/mail-lists.ts';
import { saveDeclaration } from '../../src/store/software-declarations.ts';
import type { SoftwareDeclarationTable } from '../../src/store/software-tables.ts';
import { type Api, type ApiReply, apiOf } from '../support/api-answers.ts';
import { onEachEngine } from '../support/engines.ts';
import { temporaryFolder } from '../support/folder.ts';
import { said } from '../support/register.ts';
import { served } from '../support/served.ts';
import { SOFTWARE_FILES, servedSoftware } from '../support/software.ts';

type Site = Awaited<ReturnType<typeof servedSoftware>>;

const namesIn = ({ json }: ApiReply) => json.items.map(({ name }: { name: string }) => name);

const declaration = (more: Partial<SoftwareDeclarationTable>): SoftwareDeclarationTable => ({
  id: more.folded ?? 'x',
  folded: 'x@office.example',
  address: more.folded ?? 'x@office.example',
  software: '1',
  kind: 'user',
  name: 'Nom Secret',
  organisation: 'Organisme Secret',
  purpose: 'Usage secret',
  version: '9.9-secrete',
  shows_name: 0,
  shows_organisation: 0,
  shows_address: 0,
  created_at: 1,
  updated_at: 1,
  ...more,
});

onEachEngine('the API of the catalogue', (engine) => {
  let site: Site;
  let api: Api;
  beforeAll(async () => {
    site = await servedSoftware(SOFTWARE_FILES, { place: await engine.place() });
    api = await apiOf(site);
  });
  afterAll(() => site?.[Symbol.asyncDispose]());

  test('lists software as its JSON export tells it', async () => {
    const { json } = await api.ask('/software?sort=table');
    expect(json).toMatchObject({ url: `${site.origin}/-/software?sort=table`, total: 4, next: null });
    const exported = JSON.parse((await site.get('/-/software/software.json')).text);
    expect(json.items.map(({ record }: { record: unknown }) => record)).toEqual(exported);
    expect(json.items[0]).toMatchObject({
      key: '1',
      state: 'listed',
      url: `${site.origin}/-/software/1`,
      apiUrl: `${site.origin}/-/api/v1/software/1`,
    });
  });

  test.each([
    ['q=developpement', ['Git']],
    ['category=Bureautique', ['日本語入力']],
    ['critical=yes', ['Git']],
    ['status=withdrawn', ['Subversion']],
    ['licence=GPL-2.0-only&system=linux', ['Git']],
    ['contract=support&sort=table', ['Git', 'GLPI <b>', '日本語入力']],
    ['attribute.hosted=no', ['Git']],
    ['category=x', []],
    ['attribute.hosted=%00', []],
    ['attribute.hosted=&q=%20&sort=', ['Git', 'GLPI <b>', 'Subversion', '日本語入力']],
  ])('finds by the filters of the page: %s', async (query, expected) => {
    const reply = await api.ask(`/software?${query}`);
    expect(namesIn(reply)).toEqual(expected);
    expect(reply.json.total).toBe(expected.length);
    expect(new Set(await site.names(new URL(reply.json.url).search.slice(1))).size).toBe(expected.length);
  });

  test.each([
    ['/software?sort=colour', 'sort', 'one of: name, table, since'],
    ['/software?status=x', 'status', 'one of: observation'],
    ['/software?attribute.none=x', 'attribute.none', 'attribute.hosted'],
    ['/software?attribute.hosted=no&attribute.hosted=yes', 'attribute.hosted', 'a text'],
    ['/software?page=2', 'page', 'one of: q, category'],
    ['/software?cursor=x', 'cursor', 'the cursor of the'],
    ['/software?limit=501', 'limit', 'a whole number from 1 to 500'],
    ['/software/1?fields=x', 'fields', 'no parameter'],
    ['/software/changes?cursor=-', 'cursor', 'the cursor of the'],
    ['/software/changes?before=1', 'before', 'one of: limit, cursor'],
  ])('%s is told which parameter is wrong', async (path, parameter, expected) => {
    const { status, json } = await api.ask(path);
    expect(status).toBe(400);
    expect(json.errors).toEqual([expect.objectContaining({ parameter })]);
    expect(json.errors[0].expected).toContain(expected);
  });

  test('lists come in parts, nothing twice, and end where there is no more', async () => {
    const seen: string[] = [];
    for (let reply: ApiReply | undefined = await api.ask('/software?limit=3&attribute.hosted='); reply; ) {
      seen.push(...namesIn(reply));
      reply = await reply.next();
    }
    expect(seen).toEqual(['Git', 'GLPI <b>', 'Subversion', '日本語入力']);
    for (const [operation, path] of [
      ['listSoftware', '/software'],
      ['listSoftwareChanges', '/software/changes'],
    ]) {
      const at = operation === 'listSoftware' ? 2 ** 31 - 1 : 0;
      const cursor = Buffer.from(JSON.stringify([operation, at])).toString('base64url');
      expect((await api.ask(`${path}?cursor=${cursor}`)).json).toMatchObject({ items: [], next: null });
    }
  });

  test('tells a software with who says what, and what became of its row', async () => {
    const { json } = await api.ask('/software/1');
    expect(json).toMatchObject({
      name: 'Git',
      sheetUrl: `${site.origin}/-/api/v1/pages/fiches/git.md`,
      record: {
        origins: { licence: 'sheet', critical: 'table', 'attributes.hosted': 'sheet' },
        attribute_hosted: false,
        descriptions: { en: 'Tracks versions of texts.' },
      },
      userCount: expect.any(Number),
      history: [{ kind: 'added', field: null, before: null, after: null, subject: 'First version' }],
    });
    for (const address of [json.sheetUrl, json.feedUrl, json.url, json.history[0].commitUrl])
      expect([address, (await site.get(address.slice(site.origin.length))).status]).toEqual([address, 200]);
  });

  test.each(['none', '..%2f1', '%00', '1/declare', 'constructor'])('there is no software %s', async (key) => {
    const { status, json } = await api.ask(`/software/${key}`);
    expect([status, json.type]).toEqual([404, '/-/api#not-found']);
  });

  test('another way to write a key leads to it', async () => {
    const { status, headers } = await api.ask('/software/SUBVERSION');
    expect([status, headers.location]).toEqual([301, '/-/api/v1/software/subversion']);
  });

  test('who uses a software is counted, and told only what they chose to be public', async () => {
    const all = [
      declaration({ folded: 'a@office.example' }),
      declaration({ folded: 'b@office.example', shows_address: 1 }),
      declaration({ folded: 'c@office.example', shows_name: 1, name: 'Camille Exemple' }),
      declaration({
        folded: 'd@office.example',
        kind: 'referent',
        shows_organisation: 1,
        organisation: 'Archives de Morvaine',
        purpose: '',
        version: '2.1',
      }),
    ];
    await site.wiki.database.write(async (writer) => {
      for (const one of all) await saveDeclaration(writer, one);
      await mailChanged(writer);
    });
    await site.wiki.update();
    const { text, json } = await api.ask('/software/1');
    expect(json).toMatchObject({ userCount: 3, referentCount: 1 });
    expect(json.people).toEqual([
      { kind: 'user', name: 'Camille Exemple', organisation: null, purpose: null, version: null },
      {
        kind: 'referent',
        name: null,
        organisation: 'Archives de Morvaine',
        purpose: null,
        version: '2.1',
      },
    ]);
    expect(text).not.toMatch(/secret|@office\.example/i);
    expect((await api.ask('/software')).text).not.toMatch(/Camille|Archives/);
  });
});

test('the changes of the table are told by version, the newest first, and of a row that went too', async () => {
  await using site = await servedSoftware();
  const api = await apiOf(site);
  const { headers } = await api.ask('/software/1');
  const commit = await site.push('Liste de mai', {
    'liste.csv':
      'Identifiant,Logiciel,Critique,Catégorie\n1,Git,Non,Développement\n3,日本語入力,Non,Bureautique\n4,Zed,Non,\n',
  });
  const { json } = await api.ask('/software/changes?limit=1');
  expect(json.items).toHaveLength(1);
  expect(json.items[0]).toMatchObject({
    commit,
    subject: 'Liste de mai',
    commitUrl: `${site.origin}/-/commit/${commit}`,
    changeCount: 3,
  });
  const changes = json.items[0].changes.map((one: { kind: string; software: { key: string } }) => [
    one.kind,
    one.software.key,
  ]);
  expect(changes.toSorted()).toEqual([
    ['added', '4'],
    ['changed', '1'],
    ['removed', '2'],
  ]);
  const rest = await (await api.ask('/software/changes?limit=1')).next();
  expect(rest?.json).toMatchObject({ items: [{ subject: 'First version', changeCount: 3 }], next: null });
  const removed = await api.ask('/software/2');
  expect(removed.json).toMatchObject({ state: 'removed', history: [{ kind: 'removed' }, { kind: 'added' }] });
  const again = await api.ask('/software/1', { 'if-none-match': headers.etag as string });
  expect(again.json.history[0]).toMatchObject({
    kind: 'changed',
    field: 'critical',
    before: 'Oui',
    after: 'Non',
  });
  const kept = { 'if-none-match': again.headers.etag as string };
  expect((await api.ask('/software/1', kept)).status).toBe(304);
});

test('a software and its repository in the register lead to each other', async () => {
  await using site = await servedSoftware();
  const { database, objects } = site.wiki;
  const register = await Register.open(await temporaryFolder('register'), database);
  const context = await registerContext(database.reader, objects, (await site.wiki.site()) as never);
  const git = said('git', { repository_url: 'https://github.com/git/git', organization_name: 'git' });
  await register.record(context, { repositories: [git], accounts: [] }, { message: () => 'Import', time: 1 });
  register.close();
  await site.wiki.update();
  const api = await apiOf(site);
  const { json } = await api.ask('/software/1');
  expect(json.repositoryUrl).toBe(`${site.origin}/-/api/v1/code/repositories/github.com/git/git`);
  const repository = await api.ask('/code/repositories/github.com/git/git');
  expect(repository.json.software).toEqual([
    {
      key: '1',
      name: 'Git',
      url: `${site.origin}/-/software/1`,
      apiUrl: `${site.origin}/-/api/v1/software/1`,
    },
  ]);
  // What the page of the API begins with can be asked for.
  for (const path of ['/software/1', '/code/repositories/github.com/git/git'])
    expect((await site.get('/-/api')).text).toContain(`curl &#39;${site.origin}/-/api/v1${path}&#39;`);
});

test('a wiki without a catalogue says how to have one', async () => {
  await using site = await served({ 'index.md': '# Accueil' });
  const api = await apiOf(site);
  for (const path of ['/software', '/software/1', '/software/changes']) {
    const { status, json } = await api.ask(path);
    expect([path, status]).toEqual([path, 404]);
    expect(json.detail).toContain('software: { table:');
  }
  expect((await api.ask('')).json.resources).not.toHaveProperty('software');
});
