import { expect, test } from 'vitest';
import { rfc3339 } from './rfc3339.ts';

test('an instant is written to the second where it is a whole one', () => {
  expect(rfc3339(1_773_147_600)).toBe('2026-03-10T13:00:00Z');
  expect(rfc3339(1_773_147_600.001)).toBe('2026-03-10T13:00:00.001Z');
});

test('what has no four digits of a year is the nearest that has', () => {
  expect([rfc3339(-1e20), rfc3339(1e20)]).toEqual(['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z']);
});
