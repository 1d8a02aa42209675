import { expect, test } from 'vitest';
import { longestRising } from './longest-rising.ts';

test('the places of a longest run that rises are found', () => {
  const values = [3, 1, 4, 1, 5, 9, 2, 6];
  const run = longestRising(values).map((at) => values[at] as number);
  expect(run).toHaveLength(4);
  expect(run).toEqual(run.toSorted((a, b) => a - b));
  expect(longestRising([])).toEqual([]);
});
