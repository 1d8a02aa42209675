import { expect, test } from 'vitest';
import { atOnce, inTurns } from './in-steps.ts';
import { sortSteps } from './sort-steps.ts';

const items = Array.from({ length: 20_000 }, (_, at) => ({ at, key: (at * 7_919) % 1_000 }));
const byKey = (a: { key: number }, b: { key: number }) => a.key - b.key;

test.each([0, 1, 4_096, 4_097, 20_000])('%i items are sorted in steps, equals in their order', (count) => {
  const some = items.slice(0, count);
  expect(atOnce(sortSteps(some, byKey))).toEqual(some.toSorted(byKey));
});

test('other work gets its turn while a long list is sorted', async () => {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  const slow = (a: { key: number }, b: { key: number }) => byKey(a, b) + 0 * Math.hypot(a.key, b.key);
  const many = Array.from({ length: 300_000 }, (_, at) => ({ at, key: (at * 7_919) % 100_003 }));
  await inTurns(sortSteps(many, slow));
  clearInterval(timer);
  expect(turns).toBeGreaterThan(2);
});
