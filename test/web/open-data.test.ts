import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import jsonld from 'jsonld';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import type { SaidAccount } from '../../src/register/record.ts';
import { saveHarvests } from '../../src/store/code-harvests.ts';
import { onEachEngine } from '../support/engines.ts';
import { said } from '../support/register.ts';
import { servedRegister } from '../support/served-register.ts';
import { tableSchemaFaults } from '../support/table-schema.ts';

const FILES = {
  'index.md': '# Accueil',
  'index.en.md': '# Home',
  'greffe.yml': `title: Bureau
languages: [fr, en]
url: https://wiki.example
licence: CC-BY-4.0
register:
  accounts: comptes.yml
  organisations: orgs.yml
  remarkable: awesome.yml
  licence: etalab-2.0
  publisher: { name: Ville d’Exemple, url: https://ville.example/, email: contact@ville.example }
`,
  'comptes.yml': 'gitlab.example:\n  forge: gitlab\n  owners:\n    ville-exemple: { pso_id: service }\n',
  'orgs.yml': 'ville: La Ville\nservice: { name: Le Service, parent: ville }\n',
  'awesome.yml':
    'https://gitlab.example/ville-exemple/carte:\n  added: 2024-01-02\nhttps://gitlab.example/ailleurs/inconnu:\n',
};

const ACCOUNT: SaidAccount = {
  login: 'ville-exemple',
  name: 'Ville d’Exemple',
  organization_url: 'https://gitlab.example/groups/ville-exemple',
  platform: 'GitLab',
  repositories_count: 3,
  followers_count: 41,
};

const NASTY = 'Une «carte»,\r\nsur "deux" lignes\u2028; =1+1, 地図 خريطة 🗺️ \u0007';

const REPOSITORIES = [
  said('carte', {
    id: '42',
    description: NASTY,
    language: 'Go',
    is_fork: true,
    is_archived: false,
    stars_count: 40,
    topics: ['sig', 'carte'],
    creation_date: '2020-01-02T03:04:05.678+02:00',
    last_update: '2024-05-06T07:08:09Z',
    license: 'MIT License',
    spdx_id: 'MIT',
  }),
  said('outil', { description: '', language: 'Java', creation_date: '2022-01-01T00:00:00Z' }),
  said('vieux', { language: 'Go', is_archived: true, creation_date: 'hier' }),
];

