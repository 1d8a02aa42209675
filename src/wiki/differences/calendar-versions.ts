import { DAY } from '../calendars/days.ts';
import type { EventDetails, Moment } from '../calendars/event.ts';
import { instantOf, momentAt, type Stamp, stampText } from '../calendars/stamps.ts';
import type { WrittenCalendar } from '../calendars/written-calendar.ts';
import type { WrittenEvent } from '../calendars/written-event.ts';
import { utcOf, wallOf } from '../calendars/zones.ts';

/** An event as a calendar file says it: one that recurs is one event, an occurrence told apart another. */
export interface EventVersion {
  readonly key: string;
  readonly uid: string;
  readonly details: EventDetails;
  readonly start: Moment;
  /** Of an event of whole days, the last of them. */
  readonly end: Moment;
  readonly allDay: boolean;
  /** RRULE, as the file has it (RFC 5545, section 3.3.10). */
  readonly rules: readonly string[];
  /** Dates beside the rule (RDATE), and those left out (EXDATE). */
  readonly added: readonly Moment[];
  readonly excluded: readonly Moment[];
  /** The date of the occurrence that it tells. */
  readonly occurrence?: Moment;
}

/** The events of a calendar file by their key. */
export function eventVersions({ groups }: WrittenCalendar): Map<string, EventVersion> {
  const versions = new Map<string, EventVersion>();
  for (const { masters, single, following } of groups) {
    for (const [at, event] of masters.entries()) {
      const key = at === 0 ? event.uid : `${event.uid}#${at + 1}`;
      versions.set(key, eventVersion(event, key));
    }
    for (const event of [...single, ...following]) {
      const version = toldOccurrence(event, masters[0]);
      versions.set(version.key, version);
    }
  }
  return versions;
}

function toldOccurrence(event: WrittenEvent, master: WrittenEvent | undefined): EventVersion {
  const { of, andFollowing } = event.instead ?? { of: event.start, andFollowing: false };
  const frame = master?.start.frame ?? of.frame;
  const nominal = of.frame.kind === 'date' ? of : { wall: wallOf(frame.zone, instantOf(of)), frame };
  const key = `${event.uid}/${stampText(nominal)}${andFollowing ? '+' : ''}`;
  const { details } = event;
  const summary = details.summary === '' && master ? master.details.summary : details.summary;
  return { ...eventVersion(event, key), details: { ...details, summary }, occurrence: momentOf(nominal) };
}

/** An occurrence as the series that it is of would have it. */
export function occurrenceOf(series: EventVersion, occurrence: EventVersion): EventVersion {
  const start = occurrence.occurrence ?? occurrence.start;
  const length = series.end.utc - series.start.utc;
  const end = { ...series.end, utc: start.utc + length };
  const sameDay = series.end.date === series.start.date;
  return {
    ...series,
    key: occurrence.key,
    start,
    end: sameDay ? { ...end, date: start.date } : end,
    rules: [],
    added: [],
    excluded: [],
    occurrence: start,
  };
}

function eventVersion(event: WrittenEvent, key: string): EventVersion {
  const { uid, details, start, end, rules, added, excluded } = event;
  const allDay = start.frame.kind === 'date';
  const from = instantOf(start);
  const { days, ms } = end.length;
  const to = (days === 0 ? from : utcOf(start.frame.zone, start.wall + days * DAY)) + ms;
  return {
    key,
    uid,
    details,
    start: momentAt(from, start.frame),
    end: allDay ? { ...momentAt(to - 1, end.frame), utc: to } : momentAt(to, end.frame),
    allDay,
    rules: rules.map(({ text }) => text.trim()),
    added: added.map(momentOf),
    excluded: excluded.map(momentOf),
  };
}

function momentOf(stamp: Stamp): Moment {
  return momentAt(instantOf(stamp), stamp.frame);
}
