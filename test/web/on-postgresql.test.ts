import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { placeOn } from '../support/engines.ts';
import { example } from '../support/example.ts';
import { type Files, type Repository, repository } from '../support/git.ts';
import { exampleKinds, pastKinds } from '../support/kinds.ts';
import { RandomWiki } from '../support/random-wiki.ts';
import { type Served, served } from '../support/served.ts';

const HOST = 'wiki.example.org';
const ORIGIN = `http://${HOST}`;

/** Answers of every kind that no page leads to, or that ask the database what may trouble it. */
const besides = [
  '/sitemap.xml',
  '/llms.txt',
  '/robots.txt',
  '/-/recent?before=0',
  '/-/recent?folder=docs',
  '/-/recent?folder=%00',
  '/-/follow?page=%00&folder=%00',
  '/-/history/%00',
  '/-/table/liste.csv?sort=-a&q=%00',
  '/-/checks?rule=%00',
  '/%00',
  '/%F0%9F%98%80',
  ...['logiciel', 'l’état', '\0', '\'"\\', '😀', '"code source"', '-licence code', 'a%', 'lisence']
    .map((text) => `q=${encodeURIComponent(text)}`)
    .flatMap((query) => [
      `/-/search?${query}`,
      `/-/search?${query}&lang=en&section=docs&kind=page`,
      `/-/search/suggestions?${query}`,
      `/-/feeds/search.atom?${query}`,
      `/-/api/v1/search?${query}&limit=3`,
    ]),
  '/-/search?q=code&language=%00',
  '/-/search?q=code&section=%27%5C',
  '/-/search/suggestions?q=lo',
  '/-/feeds/recent.json',
  '/-/openapi.json',
  '/-/api/v1',
  '/-/api/v1/pages?limit=3',
  '/-/api/v1/pages?tag=licence',
  '/-/api/v1/pages?tag=%00&folder=%00',
  '/-/api/v1/pages?tag=%25_%5C',
  '/-/api/v1/tables',
  '/-/api/v1/calendars',
  '/-/api/v1/events?from=2026-01-01&to=2026-12-31',
  '/-/api/v1/collections',
  '/-/api/v1/findings?limit=5',
  '/-/api/v1/changes?limit=2',
  '/-/api/v1/changes?folder=%00&since=1900-01-01&until=2099-12-31',
  ...[0, 2_147_483_648, Number.MAX_SAFE_INTEGER].map(
    (seq) => `/-/api/v1/changes?cursor=${cursorOf('listChanges', seq)}`,
  ),
  `/-/api/v1/pages?cursor=${cursorOf('listPages', 'a\0b')}`,
];

describe.skipIf(!inject('postgres'))('a wiki on PostgreSQL answers as it does on SQLite', () => {
  test('each address of the example, and all they lead to', async () => {
    const both = await onBoth(await example());
    const commit = (await both.sqlite.wiki.indexedCommit()) ?? '';
    const kinds = [...exampleKinds, ...pastKinds(commit)].flatMap(({ fr, en }) => [fr, en]);
    await expectSameAnswers(both, [...kinds, ...besides]);
  }, 180_000);

  test('names and words that databases compare each in its own way', async () => {
    await expectSameAnswers(await onBoth(unlike), ['/', '/-/tree/', '/-/checks', ...besides]);
  }, 120_000);

  test('a history at random', async () => {
    const wiki = await repository();
    const random = new RandomWiki(wiki, 21);
    for (let step = 0; step < 25; step++) await random.step();
    await expectSameAnswers(await onBoth(wiki), [
      '/',
      '/en/',
      '/-/tree/',
      '/-/recent',
      '/-/checks',
      ...besides,
    ]);
  }, 120_000);
});

const titles = [
  'Zèbre',
  'zebre',
  'ÉCOLE',
  'école',
  'Ecole',
  'a_b',
  'a%b',
  'a\\b',
  '😀',
  'ﬀ',
  '\uffee',
  'ß',
  'İ',
];

