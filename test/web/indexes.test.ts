import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { example } from '../support/example.ts';
import { type Served, served } from '../support/served.ts';

const host = 'wiki.example';
let site: Served;

beforeAll(async () => {
  site = await served(await example());
});
afterAll(() => site[Symbol.asyncDispose]());

const locations = (xml: string) => [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url as string);

test('the sitemap names every page once, each of which answers', async () => {
  const { headers, text } = await site.get('/sitemap.xml', { host });
  expect(headers['content-type']).toBe('application/xml; charset=utf-8');
  const urls = locations(text);
  expect(urls.length).toBeGreaterThan(40);
  expect(new Set(urls).size).toBe(urls.length);
  for (const url of urls) {
    expect(url).toMatch(/^http:\/\/wiki\.example\//);
    // A page may say that its address leads elsewhere
    expect([200, 301], url).toContain((await site.get(new URL(url).pathname)).status);
  }
});

test('the sitemap names the translations of a page beside it', async () => {
  const { text } = await site.get('/sitemap.xml', { host });
  const entry = /<url><loc>http:\/\/wiki\.example\/politique\/faq<\/loc>.*?<\/url>/.exec(text)?.[0];
  expect(entry).toContain('hreflang="fr" href="http://wiki.example/politique/faq"');
  expect(entry).toContain('hreflang="en" href="http://wiki.example/en/politique/faq"');
});

test('the sitemap is well formed, whatever the names of the pages', async () => {
  await using odd = await served({ 'index.md': '# A', 'a&b <c> "d".md': '# B', 'é.md': '# C' });
  const { text } = await odd.get('/sitemap.xml', { host });
  expect(text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<urlset [^>]+>\n/);
  expect(text).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos);)/);
  expect(text.match(/<url>/g)?.length).toBe(text.match(/<\/url>/g)?.length);
  expect(locations(text).map((url) => url.replaceAll('&amp;', '&'))).toEqual([
    'http://wiki.example/',
    'http://wiki.example/a&b%20%3Cc%3E%20%22d%22',
    'http://wiki.example/%C3%A9',
  ]);
});

test('robots are sent to the sitemap and kept from what is around the pages', async () => {
  const { headers, text } = await site.get('/robots.txt', { host });
  expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(text).toContain('User-agent: *\n');
  expect(text).toContain('Disallow: /-/\n');
  expect(text).toContain('Sitemap: http://wiki.example/sitemap.xml\n');
});

test('a robot may read what llms.txt sends it to, and does not list it', async () => {
  const rules = (await site.get('/robots.txt')).text;
  expect(rules).toContain('Allow: /-/raw/\n');
  expect((await site.get('/-/raw/index.md')).headers['x-robots-tag']).toBe('noindex');
  expect((await site.get('/docs/charte-du-logiciel-libre.pdf')).headers).not.toHaveProperty('x-robots-tag');
});

test('llms.txt lists the Markdown of the pages, each of which answers', async () => {
  const { headers, text } = await site.get('/llms.txt', { host });
  expect(headers['content-type']).toBe('text/markdown; charset=utf-8');
  expect(text).toMatch(/^# Atelier du logiciel libre de Morvaine\n\n> Guides, politique et rapports/);
  const urls = [...text.matchAll(/^- \[.+?\]\((http:\/\/wiki\.example[^)]+)\)/gm)].map(
    ([, url]) => url as string,
  );
  expect(urls.length).toBeGreaterThan(40);
  for (const url of urls) {
    const { status, headers } = await site.get(new URL(url).pathname);
    expect(status, url).toBe(200);
    expect(headers['content-type']).toBe('text/markdown; charset=utf-8');
  }
});

test('the file that the repository has goes before what is made', async () => {
  await using own = await served({
    'index.md': '# A',
    'robots.txt': 'User-agent: *\nDisallow: /\n',
    'sitemap.xml': '<urlset/>',
    'llms.txt': 'Bonjour.\n',
  });
  expect((await own.get('/robots.txt')).text).toBe('User-agent: *\nDisallow: /\n');
  expect((await own.get('/sitemap.xml')).text).toBe('<urlset/>');
  expect((await own.get('/llms.txt')).text).toBe('Bonjour.\n');
});

test('the example’s settings are what its readers see', async () => {
  const settings = parseDocument((await site.get('/greffe.yml')).text).toJS();
  expect((await site.get('/')).text).toContain(settings.title.fr);
  expect((await site.get('/en/')).text).toContain(settings.title.en);
});
