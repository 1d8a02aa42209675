import { describe, expect, test } from 'vitest';
import { civilDate, DAY, dayNumber, weekday, weekOf } from './days.ts';
import { zoneNames } from './zone-names.ts';
import { ianaZone, utcOf, wallOf } from './zones.ts';

const NAMES = [
  'Europe/Paris',
  'America/New_York',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
];

describe('a zone', () => {
  test.each([...NAMES, 'Pacific/Apia'])('%s has the offsets of the platform', (name) => {
    const zone = ianaZone(name);
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: name,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    for (let utc = Date.UTC(1995, 0, 1); utc < Date.UTC(2030, 0, 1); utc += 37 * 3_600_000) {
      const shown = Date.parse(`${format.format(utc).replace(' ', 'T')}Z`);
      if (zone !== undefined) expect(wallOf(zone, utc)).toBe(shown);
    }
    expect(zone?.name).toBe(name);
  });

  test.each(NAMES)(
    '%s gives back the instant of what its clocks show, but in an hour shown twice',
    (name) => {
      const zone = ianaZone(name);
      if (zone === undefined) throw new Error(name);
      for (let utc = Date.UTC(2024, 0, 1); utc < Date.UTC(2028, 0, 1); utc += 1_800_000) {
        const again = utcOf(zone, wallOf(zone, utc));
        if (again !== utc) expect(wallOf(zone, again)).toBe(wallOf(zone, utc));
        expect(again).toBeLessThanOrEqual(utc);
      }
    },
  );

  test('of a name that nobody knows is none', () => {
    expect(ianaZone('Lune/Tranquillité')).toBeUndefined();
    expect(ianaZone('')).toBeUndefined();
    expect(ianaZone('+25:00')).toBeUndefined();
  });
});

test.each([
  ['"Europe/Paris"', 'Europe/Paris'],
  ['/mozilla.org/20050126_1/Europe/Paris', 'Europe/Paris'],
  ['/freeassociation.sourceforge.net/Tzfile/America/Argentina/Ushuaia', 'America/Argentina/Ushuaia'],
  ['Romance Standard Time', 'Europe/Paris'],
  ['CEST', 'CET'],
])('%s may be %s', (tzid, name) => {
  expect(zoneNames(tzid)).toContain(name);
});

test('days are numbered as the platform does, and dates found back', () => {
  for (let day = dayNumber(1582, 1, 1); day < dayNumber(2420, 1, 1); day += 13) {
    const date = new Date(day * DAY);
    const { year, month, day: ofMonth } = civilDate(day);
    expect([year, month, ofMonth]).toEqual([
      date.getUTCFullYear(),
      date.getUTCMonth() + 1,
      date.getUTCDate(),
    ]);
    expect(dayNumber(year, month, ofMonth)).toBe(day);
    expect((weekday(day) + 1) % 7).toBe(date.getUTCDay());
  }
});

test.each([
  ['2021-01-03', 2020, 53],
  ['2024-12-30', 2025, 1],
  ['2026-01-01', 2026, 1],
  ['2027-01-01', 2026, 53],
])('%s is of %i, week %i', (date, year, week) => {
  expect(weekOf(Date.parse(date) / DAY)).toEqual({ year, week });
});
