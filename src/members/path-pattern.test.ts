import { expect, test } from 'vitest';
import { matchesPattern, readPattern } from './path-pattern.ts';

test.each([
  ['guides/**', 'guides/faq.md', true],
  ['guides/**', 'guides/a/b/c.md', true],
  ['guides/**', 'guides', false],
  ['guides/**', 'guides.md', false],
  ['guides/**', 'guides-x/faq.md', false],
  ['guides/**', 'Guides/faq.md', false],
  ['guides/**', 'pocos/guides/faq.md', false],
  ['guides/**', 'guides/../pocos/faq.md', false],
  ['guides/**', 'guides//faq.md', false],
  ['guides/*.md', 'guides/faq.md', true],
  ['guides/*.md', 'guides/a/faq.md', false],
  ['guides/*.md', 'guides/faq.csv', false],
  ['guides/faq.md', 'guides/faq.md', true],
  ['guides/faq.md', 'guides/faqxmd', false],
  ['*/faq.md', 'pocos/faq.md', true],
  ['a*a.md', 'a.md', false],
  ['**', 'a/b.md', true],
])('of %s, %s: %s', (pattern, path, matches) => {
  expect(matchesPattern(pattern, path)).toBe(matches);
});

test.each([
  [' guides/** ', 'guides/**'],
  ['guides/', 'guides/**'],
  ['index.md', 'index.md'],
  ['.well-known/**', '.well-known/**'],
])('%j is kept as %s', (typed, kept) => {
  expect(readPattern(typed)).toBe(kept);
});

test.each([
  '',
  '/',
  '/guides/**',
  'guides/../**',
  '../guides',
  './guides',
  'guides//faq.md',
  '**/faq.md',
  'a**',
  '*a*',
  'guides\\**',
  '!guides/**',
  'guides/[a-z]*',
  'guides/{a,b}',
  'guides/\0',
  'x'.repeat(201),
])('%j is no pattern', (typed) => {
  expect(readPattern(typed)).toBeUndefined();
});
