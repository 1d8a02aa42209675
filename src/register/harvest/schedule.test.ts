import { expect, test } from 'vitest';
import { isHarvestDue } from './schedule.ts';

const at = (text: string) => Date.parse(text) / 1_000;

/** 2026-03-02 is a Monday; Paris is an hour before UTC then. */
test.each([
  ['daily at 03:30', undefined, '2026-03-02T12:00Z', true],
  ['daily at 03:30', '2026-03-02T02:30Z', '2026-03-02T12:00Z', false],
  ['daily at 03:30', '2026-03-01T02:30Z', '2026-03-02T02:29Z', false],
  ['daily at 03:30', '2026-03-01T02:30Z', '2026-03-02T02:30Z', true],
  ['daily at 23:50', '2026-03-01T12:00Z', '2026-03-01T23:10Z', true],
  ['daily at 23:50', '2026-03-01T22:50Z', '2026-03-01T23:10Z', false],
  ['weekly on monday at 03:30', '2026-02-23T02:30Z', '2026-03-01T20:00Z', false],
  ['weekly on monday at 03:30', '2026-02-23T02:30Z', '2026-03-02T02:30Z', true],
  ['weekly on monday at 03:30', '2026-03-02T02:30Z', '2026-03-05T02:30Z', false],
  ['weekly on sunday at 23:50', '2026-02-28T12:00Z', '2026-03-01T23:10Z', true],
  ['hourly', '2026-03-02T02:30Z', '2026-03-02T03:29Z', false],
  ['hourly', '2026-03-02T02:30Z', '2026-03-02T03:30Z', true],
  ['never', undefined, '2026-03-02T03:30Z', false],
])('%s, last %s, at %s: %s', (schedule, last, now, due) => {
  const times = { last: last === undefined ? undefined : at(last), now: at(now), timeZone: 'Europe/Paris' };
  expect(isHarvestDue(schedule, times)).toBe(due);
});
