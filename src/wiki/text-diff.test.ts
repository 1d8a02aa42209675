import { expect, test } from 'vitest';
import { diffTexts } from './text-diff.ts';

/** A difference as people write it, changed words between brackets. */
const told = (before: string, after: string) =>
  diffTexts(before, after)?.flatMap(({ lines }) =>
    lines.map(({ kind, segments }) => {
      const sign = { context: ' ', added: '+', removed: '-' }[kind];
      return sign + segments.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');
    }),
  );

test('lines that differ are told among those around them', () => {
  const lines = Array.from({ length: 20 }, (_, n) => `line ${n}`);
  const hunks = diffTexts(lines.join('\n'), lines.with(9, 'another').join('\n'));
  expect(hunks).toHaveLength(1);
  expect(hunks?.[0]).toMatchObject({ oldStart: 7, newStart: 7 });
  expect(hunks?.[0]?.lines.map(({ oldLine, newLine }) => [oldLine, newLine])).toEqual([
    [7, 7],
    [8, 8],
    [9, 9],
    [10, undefined],
    [undefined, 10],
    [11, 11],
    [12, 12],
    [13, 13],
  ]);
});

test('the words that differ are marked where a line replaces a line', () => {
  expect(told('un deux trois\n', 'un quatre trois\n')).toEqual(['-un [deux] trois', '+un [quatre] trois']);
});

test('a text that comes, goes or stays is told', () => {
  expect(told('', 'a\n')?.map((line) => line.replace(/[[\]]/g, ''))).toEqual(['+a']);
  expect(told('a\n', '')?.map((line) => line.replace(/[[\]]/g, ''))).toEqual(['-a']);
  expect(told('a\n', 'a\n')).toEqual([]);
});

test('texts too large, or too different, are not compared', () => {
  expect(diffTexts('x'.repeat(600_000), 'y'.repeat(600_000))).toBeUndefined();
});
