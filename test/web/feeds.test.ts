import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  all,
  atomFaults,
  hasXmllint,
  jsonFeedSchema,
  parseXml,
  schemaFaults,
  type XmlElement,
} from '../support/feeds.ts';
import { type Repository, repository } from '../support/git.ts';
import { type Served, served } from '../support/served.ts';

const settings = [
  'title: Essai & « co »',
  'languages: [fr, en]',
  'timezone: Europe/Paris',
  'collections:',
  '  rapports: { path: rapports/, title: { fr: Rapports, en: Reports } }',
  '',
].join('\n');

let wiki: Repository;
let site: Served;
const commits: Record<string, string> = {};

beforeAll(async () => {
  wiki = await repository({
    'greffe.yml': settings,
    'index.md': '# Essai\n',
    'rapports/mars.md':
      '---\ndate: 2025-03-01\ntags: [bilan]\n---\n# Mars & <fin>\n\nVoir [le guide](../guides/a.md#fin) et ![le logo](/logo.png).\n\n<script>alert(1)</script>\n',
    'rapports/mars.en.md': '---\ndate: 2025-03-01\n---\n# March\n',
    'guides/a.md': '# Apprendre\n\nUn texte.\n\n## Fin\n\nDernier mot.\n',
    'guides/table.csv': 'nom,licence\nGit,GPL\nVim,Vim\n',
    'logo.png': new Uint8Array([137, 80, 78, 71, 0, 1, 2]),
  });
  commits.edit = await wiki.commit('guides: mot <juste> & net', {
    'guides/a.md': '# Apprendre\n\nUn texte juste.\n\n## Fin\n\nDernier mot.\n',
  });
  commits.rows = await wiki.commit('Une ligne', {
    'guides/table.csv': 'nom,licence\nGit,GPL-2.0\nEmacs,GPL-3.0\n',
  });
  commits.rename = await wiki.rename('guides/a.md', 'guides/apprendre.md');
  await wiki.commit('Ajoute une page', { 'guides/b.md': '# Brève\n' });
  await wiki.remove('guides/b.md');
  await wiki.commit(
    'Titre \u0001 interdit',
    { 'index.md': '# Essai\n\n\u000b\n' },
    {
      author: 'Dominique Exemple <d@example.org>',
      committer: 'Camille Exemple <c@example.org>',
    },
  );
  site = await served(wiki);
});
afterAll(() => site[Symbol.asyncDispose]());

const feeds = [
  '/-/feeds/recent',
  '/-/feeds/folder/guides',
  '/-/feeds/page/index.md',
  '/-/feeds/page/guides/apprendre.md',
  '/-/feeds/page/guides/b.md',
  '/-/feeds/page/logo.png',
  '/-/feeds/table/guides/table.csv',
  '/-/feeds/collections/rapports',
];

async function atomOf(path: string): Promise<XmlElement> {
  const { status, text } = await site.get(path);
  expect(status, path).toBe(200);
  return parseXml(text);
}

const textOf = (element: XmlElement | undefined, name: string) =>
  element && all(element, name).map(({ text }) => text)[0];
const entriesOf = async (path: string) => all(await atomOf(path), 'entry');
const entry = async (path: string, title: string) =>
  (await entriesOf(path)).find((one) => textOf(one, 'title') === title);

test.each(feeds)('%s is what Atom (RFC 4287) asks for', async (path) => {
  const { headers, text } = await site.get(`${path}.atom`);
  expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
  expect(headers['access-control-allow-origin']).toBe('*');
  const feed = parseXml(text);
  expect(atomFaults(feed)).toEqual([]);
  expect(all(feed, 'entry').length).toBeGreaterThan(0);
  const ids = all(feed, 'entry').map((one) => textOf(one, 'id'));
  expect(new Set(ids).size).toBe(ids.length);
});

test.skipIf(!hasXmllint).each(feeds)('%s is valid against the schema of Atom', async (path) => {
  expect(schemaFaults((await site.get(`${path}.atom`)).text)).toBe('');
});

test.skipIf(!hasXmllint)('the schema of Atom refuses what is not Atom', async () => {
  const { text } = await site.get('/-/feeds/recent.atom');
  for (const [from, to] of [
    [/<id>/, '<id>urn:x</id><id>'],
    [/<updated>[^<]*/, '<updated>hier'],
    [/<link /, '<link rel2="x" '],
    [/<entry[^>]*>/, '$&<body/>'],
  ] as const)
    expect(schemaFaults(text.replace(from, to)), to).not.toBe('');
});

