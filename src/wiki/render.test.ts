import { expect, test } from 'vitest';
import { indexed } from '../../test/support/wiki.ts';
import { labels } from '../markdown/rendering.fixture.ts';
import { MAX_PAGE_BYTES } from './page.ts';
import { renderPage } from './render.ts';

async function rendered(
  source: string | Buffer,
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  const wiki = await indexed({ 'greffe.yml': 'languages: [fr, en]\n', ...files });
  const page = { path: 'docs/x.md', family: 'docs/x', language: 'fr' };
  const rendering = { page, bytes: Buffer.from(source), labels, titled: false };
  return (await renderPage(wiki.ask, rendering, await wiki.site())).html;
}

test('links lead where they should, and one to nothing is its text', async () => {
  const html = await rendered('[un](y.md#z) [deux](../news.en.md) [trois](rien.md)', {
    'docs/y.md': '',
    'news.en.md': '',
  });
  expect(html).toContain('<a href="/docs/y#z">un</a>');
  expect(html).toMatch(
    /<a [^>]*href="\/en\/news"[^>]*hreflang="en"|<a [^>]*hreflang="en"[^>]*href="\/en\/news"/,
  );
  expect(html).not.toContain('rien.md');
  expect(html).toContain('trois');
});

test('an image of the wiki has its size', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="34"/>';
  const html = await rendered('![Un dessin](../i.svg)', { 'i.svg': svg });
  expect(html).toMatch(/src="\/i\.svg"/);
  expect(html).toMatch(/width="12"/);
  expect(html).toMatch(/height="34"/);
});

test('front matter and byte-order mark are not shown', async () => {
  expect(await rendered('\ufeff---\ntitle: a: b\n---\nTexte')).not.toContain('title');
});

test('a page too large to be read is empty', async () => {
  expect(await rendered(Buffer.alloc(MAX_PAGE_BYTES + 1, 'x '))).toBe('');
});
