import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repository, submodule, symlink } from '../support/git.ts';
import { type Served, served } from '../support/served.ts';

const large = Buffer.alloc(17 * 1024 * 1024, 'greffe ');
let site: Served;

beforeAll(async () => {
  site = await served(
    await repository({
      'index.md': '# Accueil\n',
      'liste.csv': 'nom;licence\nGreffe;EUPL-1.2\n',
      'rdv.ics': 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
      'charte.pdf': '%PDF-1.4\n',
      'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'page.html': '<script>alert(1)</script>',
      'code.js': 'alert(1)',
      'data.xml': '<x/>',
      LICENSE: 'Licence\n',
      'd’été à 100 %.odt': 'odt',
      'lien.txt': symlink('/etc/passwd'),
      module: submodule(),
      'grand.csv': large,
      '.gitignore': 'x\n',
    }),
    { overrides: { languages: ['fr'] } },
  );
});
afterAll(() => site[Symbol.asyncDispose]());

test.each([
  ['/liste.csv', 'text/csv; charset=utf-8', 'inline'],
  ['/rdv.ics', 'text/calendar; charset=utf-8', 'attachment'],
  ['/charte.pdf', 'application/pdf', 'inline'],
  ['/logo.svg', 'image/svg+xml', 'inline'],
  ['/LICENSE', 'text/plain; charset=utf-8', 'inline'],
  ['/.gitignore', 'text/plain; charset=utf-8', 'inline'],
])('%s is sent as %s, %s', async (path, type, disposition) => {
  const { status, headers } = await site.get(path);
  expect(status).toBe(200);
  expect(headers['content-type']).toBe(type);
  expect(headers['content-disposition']).toMatch(new RegExp(`^${disposition}; filename\\*=UTF-8''`));
});

test.each(['/page.html', '/code.js', '/data.xml'])('%s runs nowhere', async (path) => {
  const { status, headers } = await site.get(path);
  expect(status).toBe(200);
  expect(headers['content-type']).toMatch(/^(?:application\/octet-stream|text\/plain; charset=utf-8)$/);
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('an SVG is an image in a sandbox', async () => {
  const { headers } = await site.get('/logo.svg');
  const directives = String(headers['content-security-policy']).split('; ');
  expect(directives).toContain('sandbox');
  expect(directives).toContain("default-src 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('a file is saved under its own name', async () => {
  const { headers } = await site.get('/d%E2%80%99%C3%A9t%C3%A9%20%C3%A0%20100%20%25.odt');
  expect(headers['content-disposition']).toBe(
    "attachment; filename*=UTF-8''d%E2%80%99%C3%A9t%C3%A9%20%C3%A0%20100%20%25.odt",
  );
});

test('a file may be read by the script of another site', async () => {
  expect((await site.get('/liste.csv')).headers['access-control-allow-origin']).toBe('*');
});

test('a symbolic link is not followed, nor a submodule', async () => {
  for (const path of ['/lien.txt', '/-/raw/lien.txt', '/module', '/-/raw/module']) {
    const { status, text } = await site.get(path);
    expect(status, path).toBe(404);
    expect(text).not.toContain('root:');
  }
});

test('the source of a page is at an address of its own', async () => {
  const { status, headers, text } = await site.get('/-/raw/index.md');
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/markdown; charset=utf-8');
  expect(text).toBe('# Accueil\n');
});

test('a file larger than what is held is sent whole, as it is read', async () => {
  const { status, headers, body } = await site.get('/grand.csv');
  expect(status).toBe(200);
  expect(headers['content-length']).toBe(String(large.length));
  expect(digest(body)).toBe(digest(large));
});

test('a large file has its headers alone for HEAD, and none of it for who has it', async () => {
  const head = await site.ask('/grand.csv', { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(head.headers['content-length']).toBe(String(large.length));
  expect(head.body.length).toBe(0);
  const again = await site.get('/grand.csv', { 'if-none-match': head.headers.etag as string });
  expect(again.status).toBe(304);
});

test('a reader who leaves in the middle of a large file disturbs nobody', async () => {
  const controller = new AbortController();
  const answer = await fetch(`${site.origin}/grand.csv`, { signal: controller.signal });
  await answer.body?.getReader().read();
  controller.abort();
  expect((await site.get('/')).status).toBe(200);
  expect(site.reports).toEqual([]);
});

test('a part of a file is sent alone, and not compressed', async () => {
  const { status, headers, text } = await site.get('/liste.csv', {
    range: 'bytes=0-2',
    'accept-encoding': 'br',
  });
  expect(status).toBe(206);
  expect(text).toBe('nom');
  expect(headers).toMatchObject({ 'content-range': 'bytes 0-2/28', 'content-length': '3' });
  expect(headers['content-encoding']).toBeUndefined();
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect((await site.get('/liste.csv', { range: 'bytes=-5' })).text).toBe('-1.2\n');
  expect((await site.get('/liste.csv')).headers['accept-ranges']).toBe('bytes');
});

test('a file that is kept ready is sent in parts too', async () => {
  await site.get('/liste.csv');
  await site.get('/liste.csv');
  expect((await site.get('/liste.csv', { range: 'bytes=4-10' })).text).toBe('licence');
});

test('a part that a file does not have is refused, with its length', async () => {
  const { status, headers, text } = await site.get('/liste.csv', { range: 'bytes=28-' });
  expect(status).toBe(416);
  expect(headers['content-range']).toBe('bytes */28');
  expect(text).toBe('');
});

test('a part of a version that the client has no other of is sent, else the whole', async () => {
  const { etag = '' } = (await site.get('/liste.csv')).headers;
  const same = await site.get('/liste.csv', { range: 'bytes=0-2', 'if-range': String(etag) });
  expect([same.status, same.text]).toEqual([206, 'nom']);
  const other = await site.get('/liste.csv', { range: 'bytes=0-2', 'if-range': '"other"' });
  expect([other.status, other.text]).toEqual([200, 'nom;licence\nGreffe;EUPL-1.2\n']);
  const held = await site.get('/liste.csv', { range: 'bytes=0-2', 'if-none-match': String(etag) });
  expect(held.status).toBe(304);
});

test('several parts at once, and a part of a page or for HEAD, are answered by the whole', async () => {
  expect((await site.get('/liste.csv', { range: 'bytes=0-1,4-5' })).status).toBe(200);
  expect((await site.get('/', { range: 'bytes=0-1' })).status).toBe(200);
  const head = await site.ask('/liste.csv', { method: 'HEAD', headers: { range: 'bytes=0-1' } });
  expect([head.status, head.headers['content-length']]).toEqual([200, '28']);
});

test('a part of a large file is sent as it is read', async () => {
  const { status, headers, body } = await site.get('/grand.csv', { range: 'bytes=10000000-10000009' });
  expect(status).toBe(206);
  expect(headers['content-range']).toBe(`bytes 10000000-10000009/${large.length}`);
  expect(body.equals(large.subarray(10_000_000, 10_000_010))).toBe(true);
  expect((await site.get('/grand.csv', { range: `bytes=${large.length}-` })).status).toBe(416);
});

test('the difference between two versions of a large file is not made', async () => {
  const { status, text } = await site.get('/-/diff/grand.csv');
  expect(status).toBe(200);
  expect(text).toContain('trop grand');
});

test('the history and the difference of a submodule are shown without what it does not hold', async () => {
  expect((await site.get('/-/history/module')).status).toBe(200);
  expect((await site.get('/-/diff/module')).status).toBe(200);
});

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
