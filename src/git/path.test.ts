import { expect, test } from 'vitest';
import { decodePath, encodePath } from './path.ts';

const bytes = (...parts: readonly (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));

test('a path in UTF-8 is its text, mark and all', () => {
  expect(decodePath(bytes('guides/début.md'))).toBe('guides/début.md');
  expect(decodePath(bytes('\ufeffx'))).toBe('\ufeffx');
  expect(decodePath(bytes('😀'))).toBe('😀');
});

test('a byte that is not UTF-8 is one private-use character, the rest is text', () => {
  expect(decodePath(bytes('café', 0xe9, '.md'))).toBe('café\uefe9.md');
  expect(decodePath(bytes(0xc3))).toBe('\uefc3');
});

test.each([
  ['plain', bytes('a/b.md')],
  ['Latin-1', bytes('caf', 0xe9, '/', 0xff)],
  ['a sequence cut short', bytes('x', 0xf0, 0x9f, 0x98)],
  ['an overlong sequence', bytes(0xc0, 0xaf, 0xe0, 0x80, 0xaf)],
  ['a surrogate', bytes(0xed, 0xa0, 0x80)],
  ['the private-use characters themselves', bytes('\uef80\uefff', 0x80)],
  ['every byte', Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))],
])('%s goes there and back', (_name, path) => {
  expect(encodePath(decodePath(path)).equals(path)).toBe(true);
});
