import type { CalendarMessages } from './calendar-messages.ts';
import type { InterfaceLocale } from './messages.ts';
import { formatDay, timeOfDay } from './table-formats.ts';

type CalendarFormats = Pick<
  CalendarMessages,
  'weekday' | 'shortWeekday' | 'shortMonth' | 'fullDate' | 'dateRange' | 'time' | 'timeRange'
>;

/** The forms of days and times in one locale. `region` (as `fr-FR`) decides the order of a date. */
export function calendarFormats(locale: InterfaceLocale, region: string): CalendarFormats {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(region, { ...options, timeZone: 'UTC' });
  const weekday = format({ weekday: 'long' });
  const shortWeekday = format({ weekday: 'short' });
  const shortMonth = format({ month: 'short' });
  const fullDate = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const long = format({ dateStyle: 'long' });
  const time = (text: string) => timeOfDay(locale, text);
  return {
    weekday: (day) => formatDay(weekday, day),
    shortWeekday: (day) => formatDay(shortWeekday, day),
    shortMonth: (day) => formatDay(shortMonth, day),
    fullDate: (day) => formatDay(fullDate, day),
    dateRange: (first, last) => long.formatRange(new Date(`${first}T00:00Z`), new Date(`${last}T00:00Z`)),
    time,
    timeRange: (start, end) => `${time(start)}\u00a0–\u00a0${time(end)}`,
  };
}

/** The name of a zone without its season: "heure d’Europe centrale", "Central European Time"; its IANA name where it has none. */
export function zoneName(region: string, zone: string): string {
  try {
    const parts = new Intl.DateTimeFormat(region, {
      timeZone: zone,
      timeZoneName: 'longGeneric',
    }).formatToParts();
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  } catch {
    return zone;
  }
}
