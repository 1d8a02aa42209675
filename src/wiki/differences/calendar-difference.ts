import type { Moment } from '../calendars/event.ts';
import { writtenCalendar } from '../calendars/written-calendar.ts';
import { type EventVersion, eventVersions, occurrenceOf } from './calendar-versions.ts';

export type { EventVersion } from './calendar-versions.ts';

/** What of an event changed. */
export type EventProperty =
  | 'summary'
  | 'when'
  | 'location'
  | 'status'
  | 'recurrence'
  | 'dates'
  | 'description'
  | 'url'
  | 'categories'
  | 'organizer';

/** An event that is in both versions of a calendar, with what of it changed. */
export interface ChangedEvent {
  readonly before: EventVersion;
  readonly after: EventVersion;
  readonly properties: readonly EventProperty[];
}

/** What differs between two versions of a calendar file; each list is in the order of the events' starts. */
export interface CalendarDifference {
  /** What the calendar calls itself, when that changed. */
  readonly name?: { readonly before: string; readonly after: string };
  readonly added: readonly EventVersion[];
  readonly removed: readonly EventVersion[];
  readonly changed: readonly ChangedEvent[];
  readonly unchanged: number;
}

/**
 * Compares two iCalendar files by events: those of the same UID and, for an occurrence told apart, of the same
 * RECURRENCE-ID (RFC 5545, section 3.8.4.4), which is compared with its series where it was not told apart; else those
 * of the same title and start, or of a title that no other event has. Floating times are placed in `zone` (IANA).
 */
export function calendarDifference(before: string, after: string, zone: string): CalendarDifference {
  const [old, recent] = [writtenCalendar(before, zone), writtenCalendar(after, zone)];
  const [olds, recents] = [eventVersions(old), eventVersions(recent)];
  const pairs: [EventVersion, EventVersion][] = [];
  const take = (one: EventVersion, two: EventVersion) => {
    pairs.push([one, two]);
    olds.delete(one.key);
    recents.delete(two.key);
  };
  for (const [key, version] of [...recents]) {
    const same = olds.get(key);
    if (same) take(same, version);
  }
  const seriesOf = new Map(pairs.map(([one, two]) => [two.key, [one, two] as const]));
  for (const version of [...recents.values()].filter(isOccurrence)) {
    const series = seriesOf.get(version.uid)?.[0];
    if (series) take({ ...occurrenceOf(series, version) }, version);
  }
  for (const version of [...olds.values()].filter(isOccurrence)) {
    const series = seriesOf.get(version.uid)?.[1];
    if (series && !isLeftOut(series, version)) take(version, occurrenceOf(series, version));
  }
  for (const name of [titleAndStart, title]) {
    const known = uniqueBy(olds.values(), name);
    for (const [text, version] of uniqueBy(recents.values(), name)) {
      const same = known.get(text);
      if (same) take(same, version);
    }
  }
  const changed = pairs.flatMap(([one, two]): ChangedEvent[] => {
    const properties = changedProperties(one, two);
    return properties.length === 0 ? [] : [{ before: one, after: two, properties }];
  });
  return {
    ...(old.name !== recent.name && { name: { before: old.name, after: recent.name } }),
    added: [...recents.values()].toSorted(byStart),
    removed: [...olds.values()].toSorted(byStart),
    changed: changed.toSorted((a, b) => byStart(a.after, b.after)),
    unchanged: pairs.length - changed.length,
  };
}

function isOccurrence({ occurrence }: EventVersion): boolean {
  return occurrence !== undefined;
}

function isLeftOut({ excluded }: EventVersion, { occurrence }: EventVersion): boolean {
  return excluded.some(({ utc }) => utc === occurrence?.utc);
}

function byStart(a: EventVersion, b: EventVersion): number {
  return a.start.utc - b.start.utc || (a.key < b.key ? -1 : 1);
}

/** Events by a name that only one of them has. */
function uniqueBy(versions: Iterable<EventVersion>, name: (version: EventVersion) => string) {
  const groups = Map.groupBy(versions, name);
  return new Map(
    [...groups].flatMap(([text, [only, ...others]]) =>
      only && others.length === 0 && text !== '' ? [[text, only]] : [],
    ),
  );
}

function title({ details, occurrence }: EventVersion): string {
  return occurrence ? '' : details.summary;
}

function titleAndStart({ details, start, occurrence }: EventVersion): string {
  return occurrence || details.summary === '' ? '' : `${start.utc} ${details.summary}`;
}

/** What each property says, to be compared. */
const SAID: Readonly<Record<EventProperty, (version: EventVersion) => string>> = {
  summary: ({ details }) => details.summary,
  when: ({ start, end, allDay }) => [allDay, moment(start), moment(end)].join(),
  location: ({ details }) => details.location,
  status: ({ details }) => details.status,
  recurrence: ({ rules }) => rules.join('\n'),
  dates: ({ added, excluded }) => `${added.map(moment).toSorted()} ${excluded.map(moment).toSorted()}`,
  description: ({ details }) => details.description,
  url: ({ details }) => details.url ?? '',
  categories: ({ details }) => details.categories.join('\n'),
  organizer: ({ details }) => details.organizer ?? '',
};

function moment({ utc, zone }: Moment): string {
  return `${utc} ${zone}`;
}

/** What calls an occurrence off need not say again what it was. */
const CANCELLING: readonly EventProperty[] = ['when', 'status'];

function changedProperties(before: EventVersion, after: EventVersion): EventProperty[] {
  const calledOff = [before, after].some(
    ({ occurrence, details }) => occurrence !== undefined && details.status === 'cancelled',
  );
  const compared = calledOff ? CANCELLING : (Object.keys(SAID) as EventProperty[]);
  return compared.filter((name) => SAID[name](before) !== SAID[name](after));
}
