import { expect, test } from 'vitest';
import { isNotModified, localeOf, questionOf } from './request.ts';

const about = (path: string, headers: Record<string, string> = {}) =>
  questionOf(new Request(`http://wiki.example${path}`, { headers: { host: 'wiki.example', ...headers } }));

test('the path is decoded, bytes that are not UTF-8 each to a character of its own', () => {
  expect(about('/%C3%A9t%C3%A9').path).toBe('/été');
  expect(about('/c%E9').path).toBe('/c\uefe9');
  expect(about('/100%').path).toBe('/100%');
});

test('two questions with two answers have two keys', () => {
  const keys = [
    about('/a'),
    about('/b'),
    about('/a?x'),
    about('/a', { accept: 'text/markdown' }),
    about('/a', { host: 'other.example' }),
  ].map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
  ['*', true],
  ['"b"', false],
  ['a', false],
])('a client that has %s has "a": %s', (header, expected) => {
  expect(isNotModified(header, '"a"')).toBe(expected);
});

test.each([
  ['fr', 'fr'],
  ['fr-CA, en', 'fr'],
  ['en-GB, fr', 'en'],
  ['de, fr;q=0.5', 'fr'],
  ['de', 'en'],
  ['', 'en'],
])('a browser that names %s is answered in %s', (header, locale) => {
  expect(localeOf(new Request('http://x/', { headers: { 'accept-language': header } }))).toBe(locale);
});
