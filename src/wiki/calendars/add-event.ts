import { DAY } from './days.ts';
import { escapeText } from './event-lines.ts';
import { foldLine } from './fold-line.ts';
import { writtenTime } from './stamps.ts';
import { zoneLines } from './zone-lines.ts';
import { ianaZone, UTC } from './zones.ts';

/** An event that somebody adds to a calendar, as they say it. */
export interface NewEvent {
  readonly summary: string;
  /** `2026-01-31`. */
  readonly date: string;
  /** `14:00`; empty for a whole day. */
  readonly from: string;
  readonly to: string;
  /** Its last day, where that is another one; else empty. */
  readonly lastDate: string;
  readonly location: string;
  readonly description: string;
  readonly url: string;
  readonly repeats: 'no' | 'weekly' | 'monthly';
}

export type EventFault = 'summary' | 'date' | 'end' | 'url';

/** What keeps an event from being added, in the order of its form. */
export function eventFaults(event: NewEvent): EventFault[] {
  const faults: EventFault[] = [];
  if (event.summary === '') faults.push('summary');
  const start = wallOf(event.date, event.from);
  const end = wallOf(event.lastDate || event.date, event.to || event.from);
  if (start === undefined) faults.push('date');
  else if (end === undefined || end < start || (event.to !== '' && event.from === '')) faults.push('end');
  if (event.url !== '' && !/^https?:\/\/[^\s]+$/i.test(event.url)) faults.push('url');
  return faults;
}

/**
 * Adds an event without faults to the text of a calendar (RFC 5545, section 3.6.1), whose lines end with LF. Its times are those of
 * `zone` (IANA), which the calendar describes from then on. `stamp`: when it is written, in milliseconds since 1970. What is
 * there stays byte for byte; undefined where the text is no calendar.
 */
export function addEvent(
  text: string,
  event: NewEvent,
  { zone, uid, stamp }: { readonly zone: string; readonly uid: string; readonly stamp: number },
): string | undefined {
  const end = [...text.matchAll(/^END:VCALENDAR[ \t]*$/gim)].at(-1)?.index;
  if (end === undefined) return undefined;
  const name = ianaZone(zone)?.name ?? 'UTC';
  const year = Number(event.date.slice(0, 4));
  const described = event.from === '' ? text : withZone(text, name, year);
  const at = end + described.length - text.length;
  return described.slice(0, at) + folded(eventText(event, name, uid, stamp)) + described.slice(at);
}

/** Has a calendar describe a zone, before its first event, where it does not yet: for a year and the next one. */
export function withZone(text: string, zone: string, year: number): string {
  const clocks = ianaZone(zone) ?? UTC;
  const name = clocks.name ?? 'UTC';
  if (name === 'UTC' || text.split('\n').includes(`TZID:${name}`)) return text;
  const first = text.search(/^BEGIN:VEVENT[ \t]*$/im);
  const at =
    first === -1 ? ([...text.matchAll(/^END:VCALENDAR[ \t]*$/gim)].at(-1)?.index ?? text.length) : first;
  return text.slice(0, at) + folded(zoneLines(clocks, year, year + 1)) + text.slice(at);
}

function eventText(event: NewEvent, zone: string, uid: string, stamp: number): string[] {
  const { summary, location, description, url, repeats } = event;
  const written = new Date(stamp).toISOString().replace(/[-:]|\.\d+/g, '');
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${written}`,
    ...timeLines(event, zone),
    ...(repeats === 'no' ? [] : [`RRULE:FREQ=${repeats.toUpperCase()}`]),
    `SUMMARY:${escapeText(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    ...(location === '' ? [] : [`LOCATION:${escapeText(location)}`]),
    ...(url === '' ? [] : [`URL:${url}`]),
    'END:VEVENT',
  ];
}

/** When an event begins, and ends: in a zone, as a calendar names it; empty for what is the same hour everywhere. */
export function timeLines(
  { date, from, to, lastDate }: Pick<NewEvent, 'date' | 'from' | 'to' | 'lastDate'>,
  zone: string,
): string[] {
  const time = (day: string, clock: string) => {
    const written = `${digits(day)}T${digits(clock)}00`;
    if (zone === 'UTC') return `:${written}Z`;
    return zone === '' ? `:${written}` : `;TZID=${zone}:${written}`;
  };
  const last = lastDate || date;
  if (from === '')
    return [`DTSTART;VALUE=DATE:${digits(date)}`, `DTEND;VALUE=DATE:${digits(dayAfter(last))}`];
  return [`DTSTART${time(date, from)}`, ...(to === '' ? [] : [`DTEND${time(last, to)}`])];
}

const folded = (list: readonly string[]) => list.map(foldLine).join('').replaceAll('\r\n', '\n');

const digits = (text: string) => text.replace(/\D/g, '');

function dayAfter(date: string): string {
  return new Date(Date.parse(date) + DAY).toISOString().slice(0, 10);
}

/** What clocks show, in milliseconds as if UTC; undefined for a day or a time that there is not. */
function wallOf(date: string, clock: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^(?:\d\d:\d\d)?$/.test(clock)) return undefined;
  return writtenTime(digits(date) + (clock === '' ? '' : `T${digits(clock)}00`))?.wall;
}