test.each(feeds)('%s is what JSON Feed 1.1 asks for, and says the same as Atom', async (path) => {
  const { headers, text } = await site.get(`${path}.json`);
  expect(headers['content-type']).toBe('application/feed+json; charset=utf-8');
  const feed = jsonFeedSchema.parse(JSON.parse(text));
  expect(feed.items.map(({ id }) => id)).toEqual(
    (await entriesOf(`${path}.atom`)).map((one) => textOf(one, 'id')),
  );
});

test('a feed says where it is, where it is in another form, and what it follows', async () => {
  const links = all(await atomOf('/-/feeds/folder/guides.atom?lang=en'), 'link').map(({ attributes }) => [
    attributes.rel,
    attributes.type,
    attributes.href,
  ]);
  expect(links).toEqual([
    ['alternate', 'text/html', `${site.origin}/en/guides/`],
    ['alternate', 'application/feed+json', `${site.origin}/-/feeds/folder/guides.json?lang=en`],
    ['self', 'application/atom+xml', `${site.origin}/-/feeds/folder/guides.atom?lang=en`],
  ]);
});

test('the last changes are one entry a commit, the newest first', async () => {
  const entries = await entriesOf('/-/feeds/recent.atom');
  expect(entries.map((one) => textOf(one, 'title')).slice(0, 3)).toEqual([
    'Titre  interdit',
    'Remove guides/b.md',
    'Ajoute une page',
  ]);
  expect(textOf(await entry('/-/feeds/recent.atom', 'guides: mot <juste> & net'), 'content')).toContain(
    '<p>Un texte<ins> juste</ins>.</p>',
  );
});

test('who wrote a change and who committed it are named, without their addresses', async () => {
  const [first] = await entriesOf('/-/feeds/recent.atom');
  expect(all(first as XmlElement, 'author').map((one) => textOf(one, 'name'))).toEqual(['Dominique Exemple']);
  expect(all(first as XmlElement, 'contributor').map((one) => textOf(one, 'name'))).toEqual([
    'Camille Exemple',
  ]);
  expect((await site.get('/-/feeds/recent.atom')).text).not.toContain('example.org');
});

test('a folder tells only of what is in it, or was', async () => {
  const titles = (await entriesOf('/-/feeds/folder/guides.atom')).map((one) => textOf(one, 'title'));
  expect(titles).toEqual([
    'Remove guides/b.md',
    'Ajoute une page',
    'Rename guides/a.md to guides/apprendre.md',
    'Une ligne',
    'guides: mot <juste> & net',
    'First version',
  ]);
  expect(textOf(await entry('/-/feeds/folder/guides.atom', 'First version'), 'content')).not.toContain(
    'Mars',
  );
});

test('a page is followed through its renames, in full, its changes marked', async () => {
  const path = '/-/feeds/page/guides/apprendre.md.atom';
  const titles = (await entriesOf(path)).map((one) => textOf(one, 'title'));
  expect(titles).toEqual([
    'Rename guides/a.md to guides/apprendre.md',
    'guides: mot <juste> & net',
    'First version',
  ]);
  const content = textOf(await entry(path, 'guides: mot <juste> & net'), 'content');
  expect(content).toContain('<ins> juste</ins>');
  expect(content).toContain('Dernier mot.');
});

test('the feed of a page that was renamed leads to that of its name today', async () => {
  const { status, headers } = await site.get('/-/feeds/page/guides/a.md.json?lang=en');
  expect([status, headers.location]).toEqual([301, '/-/feeds/page/guides/apprendre.md.json?lang=en']);
});

test('the feed of a deleted page says so', async () => {
  const [first] = await entriesOf('/-/feeds/page/guides/b.md.atom');
  expect(textOf(first, 'content')).toBe('<p>Supprimé.</p>');
});

test('the feed of a table tells its rows', async () => {
  const content = textOf(await entry('/-/feeds/table/guides/table.csv.atom', 'Une ligne'), 'content') ?? '';
  expect(content).toMatch(/1\s+ligne ajoutée.*Emacs/);
  expect(content).toMatch(/1\s+ligne supprimée.*Vim/);
  expect(content).toMatch(/1\s+ligne modifiée.*<del lang="fr">GPL<\/del>/);
});

test('a collection holds whole pages, with absolute links and nothing that runs', async () => {
  const page = await entry('/-/feeds/collections/rapports.atom', 'Mars & <fin>');
  const content = textOf(page, 'content') ?? '';
  expect(content).toContain(`<a href="${site.origin}/guides/apprendre#fin">le guide</a>`);
  expect(content).toContain(`src="${site.origin}/logo.png"`);
  expect(content).not.toContain('<script');
  expect(all(page as XmlElement, 'category').map(({ attributes }) => attributes.term)).toEqual(['bilan']);
});

