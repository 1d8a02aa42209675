import { expect, test } from 'vitest';
import { readPattern } from './pattern.ts';

function matches(source: string, text: string): boolean {
  const pattern = readPattern(source);
  if (typeof pattern === 'string') throw new Error(pattern);
  return pattern.test(text).matches;
}

const texts = [
  '',
  'a',
  'b',
  'ab',
  'aab',
  'abab',
  'ba',
  '12',
  '1-2',
  'é',
  '𝒳',
  'A_1',
  '[x]',
  'a.b',
  'a\nb',
  '2018-02-16',
];

test.each([
  'a',
  'a*',
  'a+b?',
  '(ab)*',
  '(a|b)+',
  'a|b|',
  '^a.b$',
  '[ab]{2}',
  '[^a]',
  '\\d+-\\d+',
  '\\d{4}-\\d\\d-\\d{2}',
  '\\w{1,3}',
  '(?:a(b)?)+',
  '\\[x\\]',
  '[\\[\\]x]+',
  '.',
  '..',
  '\\p{L}',
  '(a*)*',
  '(|a)+',
  '(?<x>a)b',
  'a{0}b',
  '[a-c_1-9A]+?',
  'a\\.b',
  '^$',
  '^a|b$',
])('%s matches what the engine of JavaScript matches', (source) => {
  const expected = new RegExp(`^(?:${source})$`, 'u');
  for (const text of texts) expect([text, matches(source, text)]).toEqual([text, expected.test(text)]);
});

test.each([
  ['(a', 'it opens a parenthesis that it does not close'],
  ['a)', 'it closes a parenthesis that it does not open'],
  ['*a', 'it has a “*” out of place'],
  ['a**', 'it repeats a repetition'],
  ['(a)\\1', 'it has “\\1”, which is not supported'],
  ['(?=a)b', 'it looks ahead or behind, or sets flags, which is not supported'],
  ['a$b', 'it has a “$” that is not at the end'],
  ['a{2,1}', 'it has a repetition {2,1} out of bounds'],
  ['[z-a]', 'Invalid regular expression: /^[z-a]$/: Range out of order in character class'],
  ['((a{1000}){1000}){1000}', 'it is too long, repetitions counted'],
  [`${'('.repeat(60)}a${')'.repeat(60)}`, 'it nests deeper than 50 parentheses'],
  ['a'.repeat(2_000), 'it is longer than 1000 characters'],
])('%s is not used: %s', (source, message) => {
  expect(readPattern(source)).toBe(message);
});

test('a pattern that would keep a backtracking engine busy for years takes steps in proportion to the text', () => {
  const pattern = readPattern('(a|a)*(a*)*b');
  if (typeof pattern === 'string') throw new Error(pattern);
  const { steps } = pattern.test('a'.repeat(1_000));
  expect(pattern.test('a'.repeat(10_000)).steps).toBeLessThan(steps * 11);
});
