import { describe, expect, test } from 'vitest';
import { percentDecode, readTarget } from './targets.ts';

/** Where a target leads, from a page of `docs/guides`, with these former homes. */
function lead(target: string, legacy: readonly string[] = []): string {
  const read = readTarget(target, 'docs/guides', legacy);
  if (read.kind === 'external') return 'external';
  if (read.kind === 'here') return `here ${read.query}#${read.fragment}`;
  return `${read.path ?? 'above the root'}${read.folder ? '/' : ''}${read.query}${read.fragment && `#${read.fragment}`}`;
}

test.each([
  ['faq.md', 'docs/guides/faq.md'],
  ['faq', 'docs/guides/faq'],
  ['./faq', 'docs/guides/faq'],
  ['../faq', 'docs/faq'],
  ['../../faq', 'faq'],
  ['/faq', 'faq'],
  ['/', '/'],
  ['..', 'docs/'],
  ['.', 'docs/guides/'],
  ['sub/', 'docs/guides/sub/'],
  ['/a//b/./c', 'a/b/c'],
  ['faq#partie', 'docs/guides/faq#partie'],
  ['faq?x=1&y#partie', 'docs/guides/faq?x=1&y#partie'],
  ['#partie', 'here #partie'],
  ['?page=2#x', 'here ?page=2#x'],
  ['', 'here #'],
  ['../../../out', 'above the root'],
  ['/../out', 'above the root'],
])('%j leads to %j', (target, place) => {
  expect(lead(target)).toBe(place);
});

describe('a target that is encoded', () => {
  test.each([
    ['d%C3%A9but.md', 'docs/guides/début.md'],
    ['caf%E9.md', 'docs/guides/caf\uefe9.md'],
    ['with%20space.md', 'docs/guides/with space.md'],
    ['100%.md', 'docs/guides/100%.md'],
    ['%zz%41', 'docs/guides/%zzA'],
    ['a%23b%3Fc.md#d', 'docs/guides/a#b?c.md#d'],
    ['a%2Fb', 'docs/guides/a/b'],
    ['%2e%2e/faq', 'docs/faq'],
    ['x#%C3%A9t%C3%A9', 'docs/guides/x#été'],
    ['x#%E9', 'docs/guides/x#%E9'],
  ])('%j is decoded: %j', (target, place) => {
    expect(lead(target)).toBe(place);
  });

  test('holds no NUL, which no path has', () => {
    expect(lead('a%00b\0c#d%00')).toBe('docs/guides/a\ufffdb\ufffdc#d\ufffd');
  });
});

test.each(['https://x.example/', 'mailto:a@x.example', '//x.example/faq', 'HTTP://x', 'tel:+331', 'data:,x'])(
  '%j leads outside',
  (target) => {
    expect(lead(target)).toBe('external');
  },
);

test('two colons make a name, not a scheme', () => {
  expect(lead('pocos::faq.md')).toBe('docs/guides/pocos::faq.md');
});

describe('a former home of the wiki', () => {
  const legacy = [
    'https://old.example/wiki',
    'https://git.example/blob/main/',
    'https://old.example/wiki/tree/',
  ];

  test.each([
    ['https://old.example/wiki/faq.md#x', 'faq.md#x'],
    ['https://old.example/wiki', '/'],
    ['https://old.example/wiki#x', '/#x'],
    ['https://old.example/wiki?x', '/?x'],
    ['https://git.example/blob/main/docs/faq.md?raw', 'docs/faq.md?raw'],
    ['https://git.example/blob/main//docs', 'docs'],
    ['https://old.example/wiki/tree/docs/', 'docs/'],
    ['http://old.example/wiki/faq.md', 'faq.md'],
  ])('%j is local: %j', (target, place) => {
    expect(lead(target, legacy)).toBe(place);
  });

  test.each([
    'https://old.example/wiki-autre/faq.md',
    'https://old.example/',
    'https://git.example/blob/maint/faq.md',
  ])('%j is another place', (target) => {
    expect(lead(target, legacy)).toBe('external');
  });
});

test('a path is decoded byte by byte, and what is not encoded is itself', () => {
  expect(percentDecode('/plain')).toBe('/plain');
  expect(percentDecode('%F0%9F%98%80é')).toBe('😀é');
  expect(percentDecode('%')).toBe('%');
});
