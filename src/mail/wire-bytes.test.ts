import { expect, test } from 'vitest';
import { fromWire, toWire } from './wire-bytes.ts';

test('line ends of the wire become those of files, and are had back', () => {
  const wire = Buffer.from('From: a\r\n\r\nx\r\n\r\n.\r\n');
  const read = fromWire(wire);
  expect(read).toEqual({ bytes: Buffer.from('From: a\n\nx\n\n.\n') });
  if ('bytes' in read) expect(toWire(read.bytes)).toEqual(wire);
});

test.each([
  ['a\nb\r\n', 'bare-lf'],
  ['a\r\n\n', 'bare-lf'],
  ['a\rb\r\n', 'bare-cr'],
  ['a\r\r\n', 'bare-cr'],
  ['a\r', 'bare-cr'],
  ['\n.\n', 'bare-lf'],
  ['\r.\r\n', 'bare-cr'],
  ['a\0b\r\n', 'nul'],
])('%j is no message', (text, fault) => {
  expect(fromWire(Buffer.from(text))).toEqual({ fault });
});
