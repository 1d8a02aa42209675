import type { Site } from './site.ts';

type Dates = (seconds: number) => string;

/** Making a format of dates costs 0.3 ms, and a page shows one date: those of each zone are kept. */
const known = new Map<string, Dates>();

/** Writes instants, in seconds since 1970, as ISO 8601 with the offset of the site's zone: the day is the site's own. */
export function siteDates({ settings }: Pick<Site, 'settings'>): Dates {
  const dates = known.get(settings.timezone) ?? datesIn(settings.timezone);
  known.set(settings.timezone, dates);
  return dates;
}

function datesIn(timeZone: string): Dates {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    timeZoneName: 'longOffset',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const write = (seconds: number) => {
    const parts = format.formatToParts(seconds * 1000);
    const part = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
    // A commit may claim a year that ISO 8601 has no room for.
    if (!/^\d{4}$/.test(part.year ?? '')) return new Date(seconds * 1000).toISOString();
    const offset = /[+-]\d\d:\d\d/.exec(part.timeZoneName ?? '')?.[0] ?? 'Z';
    return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}${offset}`;
  };
  const written = new Map<number, string>();
  return (seconds) => {
    const known = written.get(seconds);
    if (known !== undefined) return known;
    const date = write(seconds);
    if (written.size >= MAX_WRITTEN) written.clear();
    written.set(seconds, date);
    return date;
  };
}

/** One instant costs 10 µs, and commits are shown by many pages. */
const MAX_WRITTEN = 10_000;
