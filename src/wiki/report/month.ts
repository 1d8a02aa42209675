import { Invalid } from '../../config/errors.ts';
import { UTC, utcOf, type Zone } from '../calendars/zones.ts';

/** A calendar month in a time zone; `from` and `to` (left out) are UTC milliseconds. */
export interface Month {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly from: number;
  readonly to: number;
}

/** Reads `2022-01`. Throws {@link Invalid} for what is no month. */
export function readMonth(text: string, zone: Zone = UTC): Month {
  const [, year, month] = (/^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined)
    throw new Invalid(`${JSON.stringify(text)} is not a month.`, 'Write the year and the month: 2022-01.');
  const start = (of: number) => utcOf(zone, Date.UTC(year, of - 1));
  return { year, month, from: start(month), to: start(month + 1) };
}

/** `janvier 2022`, `January 2022`. */
export function monthName({ year, month }: Month, language: string): string {
  const format = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(Date.UTC(year, month - 1));
}
