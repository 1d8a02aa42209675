import { afterAll, beforeAll, expect, test } from 'vitest';
import { example } from '../support/example.ts';
import { type Served, served } from '../support/served.ts';

const host = 'wiki.example';
let site: Served;

beforeAll(async () => {
  site = await served(await example());
});
afterAll(() => site[Symbol.asyncDispose]());

async function head(path: string): Promise<string> {
  const { text } = await site.get(path, { host });
  return /<head>(.*?)<\/head>/s.exec(text)?.[1] ?? '';
}

const structured = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null');

test('a page says its title, then the site’s', async () => {
  expect(await head('/guides/publier-son-code')).toContain(
    '<title lang="fr">Publier son code source – Atelier du logiciel libre de Morvaine</title>',
  );
  expect(await head('/')).toContain('<title lang="fr">Atelier du logiciel libre de Morvaine</title>');
  expect(await head('/en/')).toContain('<title lang="en">Morvaine Free Software Workshop</title>');
});

test('a page says its one address, whatever its query', async () => {
  expect(await head('/guides/publier-son-code?x=1')).toContain(
    '<link rel="canonical" href="http://wiki.example/guides/publier-son-code"/>',
  );
});

test('a page names itself and its translations, with the default for all others', async () => {
  const alternates = (html: string) =>
    [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(
      ([, language, href]) => [language, href],
    );
  const expected = [
    ['en', 'http://wiki.example/en/why-git'],
    ['fr', 'http://wiki.example/pourquoi-git'],
    ['x-default', 'http://wiki.example/pourquoi-git'],
  ];
  const french = alternates(await head('/pourquoi-git'));
  expect(french.map(([language]) => language).sort()).toEqual(['en', 'fr', 'x-default']);
  expect(alternates(await head(new URL(french.find(([l]) => l === 'en')?.[1] ?? '').pathname))).toEqual(
    french,
  );
  expect(french.find(([language]) => language === 'x-default')?.[1]).toBe(expected[2]?.[1]);
});

test('a page in one language names no other', async () => {
  expect(await head('/politique/pratique')).not.toContain('hreflang');
});

test('a page offers its Markdown', async () => {
  const href = /<link rel="alternate" type="text\/markdown"[^>]* href="([^"]+)"/.exec(
    await head('/guides/publier-son-code'),
  )?.[1];
  expect((await site.get(href ?? '')).headers['content-type']).toBe('text/markdown; charset=utf-8');
});

test('a page says to those who share it what it is', async () => {
  const html = await head('/en/guides/publier-son-code');
  const property = (name: string) => new RegExp(`property="${name}" content="([^"]*)"`).exec(html)?.[1];
  expect(property('og:type')).toBe('article');
  expect(property('og:url')).toBe('http://wiki.example/en/guides/publier-son-code');
  expect(property('og:locale')).toBe('en');
  expect(property('og:site_name')).toBe('Morvaine Free Software Workshop');
  expect(property('og:title')).toBe(/<title[^>]*>(.*?) – /.exec(html)?.[1]);
  expect(property('article:modified_time')).toMatch(/^2026-/);
});

test('a page says to search engines what it is', async () => {
  expect(structured(await head('/guides/publier-son-code'))).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: 'Publier son code source',
    url: 'http://wiki.example/guides/publier-son-code',
    inLanguage: 'fr',
    dateModified: expect.stringMatching(/^2026-/),
  });
  expect(structured(await head('/'))).toMatchObject({
    '@type': 'WebSite',
    name: 'Atelier du logiciel libre de Morvaine',
  });
});

test('a title cannot end the script it is in', async () => {
  await using hostile = await served({
    'index.md': '---\ntitle: "</script><script>alert(1)</script>"\ndescription: "</script><!-- <b>"\n---\n',
  });
  const { text } = await hostile.get('/');
  expect(text).not.toContain('<script>alert');
  expect(structured(text)).toMatchObject({ description: '</script><!-- <b>' });
});

test.each(['/-/history/index.md', '/-/diff/index.md', '/-/translations', '/nothing'])(
  '%s is kept out of search engines',
  async (path) => {
    expect(await head(path)).toContain('<meta name="robots" content="noindex"/>');
  },
);

test('a draft is shown to who knows its address, and kept out of search engines and listings', async () => {
  const html = (await site.get('/guides/organiser-un-atelier')).text;
  expect(html).toContain('Ceci est un brouillon');
  expect(html).toContain('content="noindex"');
  for (const path of ['/guides/', '/sitemap.xml', '/llms.txt', '/-/translations']) {
    expect.soft((await site.get(path)).text, path).not.toContain('organiser-un-atelier"');
  }
});