/** Case, accents, wildcards, characters beyond 16 bits, NUL. */
const unlike: Files = {
  'greffe.yml': 'languages: [fr, en]\n',
  'index.md': `# Accueil\n\n${titles.map((title) => `[${title}](<${title}.md>)`).join('\n')}\n[x](Http://example.org/)\n`,
  ...Object.fromEntries(
    titles.map((title, at) => [
      `${title}.md`,
      `---\ntags: [${JSON.stringify(title)}, Tag, ${at % 2 ? 'licence' : 'Licence'}]\n---\n# ${title}\n\nMot \0 ${title}. Le code source.\n`,
    ]),
  ),
  'A/b.md': '# B\n\nLogiciel.\n',
  'a/B.md': '# b\n\nLogiciel.\n',
  'a/b.en.md': '# Same\n\nLogiciel. Software.\n',
  'a/same.md': '# Same\n\nLogiciel.\n',
  'docs/É.txt': 'é',
  'docs/e.txt': 'e',
  'docs/Z.txt': 'z',
  'liste.csv': `a,b\n${titles.map((title, at) => `${title},${at}`).join('\n')}\n`,
};

interface Both {
  readonly sqlite: Served;
  readonly postgresql: Served;
}

/** The same repository served from each engine. */
async function onBoth(files: Files | Repository | string): Promise<Both> {
  const made = typeof files === 'string' || 'git' in files ? files : await repository(files);
  const open = async (engine: 'sqlite' | 'postgresql') => {
    const site = await served(made, { place: await placeOn(engine) });
    onTestFinished(() => site[Symbol.asyncDispose]());
    return site;
  };
  return { sqlite: await open('sqlite'), postgresql: await open('postgresql') };
}

/** That both answer these addresses alike, and those of the site that they name. */
async function expectSameAnswers(both: Both, addresses: readonly string[]): Promise<void> {
  const named = new Set<string>();
  for (const address of new Set(addresses)) {
    const { text } = await expectSameAnswer(both, address);
    for (const other of addressesIn(text)) named.add(other);
  }
  for (const address of addresses) named.delete(address);
  const ofShapes = Object.values(Object.groupBy(named, shapeOf));
  const asked = ofShapes.flatMap((alike = []) => alike.slice(0, OF_A_SHAPE));
  for (const address of asked) await expectSameAnswer(both, address);
}

/** Of addresses that one function answers, how many are asked for. */
const OF_A_SHAPE = 3;

/** What addresses of one kind have alike: what is after `/-/`, and the names of their parameters. */
function shapeOf(address: string): string {
  const { pathname, searchParams } = new URL(ORIGIN + address);
  const kind = /^\/-\/(?:api\/v1\/|feeds\/)?[^/]+/.exec(pathname)?.[0] ?? '';
  return [kind, ...new Set(searchParams.keys())].join(' ');
}

async function expectSameAnswer({ sqlite, postgresql }: Both, address: string): Promise<{ text: string }> {
  const [expected, answer] = await Promise.all([answerOf(sqlite, address), answerOf(postgresql, address)]);
  expect.soft(expected.status, address).not.toBe(500);
  expect.soft(answer, address).toEqual(expected);
  return expected;
}

async function answerOf(site: Served, address: string) {
  const reply = await site.get(address, { host: HOST, 'accept-encoding': 'identity' });
  const { date: _, 'x-request-id': __, ...headers } = reply.headers;
  return { status: reply.status, headers, text: reply.body.toString('latin1') };
}

/** The addresses of the site that a page, a feed or an answer of the API names; those that scripts and styles have are left. */
function addressesIn(text: string): string[] {
  const written = [...text.matchAll(/(?:href|src)="([^"#]+)|"(http:[^"#\s]+)"|<loc>([^<]+)/g)];
  return written
    .map(([, html, json, xml]) => new URL((html ?? json ?? xml ?? '').replaceAll('&amp;', '&'), ORIGIN))
    .filter(({ origin, pathname }) => origin === ORIGIN && !pathname.startsWith('/-/assets/'))
    .map(({ pathname, search }) => pathname + search);
}

function cursorOf(operation: string, position: string | number): string {
  return Buffer.from(JSON.stringify([operation, position])).toString('base64url');
}