test('a page is dated from the day it says, in the zone of the wiki', async () => {
  expect(textOf(await entry('/-/feeds/collections/rapports.atom', 'Mars & <fin>'), 'published')).toBe(
    '2025-02-28T23:00:00Z',
  );
});

test('a page of a collection leads to its translations', async () => {
  const page = await entry('/-/feeds/collections/rapports.atom', 'Mars & <fin>');
  expect(page?.attributes['xml:lang']).toBe('fr');
  expect(
    all(page as XmlElement, 'link').map(({ attributes }) => [attributes.hreflang, attributes.href]),
  ).toEqual([
    ['fr', `${site.origin}/rapports/mars`],
    ['en', `${site.origin}/en/rapports/mars`],
  ]);
});

test('an id is the same at another address of the site, and after a rename', async () => {
  const again = await repository({ 'greffe.yml': settings, 'rapports/mars.md': '# Mars\n' });
  await using first = await served(again, { overrides: { url: 'https://un.example' } });
  const ids = async (one: Served) =>
    [...(await one.get('/-/feeds/collections/rapports.atom')).text.matchAll(/<id>(.*?)<\/id>/g)].map(
      ([, id]) => id,
    );
  const before = await ids(first);
  await again.rename('rapports/mars.md', 'rapports/avril.md');
  await using second = await served(again, { overrides: { url: 'https://deux.example' } });
  expect(await ids(second)).toEqual(before);
});

test('a feed that has not changed is not sent again', async () => {
  const { headers } = await site.get('/-/feeds/recent.atom');
  const again = await site.get('/-/feeds/recent.atom', { 'if-none-match': headers.etag ?? '' });
  expect([again.status, again.text]).toEqual([304, '']);
});

test('what is older is in further pages (RFC 5005), nothing twice', async () => {
  const many = await repository({ 'index.md': '# Essai\n' });
  for (let number = 1; number <= 40; number++)
    await many.commit(`Commit ${number}`, { 'a.md': `# ${number}\n` });
  await using other = await served(many);
  for (const path of ['/-/feeds/recent.json', '/-/feeds/page/a.md.json']) {
    const titles: string[] = [];
    let next: string | undefined = path;
    while (next !== undefined) {
      const feed = jsonFeedSchema.parse(JSON.parse((await other.get(next)).text));
      titles.push(...feed.items.map(({ title }) => title));
      next = feed.next_url?.slice(other.origin.length);
    }
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.filter((title) => title.startsWith('Commit'))).toHaveLength(40);
  }
});

test('a huge commit is told in part', async () => {
  const pages = Array.from({ length: 300 }, (_, at) => [
    `p/${at}.md`,
    `# Page ${at}\n\n${'mot '.repeat(2_000)}\n`,
  ]);
  await using huge = await served(await repository(Object.fromEntries(pages)));
  const { text } = await huge.get('/-/feeds/recent.atom');
  expect(text.length).toBeLessThan(500_000);
  expect(atomFaults(parseXml(text))).toEqual([]);
  expect(text).toContain('290');
});

test('a page too long for a feed leads to the site', async () => {
  const long = await repository({
    'greffe.yml': settings,
    'rapports/long.md': `# Long\n\n${'mot '.repeat(80_000)}\n`,
  });
  await using other = await served(long);
  const { text } = await other.get('/-/feeds/collections/rapports.atom');
  expect(text.length).toBeLessThan(5_000);
  expect(text).toContain('lire la suite sur le site');
});

test('a wiki without a commit has an empty feed that is valid', async () => {
  await using empty = await served(await repository());
  const { status, text } = await empty.get('/-/feeds/recent.atom');
  expect(status).toBe(200);
  expect(atomFaults(parseXml(text))).toEqual([]);
});

test.each([
  '/-/feeds/',
  '/-/feeds/recent',
  '/-/feeds/recent.rss',
  '/-/feeds/recent.atom?before=0123',
  '/-/feeds/folder/nulle-part.atom',
  '/-/feeds/page/nulle-part.md.atom',
  '/-/feeds/page/index.md.atom?before=x',
  '/-/feeds/table/index.md.atom',
  '/-/feeds/collections/inconnue.json',
  '/-/feeds/collections/__proto__.atom',
])('%s is not found', async (path) => {
  expect((await site.get(path)).status).toBe(404);
});

test('nothing breaks in the server', () => {
  expect(site.reports).toEqual([]);
});
