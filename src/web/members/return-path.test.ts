import { expect, test } from 'vitest';
import { returnPath } from './return-path.ts';

test.each([
  ['/', '/'],
  ['/-/proposals/12/review?lang=en', '/-/proposals/12/review?lang=en'],
  ['/guides/é#a', '/guides/%C3%A9#a'],
  ['/guides/https://evil.example', '/guides/https://evil.example'],
])('%s is a path of this site', (text, path) => {
  expect(returnPath(text)).toBe(path);
});

test.each([
  '',
  'guides',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/./\\evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  ' //evil.example',
  'javascript:alert(1)',
  `/${'a'.repeat(3_000)}`,
])('%j leads nowhere', (text) => {
  expect(returnPath(text)).toBeUndefined();
});
