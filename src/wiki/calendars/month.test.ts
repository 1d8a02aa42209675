import { expect, test } from 'vitest';
import { monthGrid } from './month.ts';

test('a month has its weeks from Monday, with the days that complete them', () => {
  const weeks = monthGrid(2026, 3, 'Europe/Paris');
  expect(weeks.map(({ week }) => week)).toEqual([9, 10, 11, 12, 13, 14]);
  expect(
    weeks.map(({ days }) => days.map(({ day, outside }) => (outside ? `(${day})` : day)).join(' ')),
  ).toEqual([
    '(23) (24) (25) (26) (27) (28) 1',
    '2 3 4 5 6 7 8',
    '9 10 11 12 13 14 15',
    '16 17 18 19 20 21 22',
    '23 24 25 26 27 28 29',
    '30 31 (1) (2) (3) (4) (5)',
  ]);
});

test('a day goes from midnight to midnight, an hour shorter when clocks go forward', () => {
  const sunday = monthGrid(2026, 3, 'Europe/Paris')[4]?.days[6];
  expect(sunday).toEqual({
    date: '2026-03-29',
    day: 29,
    outside: false,
    from: Date.UTC(2026, 2, 28, 23),
    to: Date.UTC(2026, 2, 29, 22),
  });
});

test('the year changes within a week', () => {
  const [first] = monthGrid(2027, 1, 'UTC');
  expect(first?.week).toBe(53);
  expect(first?.days[0]?.date).toBe('2026-12-28');
});
