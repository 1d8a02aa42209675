import { describe, expect, test } from 'vitest';
import { decodePath } from '../git/path.ts';
import {
  aliasOf,
  encodeAddress,
  familyOf,
  isIndexName,
  namesOfPage,
  pageAddress,
  pagesNamed,
  readPageName,
} from './addresses.ts';
import { percentDecode } from './targets.ts';

const site = { defaultLanguage: 'fr', suffixes: ['de', 'en', 'fr', 'pt-BR'] };

/** The address and the family of a page, by the name of its file. */
function named(path: string): [string, string] {
  const name = readPageName(path, site);
  return [pageAddress(name, isIndexName(name), site), familyOf(name)];
}

test.each([
  ['index.md', '/', 'index'],
  ['guides.md', '/guides', 'guides'],
  ['guides.markdown', '/guides', 'guides'],
  ['guides.fr.md', '/guides', 'guides'],
  ['guides.en.md', '/en/guides', 'guides'],
  ['index.en.md', '/en/', 'index'],
  ['pocos/faq.en.md', '/en/pocos/faq', 'pocos/faq'],
  ['pocos/index.en.md', '/en/pocos/', 'pocos/index'],
  ['en/faq.md', '/en/faq', 'faq'],
  ['en/pocos/index.md', '/en/pocos/', 'pocos/index'],
  ['fr/faq.md', '/fr/faq', 'faq'],
  ['pocos/en/faq.md', '/pocos/en/faq', 'pocos/en/faq'],
  ['faq.pt-BR.md', '/pt-BR/faq', 'faq'],
  ['v1.2.md', '/v1.2', 'v1.2'],
  ['faq.it.md', '/faq.it', 'faq.it'],
  ['a.b.en.md', '/en/a.b', 'a.b'],
  ['.en.md', '/.en', '.en'],
  ['README.md', '/README', 'README'],
  ['Pocos/FAQ.md', '/Pocos/FAQ', 'Pocos/FAQ'],
])('the page %s is at %s, in the family %s', (path, address, family) => {
  expect(named(path)).toEqual([address, family]);
});

describe('an address in a URL', () => {
  test.each([
    ['/guides/faq', '/guides/faq'],
    ['/a b', '/a%20b'],
    ['/100%', '/100%25'],
    ['/a#b?c', '/a%23b%3Fc'],
    ['/a::b', '/a::b'],
    ['/été', '/%C3%A9t%C3%A9'],
    ['/caf\uefe9', '/caf%E9'],
    ['/"<\'>', "/%22%3C'%3E"],
    ['/a\\b', '/a%5Cb'],
  ])('%j is %j, and is read back', (address, url) => {
    expect(encodeAddress(address)).toBe(url);
    expect(percentDecode(new URL(url, 'http://x').pathname)).toBe(address);
  });

  test('of any bytes is read back', () => {
    const path = `/${decodePath(Buffer.from(Array.from({ length: 255 }, (_, n) => n + 1).filter((n) => n !== 47)))}`;
    expect(percentDecode(encodeAddress(path))).toBe(path);
  });
});

test('a former address has one form, be it an address or a file', () => {
  for (const written of ['/a/b', '/a/b/', '/a/b.md', '/a/b/index', '/a/b/index.md']) {
    expect(aliasOf(written)).toBe('/a/b');
  }
});

test('a page is found by each of the names it may be given', () => {
  for (const path of ['faq.md', 'a/faq.markdown', 'a/index.md', 'index.md', 'a/README.md']) {
    for (const name of namesOfPage(path)) expect(pagesNamed(name)).toContain(path);
  }
  expect(namesOfPage('a/index.md')).toEqual(['a/index.md', 'a/index', 'a']);
});
