import { expect, test } from 'vitest';
import { staticHtml, staticText } from './static-html.ts';

const follow = (address: string) => {
  if (address.startsWith('/-/')) return undefined;
  return address.replace(/^([^#]*)/, '/wiki$1.html');
};
const html = (text: string) => staticHtml(text, follow, "default-src 'none'; frame-ancestors 'self'");

test('a link leads to the file, its fragment kept', () => {
  expect(html('<a href="/guides#section">x</a>')).toBe('<a href="/wiki/guides.html#section">x</a>');
});

test('a link elsewhere, or within the page, is left alone', () => {
  const text = '<a href="https://a.example/">x</a> <a href="#b">y</a> <a href="mailto:c@d.example">z</a>';
  expect(html(text)).toBe(text);
});

test('a link that only a server answers becomes its text in the content, and goes elsewhere', () => {
  expect(html('<main><a href="/-/diff/x">see <b>it</b></a></main>')).toBe('<main>see <b>it</b></main>');
  expect(html('<footer><ul><li><a href="/-/history/x">History</a></li><li>b</li></ul></footer>')).toBe(
    '<footer><ul><li>b</li></ul></footer>',
  );
});

test('a form that only a server answers goes with all it holds', () => {
  expect(html('<p>a</p><form action="/-/table/x"><a href="/b">b</a><input></form><p>c</p>')).toBe(
    '<p>a</p><p>c</p>',
  );
});

test('the policy of the page goes into its head, without what headers only can say', () => {
  expect(html('<head><meta charset="utf-8"/></head>')).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'"/>`,
  );
});

const own = {
  origin: 'https://host.example',
  base: 'https://host.example/wiki',
  follow: (address: string) =>
    address.startsWith('/other') ? undefined : address.startsWith('/-/') ? '' : `${address}.html`,
};

test('absolute addresses of the wiki lead to files, whatever the writing', () => {
  expect(staticText('{"url":"https://host.example/a","n":1}', own, 'plain')).toBe(
    '{"url":"https://host.example/wiki/a.html","n":1}',
  );
  expect(staticText('<p>webcal://host.example/a</p>', own, 'html')).toBe(
    '<p>webcal://host.example/wiki/a.html</p>',
  );
  expect(staticText('&lt;a href=&quot;https://host.example/a&quot;&gt;', own, 'xml')).toBe(
    '&lt;a href=&quot;https://host.example/wiki/a.html&quot;&gt;',
  );
});

test('an absolute address of another site on the same host is left alone', () => {
  expect(staticText('https://host.example/other', own, 'plain')).toBe('https://host.example/other');
});

test('an absolute address that the site has not leads to its home in a feed', () => {
  expect(staticText('<link href="https://host.example/-/commit/1"/>', own, 'xml')).toBe(
    '<link href="https://host.example/wiki/"/>',
  );
});

test('an item of a list that holds only such a link goes', () => {
  expect(html('<main><ul><li>a</li><li><a href="/-/history/x">History</a></li></ul></main>')).toBe(
    '<main><ul><li>a</li></ul></main>',
  );
});

test('the search is asked for in the language of the page', () => {
  const form = '<form action="/-/search" data-suggestions="/-/search/suggestions"></form>';
  const answered = (address: string) =>
    address.startsWith('/-/search') ? `${address.replace('?lang=', '.')}.html` : undefined;
  expect(staticHtml(`<html lang="en">${form}</html>`, answered, '')).toContain(
    '<form action="/-/search.en.html">',
  );
});
