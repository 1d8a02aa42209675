import { afterAll, beforeAll, expect, test } from 'vitest';
import { example } from '../support/example.ts';
import { type Served, served } from '../support/served.ts';

let site: Served;

beforeAll(async () => {
  site = await served(await example());
});
afterAll(() => site[Symbol.asyncDispose]());

const everyKind = [
  '/',
  '/en/',
  '/guides/publier-son-code',
  '/guides/publier-son-code.md',
  '/nothing/here',
  '/referents',
  '/guides/comparatif-des-forges',
  '/2026/',
  '/logiciels.csv',
  '/reunions.ics',
  '/docs/charte-du-logiciel-libre.pdf',
  '/images/archipel.svg',
  '/-/history/index.md',
  '/-/diff/index.md',
  '/-/translations',
  '/-/raw/index.md',
  '/sitemap.xml',
  '/robots.txt',
  '/llms.txt',
];

test.each(everyKind)('%s sets no cookie, is not to be sniffed and has a type', async (path) => {
  const { headers } = await site.get(path);
  expect(headers['set-cookie']).toBeUndefined();
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['content-type']).toMatch(/^[a-z]+\/[\w.+-]+/);
  expect(headers.etag).toMatch(/^"[\w-]+"$/);
});

test.each(everyKind)('%s runs nothing that this server did not send', async (path) => {
  const { headers } = await site.get(path);
  if (!/html|svg|pdf/.test(headers['content-type'] ?? '')) return;
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toMatch(/^default-src 'none'/);
  expect(policy).not.toMatch(/script-src[^;]*unsafe|script-src[^;]*\*|plugin-types/);
});

test('a page has no inline script and no inline style', async () => {
  for (const path of everyKind) {
    const { headers, text } = await site.get(path);
    if (!headers['content-type']?.startsWith('text/html')) continue;
    const scripts = text.match(/<script[^>]*>/g) ?? [];
    for (const script of scripts) expect(script).toMatch(/ src="|type="application\/ld\+json"/);
    expect(text, path).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
  }
});

test('a page may be kept and must be asked again', async () => {
  expect((await site.get('/')).headers['cache-control']).toBe('no-cache');
});

test('a stylesheet and a script may be kept for ever under an address of their own', async () => {
  const { text } = await site.get('/');
  const addresses = [...text.matchAll(/(?:href|src)="(\/-\/assets\/[^"]+)"/g)].map(
    ([, path]) => path as string,
  );
  expect(addresses.map((path) => path.replace(/.*\./, '')).sort()).toEqual(['css', 'css', 'js', 'svg']);
  for (const path of addresses) {
    const { status, headers, body } = await site.get(path);
    expect(status, path).toBe(200);
    expect(body.length).toBeGreaterThan(10);
    if (!path.includes('theme')) expect(headers['cache-control']).toMatch('immutable');
  }
});

test('the colour of the settings is a stylesheet', async () => {
  const { text, headers } = await site.get('/-/assets/theme-0b5d5e.css');
  expect(headers['content-type']).toBe('text/css; charset=utf-8');
  expect(text).toContain('#0b5d5e');
});

test.each(['/-/assets/nothing.js', '/-/assets/theme-xyz.css', '/-/assets/diagram/', '/-/assets/'])(
  'there is no asset %s',
  async (path) => {
    expect((await site.get(path)).status).toBe(404);
  },
);

test('the scheme that a client writes in its target is nobody else’s', async () => {
  await using plain = await served({ 'index.md': '# Accueil' });
  const host = `localhost:${plain.port}`;
  const asked = `GET https://${host}/-/feeds/recent.atom HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
  expect(await plain.send(asked)).toContain(`http://${host}/-/recent`);
  expect((await plain.get('/-/feeds/recent.atom')).text).not.toContain('https://localhost');
});
