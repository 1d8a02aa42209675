import { expect, test } from 'vitest';
import { diffTexts, diffWords } from './text-diff.ts';

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

test('a line is put beside the one it replaces, among others that came', () => {
  const [hunk] = diffTexts('un deux trois\nfin\n', 'tout autre\nun deux quatre\nfin\n') ?? [];
  const text = (line: { segments: readonly { text: string }[] } | undefined) =>
    line?.segments.map((segment) => segment.text).join('');
  expect(hunk?.rows.map(({ before, after }) => [text(before), text(after)])).toEqual([
    [undefined, 'tout autre'],
    ['un deux trois', 'un deux quatre'],
    ['fin', 'fin'],
  ]);
  expect(hunk?.lines.map(({ kind, oldLine, newLine }) => [kind, oldLine, newLine])).toEqual([
    ['removed', 1, undefined],
    ['added', undefined, 1],
    ['added', undefined, 2],
    ['context', 2, 3],
  ]);
});

test('all the lines are given when all are asked for', () => {
  const lines = Array.from({ length: 50 }, (_, n) => `line ${n}`);
  const hunks = diffTexts(lines.join('\n'), lines.with(9, 'another').with(40, 'other').join('\n'), {
    context: Number.MAX_SAFE_INTEGER,
  });
  expect(hunks).toHaveLength(1);
  expect(hunks?.[0]?.rows).toHaveLength(52);
});

test('words are not marked beyond the effort that is left', () => {
  const effort = { left: 0 };
  expect(diffWords('un deux trois', 'un quatre trois', effort).after).toEqual([
    { text: 'un quatre trois', changed: true },
  ]);
});
