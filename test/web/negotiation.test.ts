import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repository } from '../support/git.ts';
import { type Served, served } from '../support/served.ts';

const source = `# Guide\n\n${'Un paragraphe assez long pour être compressé. '.repeat(60)}\n`;
let site: Served;

beforeAll(async () => {
  const files = { 'index.md': '# Accueil\n', 'guide.md': source, 'a.csv': 'a;b\n' };
  site = await served(files, { overrides: { languages: ['fr'] } });
});
afterAll(() => site[Symbol.asyncDispose]());

test('a page is HTML for a browser', async () => {
  const { status, headers, text } = await site.get('/guide', { accept: 'text/html,*/*;q=0.8' });
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(text).toMatch(/^<!DOCTYPE html>\n<html lang="fr">/);
});

test.each([
  'text/markdown',
  'text/markdown, text/html;q=0.5',
  'text/plain;q=0.3, text/markdown;q=0.9, text/html;q=0.8',
])('a page is its Markdown source for a client that accepts %s', async (accept) => {
  const { status, headers, text } = await site.get('/guide', { accept });
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/markdown; charset=utf-8');
  expect(text).toBe(source);
});

test.each(['text/html, text/markdown;q=0.5', 'text/markdown;q=0', '*/*', 'text/html'])(
  'a page is HTML for a client that accepts %s',
  async (accept) => {
    expect((await site.get('/guide', { accept })).headers['content-type']).toMatch('text/html');
  },
);

test('caches are told that what is accepted decides the answer, of a page and of a redirection', async () => {
  for (const path of ['/guide', '/guide.md']) {
    expect((await site.get(path)).headers.vary?.split(', ')).toContain('accept');
  }
});

test('the address of the file leads to the page', async () => {
  const { status, headers, text } = await site.get('/guide.md');
  expect(status).toBe(301);
  expect(headers.location).toBe('/guide');
  expect(text).toBe('');
});

test('the address of the file answers Markdown at once to who wants it', async () => {
  const { status, text } = await site.get('/guide.md', { accept: 'text/markdown' });
  expect(status).toBe(200);
  expect(text).toBe(source);
});

test('the file of a name that an address must escape answers Markdown too', async () => {
  const names = ['a#b.md', 'c?d.md', 'e f.md', 'g%h.md', 'é.md'];
  const files: (readonly [string | Uint8Array, string])[] = names.map((name) => [name, name]);
  const latin1 = Buffer.from([0x63, 0xe9, 0x2e, 0x6d, 0x64]);
  await using odd = await served(await repository([...files, [latin1, 'latin-1']]));
  const addresses = [...names.map((name) => `/${encodeURIComponent(name)}`), '/c%E9.md'];
  for (const address of addresses) {
    expect.soft((await odd.get(address, { accept: 'text/markdown' })).status, address).toBe(200);
  }
});

test('Markdown that is not UTF-8 is sent as the UTF-8 it is said to be', async () => {
  await using latin1 = await served({ 'page.md': Buffer.from('caf\xe9', 'latin1') });
  expect((await latin1.get('/page', { accept: 'text/markdown' })).text).toBe('café');
});

test.each([
  ['gzip', 'gzip', gunzipSync],
  ['br', 'br', brotliDecompressSync],
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
  ['gzip;q=1.0, br;q=0.0', 'gzip', gunzipSync],
] as const)('Accept-Encoding: %s gets %s', async (accepted, encoding, decode) => {
  const plain = await site.get('/guide');
  const { headers, body } = await site.get('/guide', { 'accept-encoding': accepted });
  expect(headers['content-encoding']).toBe(encoding);
  expect(headers['content-length']).toBe(String(body.length));
  expect(headers.vary).toMatch('accept-encoding');
  expect(decode(body)).toEqual(plain.body);
  expect(body.length).toBeLessThan(plain.body.length);
});

test.each(['identity', 'gzip;q=0', 'br;q=0, gzip;q=0.000', 'deflate', ''])(
  'Accept-Encoding: %s gets it as it is',
  async (accepted) => {
    const { headers } = await site.get('/guide', { 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBeUndefined();
  },
);

test.each(['identity', 'gzip', 'br'])('who has the same copy (%s) gets none', async (encoding) => {
  const asked = { 'accept-encoding': encoding };
  const { etag } = (await site.get('/guide', asked)).headers;
  const again = await site.get('/guide', { ...asked, 'if-none-match': `"other", W/${etag}` });
  expect(again.status).toBe(304);
  expect(again.body.length).toBe(0);
  expect(again.headers.etag).toBe(etag);
  expect(again.headers['content-length']).toBeUndefined();
});

test('copies in two encodings have two tags', async () => {
  const tags = ['identity', 'gzip', 'br'].map(
    async (encoding) => (await site.get('/guide', { 'accept-encoding': encoding })).headers.etag,
  );
  expect(new Set(await Promise.all(tags)).size).toBe(3);
});

test('who has another copy gets this one', async () => {
  const { status, body } = await site.get('/guide', { 'if-none-match': '"other"' });
  expect(status).toBe(200);
  expect(body.length).toBeGreaterThan(0);
});

test.each(['/guide', '/a.csv', '/guide.md', '/nothing', '/-/history/guide.md', '/robots.txt'])(
  'HEAD %s says what GET would, without the body',
  async (path) => {
    const get = await site.get(path);
    const head = await site.ask(path, { method: 'HEAD' });
    const lasting = ({ date: _, 'x-request-id': __, ...headers }: typeof get.headers) => headers;
    expect(head.status).toBe(get.status);
    expect(lasting(head.headers)).toEqual(lasting(get.headers));
    expect(head.body.length).toBe(0);
  },
);

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'TRACE'])(
  '%s is refused, and what is allowed is said',
  async (method) => {
    const { status, headers, text } = await site.ask('/guide', { method });
    expect(status).toBe(405);
    expect(headers.allow).toBe('GET, HEAD');
    expect(text).toContain('<h1>');
  },
);
