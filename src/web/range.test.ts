import { expect, test } from 'vitest';
import { bytesOf, rangeOf } from './range.ts';

const of = (range: string, length = 10, ifRange?: string) => rangeOf({ range, ifRange }, length, '"tag"');

test.each([
  ['bytes=0-0', { start: 0, end: 1 }],
  ['bytes=2-4', { start: 2, end: 5 }],
  ['Bytes=2-', { start: 2, end: 10 }],
  ['bytes=2-99999999999999999999', { start: 2, end: 10 }],
  ['bytes=-3', { start: 7, end: 10 }],
  ['bytes=-30', { start: 0, end: 10 }],
  ['bytes= ,2-4, ', { start: 2, end: 5 }],
])('%s is a part of ten bytes', (range, part) => {
  expect(of(range)).toEqual(part);
});

test.each(['bytes=10-', 'bytes=10-12', 'bytes=-0'])('ten bytes have no %s', (range) => {
  expect(of(range)).toBe('unsatisfiable');
});

test.each(['', 'bytes', 'bytes=', 'bytes=-', 'bytes=4-2', 'bytes=a-b', 'bytes=0-1,4-5', 'lines=1-2', '0-1'])(
  '“%s” asks for the whole',
  (range) => {
    expect(of(range)).toBeUndefined();
  },
);

test('nothing has no first byte, and is sent whole to who asks for the last ones', () => {
  expect(of('bytes=0-', 0)).toBe('unsatisfiable');
  expect(of('bytes=-5', 0)).toBeUndefined();
});

test('a part of another version is not sent (RFC 9110, 13.1.5)', () => {
  expect(of('bytes=0-1', 10, '"tag"')).toEqual({ start: 0, end: 2 });
  for (const other of ['"other"', 'W/"tag"', 'Tue, 24 Nov 2026 00:00:00 GMT'])
    expect(of('bytes=0-1', 10, other)).toBeUndefined();
});

test('what follows a part of a stream is not read', async () => {
  let read = 0;
  async function* stream() {
    for (const text of ['abc', 'def', 'ghi', 'jkl']) {
      read += 1;
      yield Buffer.from(text);
    }
  }
  const parts = await all(bytesOf(stream(), { start: 2, end: 7 }));
  expect(Buffer.concat(parts).toString()).toBe('cdefg');
  expect(read).toBe(3);
});

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
