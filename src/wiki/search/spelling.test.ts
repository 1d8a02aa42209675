import { expect, test } from 'vitest';
import { slipsBetween } from './spelling.ts';

test.each([
  ['securite', 'securite', 0],
  ['securit', 'securite', 1],
  ['secruite', 'securite', 1],
  ['seccurite', 'securite', 1],
  ['sacurita', 'securite', 2],
])('from %s to %s there are %i slips', (one, other, slips) => {
  expect(slipsBetween(one, other, 2)).toBe(slips);
});

test('beyond the limit the count stops', () => {
  expect(slipsBetween('abcdefgh', 'stuvwxyz', 2)).toBeGreaterThan(2);
});
