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

test('nothing breaks in the server', () => {
  expect(site.reports).toEqual([]);
});
