import { expect, test } from 'vitest';
import { chunkDecoder } from './decode-chunks.ts';
import type { Dialect, Encoding } from './dialect.ts';
import { ProblemLog } from './problem.ts';
import { random } from './table.fixture.ts';

function decode(bytes: Uint8Array, encoding: Encoding, piece = bytes.length || 1) {
  const problems = new ProblemLog();
  const dialect: Dialect = { encoding, bom: false, separator: ',', hint: false, agreement: 1 };
  const decoder = chunkDecoder(dialect, problems);
  let text = '';
  for (let at = 0; at < bytes.length; at += piece) text += decoder.decode(bytes.subarray(at, at + piece));
  return { text: text + decoder.end(), lines: problems.kept().map(({ line }) => line) };
}

test('any bytes in pieces of any size are the same text with the same problems', () => {
  const next = random(5);
  const pool = [0x2c, 0x22, 0x0a, 0x0d, 0x00, 0xe9, 0xc3, 0xa9, 0xef, 0xbb, 0xbf, 0x61, 0xff, 0x81];
  for (let round = 0; round < 300; round += 1) {
    const bytes = Uint8Array.from({ length: next(60) }, () => pool[next(pool.length)] as number);
    for (const encoding of ['utf-8', 'windows-1252'] as const) {
      const whole = decode(bytes, encoding);
      for (const piece of [1, 2, 3, 7]) expect(decode(bytes, encoding, piece)).toEqual(whole);
    }
  }
});

test('in a file in Windows-1252, a line in UTF-8 reads right and is told', () => {
  const bytes = Buffer.concat([Buffer.from('é\nabc\n', 'latin1'), Buffer.from('œ\n')]);
  expect(decode(bytes, 'windows-1252')).toEqual({ text: 'é\nabc\nœ\n', lines: [1, 3] });
});

test('a line without end is decoded by parts, no character cut', () => {
  const bytes = Buffer.from('é€𝒳'.repeat(300_000));
  expect(decode(bytes, 'utf-8', 250_001)).toEqual({ text: 'é€𝒳'.repeat(300_000), lines: [] });
});