onEachEngine('the register as open data', (engine) => {
  test('a table says the same in CSV, JSON, JSON Lines and Parquet', async () => {
    await using it = await servedRegister(FILES, engine);
    await it.record(REPOSITORIES, [ACCOUNT]);
    for (const [table, rows] of [
      ['repositories', 3],
      ['organizations', 1],
      ['forges', 1],
      ['bodies', 2],
    ] as const) {
      const json = JSON.parse((await it.site.get(`/-/code/${table}.json`)).text) as Record<string, unknown>[];
      expect(json).toHaveLength(rows);
      const lines = (await it.site.get(`/-/code/${table}.jsonl`)).text.trimEnd().split('\n');
      expect(lines.map((line) => JSON.parse(line))).toEqual(json);
      const csv = await it.site.get(`/-/code/${table}.csv`);
      const cells = parse(csv.text, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
      expect(cells).toEqual(json.map((row) => mapped(row, (value) => (value === null ? '' : String(value)))));
      expect(await readParquet((await it.site.get(`/-/code/${table}.parquet`)).body)).toEqual(json);
    }
  });

  test('columns that nobody may expect otherwise stay as they are', async () => {
    await using it = await servedRegister(FILES, engine);
    await it.record(REPOSITORIES, [ACCOUNT]);
    const all = JSON.parse((await it.site.get('/-/code/repositories.json')).text);
    expect(all.find(({ name }: { name: string }) => name === 'carte')).toMatchObject({
      id: '42',
      organization_name: 'ville-exemple',
      is_fork: true,
      creation_date: '2020-01-02T01:04:05Z',
      topics: 'sig,carte',
      is_template: null,
      organisation_id: 'service',
      organisation_name: 'Le Service',
      score: 0,
      last_seen: null,
    });
    expect(all.find(({ name }: { name: string }) => name === 'vieux').creation_date).toBeNull();
    const { text } = await it.site.get('/-/code/repositories.csv');
    expect(text).toContain('"Une «carte»,\r\nsur ""deux"" lignes');
    expect(text.split('\r\n')[0]).toMatch(/^id,name,organization_name,platform,repository_url,description,/);
  });

  test('forges say what they run, whose they are, how much of them is known and when they were harvested', async () => {
    const accounts = `gitlab.example:
  owners:
    ville-exemple: { pso_id: service }
forge.ville.example: { forge: forgejo, pso_id: ville }
`;
    const files = {
      ...FILES,
      'greffe.yml': `${FILES['greffe.yml']}  platforms: forges.csv\n`,
      'comptes.yml': accounts,
      'forges.csv': 'domain_name,platform\ncode.example,gitea\nnulle.example,gogs\n',
    };
    await using it = await servedRegister(files, engine);
    const elsewhere = (host: string) => said('outil', { repository_url: `https://${host}/a/outil` });
    await it.record(
      [...REPOSITORIES, elsewhere('code.example'), elsewhere('github.com'), elsewhere('inconnue.example')],
      [ACCOUNT],
    );
    const { headers, text } = await it.site.get('/-/code/forges.json');
    const none = { organisation_id: null, organisation_name: null, last_harvest: null };
    const forge = (
      host: string,
      kind: string | null,
      accounts_count: number,
      repositories_count: number,
    ) => ({
      host,
      kind,
      accounts_count,
      repositories_count,
      ...none,
    });
    const town = { organisation_id: 'ville', organisation_name: 'La Ville' };
    const expected = [
      forge('code.example', 'gitea', 0, 1),
      { ...forge('forge.ville.example', 'forgejo', 0, 0), ...town },
      forge('github.com', 'github', 0, 1),
      forge('gitlab.example', 'gitlab', 1, 3),
      forge('inconnue.example', null, 0, 1),
    ];
    expect(JSON.parse(text)).toEqual(expected);
    expect((await it.site.get('/-/code/codegouvfr-forges.csv')).text).toBe(
      expected.map(({ host, kind }) => `"${host}","${kind ?? ''}"\r\n`).join(''),
    );
    await it.site.wiki.database.write(async (writer) => {
      await saveHarvests(writer, ['gitlab.example/ville-exemple'], 1_700_000_000);
      await saveHarvests(writer, ['gitlab.example/autre'], 1_600_000_000);
      await saveHarvests(writer, ['gitlab.example0/x'], 1_800_000_000);
    });
    const later = await it.site.get('/-/code/forges.jsonl', { 'if-none-match': String(headers.etag) });
    expect(JSON.parse(later.text.split('\n')[3] as string)).toEqual({
      ...expected[3],
      last_harvest: '2023-11-14T22:13:20Z',
    });
    expect((await it.site.get('/-/code/forges.json')).headers.etag).not.toBe(headers.etag);
  });

  test('what a search lists can be had as files, in its order', async () => {
    await using it = await servedRegister(FILES, engine);
    await it.record(REPOSITORIES, [ACCOUNT]);
    for (const [query, names] of [
      ['language=Go&sort=name', ['carte', 'vieux']],
      ['q=carte', ['carte']],
      ['organisation=ville&sort=name', ['carte', 'outil', 'vieux']],
      ['sort=created', ['outil', 'carte', 'vieux']],
      ['language=Cobol', []],
    ] as const) {
      const lines = (await it.site.get(`/-/code/repositories.jsonl?${query}`)).text.split('\n').slice(0, -1);
      expect([query, lines.map((line) => JSON.parse(line).name)]).toEqual([query, names]);
    }
    expect((await it.site.get('/-/code?language=Go')).text).toContain('/-/code/repositories.csv?language=Go');
  });
});

describe('a file of the register', () => {
  test('has a tag that changes when the register does, and is not sent again before', async () => {
    await using it = await servedRegister(FILES);
    await it.record(REPOSITORIES);
    const { headers } = await it.site.get('/-/code/repositories.csv');
    const again = await it.site.get('/-/code/repositories.csv', { 'if-none-match': String(headers.etag) });
    expect([again.status, again.text]).toEqual([304, '']);
    const searched = await it.site.get('/-/code/repositories.csv?language=Go');
    expect(searched.headers.etag).not.toBe(headers.etag);
    await it.record([said('autre')]);
    const changed = await it.site.get('/-/code/repositories.csv', { 'if-none-match': String(headers.etag) });
    expect(changed.status).toBe(200);
    expect(changed.text).toContain('"autre"');
  });

  test('is compressed for who accepts that, under a tag of its own', async () => {
    await using it = await servedRegister(FILES);
    await it.record(REPOSITORIES);
    const plain = await it.site.get('/-/code/repositories.json');
    const packed = await it.site.get('/-/code/repositories.json', { 'accept-encoding': 'br, gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.body).toString()).toBe(plain.text);
    expect(packed.headers.etag).not.toBe(plain.headers.etag);
    const headers = { 'accept-encoding': 'gzip', 'if-none-match': String(packed.headers.etag) };
    expect((await it.site.get('/-/code/repositories.json', headers)).status).toBe(304);
    const parquet = await it.site.get('/-/code/repositories.parquet', { 'accept-encoding': 'gzip' });
    expect(parquet.headers['content-encoding']).toBeUndefined();
  });

  test('of nothing is a file too', async () => {
    await using it = await servedRegister({ 'index.md': '# Accueil' });
    expect((await it.site.get('/-/code/repositories.jsonl')).text).toBe('');
    expect((await it.site.get('/-/code/repositories.json')).text).toBe('[]\n');
    expect((await it.site.get('/-/code/repositories.csv')).text).toMatch(/^id,[a-z_,]+\r\n$/);
    expect(await readParquet((await it.site.get('/-/code/repositories.parquet')).body)).toEqual([]);
    expect((await it.site.ask('/-/code/repositories.csv', { method: 'HEAD' })).status).toBe(200);
    expect((await it.site.get('/-/code/repositories.xls')).status).toBe(404);
  });
});

test('code.gouv.fr’s names give its columns, of 2021 and of 2024', async () => {
  await using it = await servedRegister(FILES);
  await it.record(REPOSITORIES, [ACCOUNT]);
  const [first] = JSON.parse((await it.site.get('/-/code/repositories/json/all.json')).text);
  expect(Object.keys(first)).toEqual(
    'id name organization_name platform repository_url description default_branch is_fork is_archived creation_date last_update last_modification homepage stars_count forks_count license open_issues_count language topics software_heritage_exists software_heritage_url'.split(
      ' ',
    ),
  );
  const recent = JSON.parse((await it.site.get('/-/code/codegouvfr-repositories.json')).text);
  expect(recent.find(({ repo_name }: { repo_name: string }) => repo_name === 'carte')).toMatchObject({
    id: 'https://gitlab.example/ville-exemple/carte',
    full_name: 'ville-exemple/carte',
    owner: 'https://gitlab.example/ville-exemple',
    platform: 'gitlab.example',
    license: 'mit',
    fork: true,
    template: false,
    forks_count: 0,
    publiccode: false,
    'awesome-score': 0,
  });
  expect(
    parse((await it.site.get('/-/code/codegouvfr-organizations.csv')).text, { columns: true }),
  ).toMatchObject([
    {
      id: ACCOUNT.organization_url,
      organization: 'Le Service',
      ministry: 'La Ville',
      followers: '41',
      repositories_count: '3',
      email: '',
    },
  ]);
});

test('an index that a former version made says that followers are unknown, until it is made again', async () => {
  await using it = await servedRegister(FILES);
  await it.record(REPOSITORIES, [ACCOUNT]);
  await it.site.wiki.database.write(async (writer) => {
    const { record } = await writer.selectFrom('code_account').select('record').executeTakeFirstOrThrow();
    const { followers_count: _, ...former } = JSON.parse(record);
    await writer
      .updateTable('code_account')
      .set({ record: JSON.stringify(former), followers: null, kind: null })
      .execute();
    await writer.deleteFrom('code_forge').execute();
  });
  expect((await it.site.get('/-/code/organizations.csv')).text).toMatch(/",\r\n$/);
  expect(JSON.parse((await it.site.get('/-/code/organizations.json')).text)).toMatchObject([
    { followers_count: null },
  ]);
  expect((await it.site.get('/-/code/forges.jsonl')).text).toContain('"kind":null');
  const page = await it.site.get('/-/code/account/gitlab.example/ville-exemple');
  expect([page.status, page.text.includes('Abonnés')]).toEqual([200, false]);
});

test('the data package names every file, its licence and its publisher, and describes every column', async () => {
  await using it = await servedRegister(FILES);
  await it.record(REPOSITORIES, [ACCOUNT]);
  const { headers, text } = await it.site.get('/-/code/datapackage.json');
  expect(headers['content-type']).toBe('application/json');
  const told = JSON.parse(text);
  expect(told).toMatchObject({
    profile: 'data-package',
    name: 'register',
    id: 'https://wiki.example/-/code/datapackage.json',
    created: '2023-11-14T22:13:20Z',
    licenses: [
      { name: 'etalab-2.0', title: 'Licence Ouverte 2.0', path: 'https://spdx.org/licenses/etalab-2.0.html' },
    ],
    contributors: [{ title: 'Ville d’Exemple', role: 'publisher', email: 'contact@ville.example' }],
  });
  const names = told.resources.map(({ name }: { name: string }) => name);
  expect(new Set(names).size).toBe(16);
  for (const { name, path, profile, schema, dialect } of told.resources) {
    expect(name).toMatch(/^[-a-z0-9._/]+$/);
    const file = await it.site.get(`/-/code/${path}`);
    expect(file.status).toBe(200);
    if (profile !== 'tabular-data-resource') continue;
    const columns = schema.fields.map((field: { name: string }) => field.name);
    const rows = parse(file.text, { columns: true, record_delimiter: dialect.lineTerminator }) as Record<
      string,
      string
    >[];
    expect(columns).toEqual(Object.keys(rows[0] as object));
    for (const row of rows) expect(tableSchemaFaults(schema, row)).toEqual([]);
    expect(new Set(rows.map((row) => schema.primaryKey.map((key: string) => row[key]).join())).size).toBe(
      rows.length,
    );
  }
});

test('the catalogue is DCAT: a catalogue, a dataset a table, a distribution a file, with what DCAT-AP asks of each', async () => {
  await using it = await servedRegister(FILES);
  await it.record(REPOSITORIES, [ACCOUNT]);
  const { headers, text } = await it.site.get('/-/code/catalog.jsonld?lang=en');
  expect(headers['content-type']).toBe('application/ld+json');
  const nodes = (await jsonld.flatten(JSON.parse(text))) as unknown as Node[];
  const ofType = (type: string) => nodes.filter((node) => node['@type']?.includes(`${DCAT}${type}`));
  const [only] = ofType('Catalog') as [Node];
  expect(ids(only, `${DCAT}dataset`)).toEqual(
    ofType('Dataset')
      .map((node) => node['@id'])
      .toSorted(),
  );
  const byId = new Map(nodes.map((node) => [node['@id'], node]));
  for (const node of [only, ...ofType('Dataset')]) {
    for (const name of ['title', 'description', 'publisher', 'modified'])
      expect(node[DCT + name]).toHaveLength(1);
    expect(byId.get(ids(node, `${DCT}publisher`)[0] as string)).toMatchObject({
      [`${FOAF}name`]: [{ '@value': 'Ville d’Exemple' }],
    });
  }
  expect(ofType('Distribution')).toHaveLength(17);
  for (const node of ofType('Distribution')) {
    const [access] = ids(node, `${DCAT}accessURL`);
    expect(access).toMatch(/^https:\/\/wiki\.example\/-\/code\//);
    expect(ids(node, `${DCT}license`)).toEqual(['https://spdx.org/licenses/etalab-2.0.html']);
    if (node['@id'].endsWith('#git')) continue;
    expect(ids(node, `${DCAT}downloadURL`)).toEqual([access]);
    const { status, headers } = await it.site.get(new URL(access as string).pathname);
    expect(status).toBe(200);
    expect(ids(node, `${DCAT}mediaType`)[0]).toContain(String(headers['content-type']).split(';', 1)[0]);
  }
  expect(JSON.stringify(only)).toContain('"@language":"en"');
});

test('the page of the data is in both languages, and leads to files that are there', async () => {
  await using it = await servedRegister(FILES);
  await it.record(REPOSITORIES, [ACCOUNT]);
  const french = await it.site.get('/-/code/data');
  expect(french.text).toContain('Licence Ouverte 2.0');
  expect(french.text).toContain('git clone https://wiki.example/-/code/register.git');
  const english = await it.site.get('/-/code/data?lang=en');
  expect(english.text).toContain('Published by');
  const links = [...english.text.matchAll(/href="(\/-\/code\/[^"]+)"/g)].map(([, href]) => href as string);
  expect(links.length).toBeGreaterThan(20);
  for (const href of new Set(links)) expect([href, (await it.site.get(href)).status]).toEqual([href, 200]);
});

test('the newest repositories are a feed, in RSS as code.gouv.fr’s, Atom and JSON Feed, of a search too', async () => {
  await using it = await servedRegister(FILES);
  await it.record(REPOSITORIES, [ACCOUNT]);
  const { headers, text } = await it.site.get('/-/code/latest-repositories.xml');
  expect(headers['content-type']).toBe('application/rss+xml; charset=utf-8');
  expect([...text.matchAll(/<item><title>(.*?)</g)].map(([, title]) => title)).toEqual(['outil', 'carte']);
  expect(text).toContain('<pubDate>Sat, 01 Jan 2022 00:00:00 +0000</pubDate>');
  expect((await it.site.get('/-/code/latest-repositories.atom')).text).toContain('<title>outil</title>');
  const json = JSON.parse((await it.site.get('/-/code/latest-repositories.json?language=Go')).text);
  expect(json.items.map(({ title }: { title: string }) => title)).toEqual(['carte']);
});

test('remarkable projects are a list in Markdown that nothing in a name or a description can break', async () => {
  await using it = await servedRegister(FILES);
  const description =
    '<img src=x onerror=alert(1)> [x](javascript:1) **gras** `code` | www.example.org https://e.example a@b.example &amp; \u202Eenvers\n# titre\n- item 1. 地図 خريطة';
  await it.record([said('carte', { description })]);
  const { headers, text } = await it.site.get('/-/code/awesome.md');
  expect(headers['content-type']).toBe('text/markdown; charset=utf-8');
  const html = new MarkdownIt({ html: true, linkify: true }).render(text);
  const items = [...html.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item]) => item);
  expect(items).toEqual([
    `<a href="https://gitlab.example/ville-exemple/carte">carte</a> - ${escaped(description)}`,
    '<a href="https://gitlab.example/ailleurs/inconnu">inconnu</a>',
  ]);
  expect(html).toContain('Publié par Ville d’Exemple sous Licence Ouverte 2.0.');
  expect(JSON.parse((await it.site.get('/-/code/awesome.json')).text)).toMatchObject([
    { name: 'carte', added: '2024-01-02' },
    { name: 'inconnu', description: null },
  ]);
  await using other = await servedRegister({ 'index.md': '# Accueil' });
  expect((await other.site.get('/-/code/awesome.md')).status).toBe(404);
});

const DCAT = 'http://www.w3.org/ns/dcat#';
const DCT = 'http://purl.org/dc/terms/';
const FOAF = 'http://xmlns.com/foaf/0.1/';

type Node = { readonly '@id': string; readonly '@type'?: readonly string[] } & Record<string, unknown>;

function ids(node: Node, property: string): string[] {
  return ((node[property] ?? []) as { '@id': string }[]).map((value) => value['@id']).toSorted();
}

/** As Markdown shows a text, on one line. */
function escaped(text: string): string {
  return text
    .replaceAll('\u202e', '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function mapped(row: Record<string, unknown>, of: (value: unknown) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, of(value)]));
}

/** Rows as JSON has them. */
async function readParquet(body: Buffer): Promise<unknown[]> {
  const file = body.buffer.slice(body.byteOffset, body.byteOffset + body.length) as ArrayBuffer;
  const rows = await parquetReadObjects({ file });
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        typeof value === 'bigint'
          ? Number(value)
          : value instanceof Date
            ? value.toISOString().replace('.000Z', 'Z')
            : (value ?? null),
      ]),
    ),
  );
}
