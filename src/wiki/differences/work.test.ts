import { expect, test } from 'vitest';
import { quietLabels } from './difference.fixture.ts';
import { renderedDifference } from './rendered-difference.ts';
import { Work } from './work.ts';

const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => `mot${(from + at).toString(36)}`);

/** Paragraphs of words that are all different, in elements within elements, each with something beside the next. */
function nested(depth: number, from: number, count: number): string {
  const inner = words(from, count)
    .map((word) => `<p>${word}</p>`)
    .join('');
  return `${'<div><p>a</p>'.repeat(depth)}${inner}${'</div>'.repeat(depth)}`;
}

/** The steps that a difference took, of those that any may take; whether it was made. */
function measured(depth: number, count: number) {
  const work = new Work();
  const made = renderedDifference(
    nested(depth, 0, count),
    nested(depth, count / 10, count),
    quietLabels,
    work,
  );
  return { isMade: made !== undefined, done: work.done };
}

test('the work of a difference grows with how deep its blocks are, up to a bound', () => {
  const [shallow, deep] = [measured(10, 2_000), measured(100, 2_000)];
  expect(shallow.isMade).toBe(true);
  expect(deep.done).toBeGreaterThan(2 * shallow.done);
  expect(deep.isMade).toBe(true);
});

test('a difference of many words, nested deep, is given up before it costs more than any may', () => {
  const { isMade, done } = measured(190, 60_000);
  expect(isMade).toBe(false);
  expect(done).toBeLessThanOrEqual(20_000_000);
});

test('a bound of its own is kept to', () => {
  const [before, after] = ['<p>un</p><p>deux</p>', '<p>un</p><p>trois quatre</p>'];
  expect(renderedDifference(before, after, quietLabels, new Work(1_000))).toHaveLength(3);
  expect(renderedDifference(before, after, quietLabels, new Work(3))).toBeUndefined();
});
