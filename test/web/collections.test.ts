import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, served } from '../support/served.ts';

const numbers = Array.from({ length: 120 }, (_, at) => String(at + 1).padStart(3, '0'));
let site: Served;

beforeAll(async () => {
  site = await served(
    {
      'greffe.yml': [
        'title: Essai',
        'languages: [fr, en]',
        'collections:',
        '  rapports:',
        '    path: rapports/',
        '    title: { fr: Rapports, en: Reports }',
        '  guides:',
        '    path: guides/',
        '    order: name',
        '  notes:',
        '    path: notes/',
        '  vide:',
        '    path: nulle-part/',
        '',
      ].join('\n'),
      'index.md': '# Essai\n',
      'rapports/index.md': '# Les rapports\n',
      'rapports/mars.md': '---\ndate: 2025-03-01\ndescription: Ce que mars a vu.\n---\n# Mars & <fin>\n',
      'rapports/mars.en.md': '---\ndate: 2025-03-01\n---\n# March\n',
      'rapports/2024/mai.md': '---\ndate: 2024-05-01\n---\n# Mai\n',
      'rapports/sans-date.md': '# Sans date\n',
      'rapports/ebauche.md': '---\ndraft: true\n---\n# Ébauche\n',
      'guides/b.md': '# Éditer\n',
      'guides/a.md': '# Zéro\n',
      'guides/c.md': '# Apprendre\n',
      ...Object.fromEntries(numbers.map((number) => [`notes/${number}.md`, `# Note ${number}\n`])),
    },
    {},
  );
});
afterAll(() => site[Symbol.asyncDispose]());

const get = async (path: string) => (await site.get(path)).text;
/** The titles that a page lists, in order. */
const titles = (html: string) =>
  [...html.matchAll(/<ul class="page-list">.*?<\/ul>/gs)].flatMap(([list]) =>
    [...list.matchAll(/<a [^>]*>([^<]*)<\/a>/g)].map(([, title]) => title),
  );

test('a collection lists its pages, the newest first, without drafts nor the page of its folder', async () => {
  const { status, text } = await site.get('/-/collections/rapports');
  expect(status).toBe(200);
  expect(text).toMatch(/<h1[^>]*>Rapports<\/h1>/);
  expect(titles(text)).toEqual(['Mars &amp; &lt;fin&gt;', 'Mai', 'Sans date']);
  expect(text).toContain('Ce que mars a vu.');
  expect(text).toContain('<time datetime="2025-03-01">');
});

test('a collection is in the language of its reader where its pages are', async () => {
  const { headers, text } = await site.get('/-/collections/rapports?lang=en');
  expect(headers['content-language']).toBe('en');
  expect(text).toMatch(/<h1[^>]*>Reports<\/h1>/);
  expect(titles(text)).toEqual(['March', 'Mai', 'Sans date']);
  expect(text).toContain('href="/en/rapports/mars"');
});

test('a collection by name is in the order of its language', async () => {
  expect(titles(await get('/-/collections/guides'))).toEqual(['Apprendre', 'Éditer', 'Zéro']);
});

test('a long collection has pages', async () => {
  const first = await get('/-/collections/notes');
  expect(titles(first)).toHaveLength(100);
  const next = /rel="next" href="([^"]+)"/.exec(first)?.[1] ?? '';
  const second = await get(next);
  expect(titles(second)).toHaveLength(20);
  expect(new Set([...titles(first), ...titles(second)]).size).toBe(120);
  expect(second).toContain('rel="prev" href="/-/collections/notes"');
  expect(titles(await get('/-/collections/notes?page=99'))).toEqual(titles(second));
});

test('a collection of a folder that is not there is empty', async () => {
  const { status, text } = await site.get('/-/collections/vide');
  expect(status).toBe(200);
  expect(text).toContain('Aucune page pour l’instant.');
});

test.each([
  '/-/collections/inconnue',
  '/-/collections/constructor',
  '/-/collections/',
  '/-/feeds/collections/inconnue.atom',
  '/-/feeds/collections/rapports',
  '/-/feeds/collections/__proto__.atom',
])('%s is not found', async (path) => {
  expect((await site.get(path)).status).toBe(404);
});

test('a collection leads to its feed, in the same language', async () => {
  const text = await get('/-/collections/rapports?lang=en');
  const feed = '/-/feeds/collections/rapports.atom?lang=en';
  expect(text).toMatch(/<link rel="alternate" type="application\/atom\+xml"[^>]*>/);
  expect(text).toContain(`href="${feed}"`);
  expect((await site.get(feed)).status).toBe(200);
});

test('the feed of a collection is Atom (RFC 4287): every element it requires, once', async () => {
  const { headers, text } = await site.get('/-/feeds/collections/rapports.atom');
  expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
  const feed = parseXml(text);
  expect(feed.name).toBe('feed');
  const texts = (element: Element, name: string) => all(element, name).map(({ text }) => text);
  for (const name of ['id', 'title', 'updated']) expect(texts(feed, name), name).toHaveLength(1);
  expect(texts(feed, 'title')).toEqual(['Rapports – Essai']);
  const entries = all(feed, 'entry');
  expect(entries.map((entry) => texts(entry, 'title')[0])).toEqual(['Mars & <fin>', 'Mai', 'Sans date']);
  for (const entry of entries) {
    for (const name of ['id', 'title', 'updated', 'link']) expect(all(entry, name), name).toHaveLength(1);
    const [id = ''] = texts(entry, 'id');
    expect(id).toMatch(/^http:\/\/localhost:\d+\/rapports\//);
    expect((await site.get(new URL(id).pathname)).status).toBe(200);
    for (const date of [...texts(entry, 'updated'), ...texts(entry, 'published')])
      expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  }
});

test('nothing breaks in the server', () => {
  expect(site.reports).toEqual([]);
});

interface Element {
  readonly name: string;
  readonly children: Element[];
  text: string;
}

function all({ children }: Element, name: string): Element[] {
  return children.filter((child) => child.name === name);
}

/** Enough of XML to read a feed, and refuse one that is not well formed. */
function parseXml(xml: string): Element {
  const root: Element = { name: '', children: [], text: '' };
  const open = [root];
  const tokens = /<\?xml[^>]*\?>|<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|([^<]+)|(.)/gs;
  for (const [, closing, name = '', , empty, text, stray] of xml.matchAll(tokens)) {
    const top = open.at(-1) as Element;
    if (stray !== undefined || /&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(text ?? ''))
      throw new Error(`Not XML: ${stray ?? text}`);
    if (text !== undefined) top.text += text.replace(/&(\w+);/g, (_, entity) => ENTITIES[entity] ?? '');
    else if (closing === '/' && open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
    else if (closing === '') {
      const element: Element = { name, children: [], text: '' };
      top.children.push(element);
      if (empty === '') open.push(element);
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('An element is not closed');
  return root.children[0] as Element;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
