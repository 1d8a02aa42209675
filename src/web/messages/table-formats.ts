import type { InterfaceLocale } from './messages.ts';
import type { TableMessages } from './table-messages.ts';

type TableFormats = Pick<TableMessages, 'shortDate' | 'time' | 'cellNumber'>;

/** The forms of the values of a table in one locale. `region` (as `fr-FR`) decides the order of a date. */
export function tableFormats(locale: InterfaceLocale, region: string): TableFormats {
  const date = new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(region, { useGrouping: 'min2', maximumFractionDigits: 20 });
  return {
    shortDate: (iso) => formatDay(date, iso),
    time: (time) => timeOfDay(locale, time),
    cellNumber: (value) => number.format(value),
  };
}

/** A day that is in no calendar, as 30 February, is shown as it is written. */
export function formatDay(format: Intl.DateTimeFormat, iso: string): string {
  const day = iso.slice(0, 10);
  const date = new Date(`${day}T00:00:00Z`);
  return date.toJSON()?.startsWith(day) ? format.format(date) : iso;
}

/** `14:30` as French writes it, "14 h 30", or as British English does, unchanged. */
export function timeOfDay(locale: InterfaceLocale, time: string): string {
  const [hours = '', minutes = '', seconds] = time.split(':');
  if (locale === 'en' || (seconds !== undefined && seconds !== '00')) return time;
  return minutes === '00' ? `${Number(hours)}\u00a0h` : `${Number(hours)}\u00a0h\u00a0${minutes}`;
}
