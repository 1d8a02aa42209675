import type { CalendarEvent } from './calendar-event.ts';
import { DAY } from './days.ts';
import type { Occurrence } from './event.ts';
import type { Calendar } from './read-calendar.ts';
import { type Following, followingAt, nominalStarts, type Series } from './series.ts';
import { momentAt, type Stamp, stampText } from './stamps.ts';
import { utcOf } from './zones.ts';

/** An occurrence that is placed in time, and not yet told. */
interface Placed {
  readonly source: string;
  readonly event: CalendarEvent;
  /** Its start before anything moved it. */
  readonly nominal: Stamp;
  readonly following: Following | undefined;
  readonly from: number;
  readonly to: number;
}

const MOST = 2000;

/** An occurrence that lasts longer is not looked for earlier than this. */
const LONGEST_LOOK_BACK = 366 * DAY;

/**
 * What happens between two instants (UTC milliseconds, `to` left out), even in part: by start, whole days first; at most
 * `limit`, the first ones. What is cancelled is among them.
 */
export function occurrencesBetween(
  calendars: readonly Calendar[],
  from: number,
  to: number,
  limit = MOST,
): Occurrence[] {
  return placedBetween(calendars, from, to, limit).map(tell);
}

/** What happens on a day: the first ones, and how many in all. */
export interface DayOccurrences {
  readonly first: readonly Occurrence[];
  readonly count: number;
}

/** More are not counted: a grid of six weeks in which hundreds happen each day. */
const MOST_IN_DAYS = 20_000;

/** What happens on each of some days that follow one another: as occurrencesBetween, the first `most` of each. */
export function occurrencesByDay(
  calendars: readonly Calendar[],
  days: readonly { readonly from: number; readonly to: number }[],
  most: number,
): DayOccurrences[] {
  const ofDays = days.map(() => ({ first: [] as Occurrence[], count: 0 }));
  let at = 0;
  for (const placed of placedBetween(calendars, days[0]?.from ?? 0, days.at(-1)?.to ?? 0, MOST_IN_DAYS)) {
    while (placed.from >= (days[at]?.to ?? Number.POSITIVE_INFINITY)) at++;
    let told: Occurrence | undefined;
    for (let on = at; on === at || placed.to > (days[on]?.from ?? Number.POSITIVE_INFINITY); on++) {
      const day = ofDays[on];
      if (day === undefined) break;
      day.count++;
      if (day.first.length >= most) continue;
      told ??= tell(placed);
      day.first.push(told);
    }
  }
  return ofDays;
}

/** What happens now or later: the first `limit`, by start. */
export function upcoming(calendars: readonly Calendar[], now: number, limit: number): Occurrence[] {
  return placedBetween(calendars, now, Number.POSITIVE_INFINITY, limit)
    .filter(({ from, to }) => to > now || from >= now)
    .map(tell);
}

/** What is over: the last `limit`, by start, the newest first. */
export function past(calendars: readonly Calendar[], now: number, limit: number): Occurrence[] {
  const earliest = Math.min(now, ...calendars.map(({ events }) => events[0]?.span.from ?? now));
  const found: Placed[] = [];
  let to = now;
  for (let width = DAY; to >= earliest && found.length < limit; width *= 2) {
    const from = to - width;
    found.push(...lastStarting(calendars, { from, to, now }, limit - found.length));
    to = from;
  }
  return found.map(tell);
}

/** Of what starts from one instant until another and is over at a third, the last `limit`, the newest first. */
function lastStarting(
  calendars: readonly Calendar[],
  { from, to, now }: { from: number; to: number; now: number },
  limit: number,
): Placed[] {
  let found: Placed[] = [];
  let since = from;
  for (const { path, events } of calendars) {
    for (const event of events) {
      if (event.span.from >= to) break;
      if (event.span.to < since) continue;
      for (const placed of placements(event, path, since, to)) {
        if (placed.from >= since && placed.to <= now) found.push(placed);
      }
      if (found.length < limit * 2 + 100) continue;
      found = found.toSorted(byStart).slice(-limit);
      since = Math.max(since, found[0]?.from ?? since);
    }
  }
  return found.toSorted(byStart).slice(-limit).toReversed();
}

/** As occurrencesBetween. What can no longer be among the first `limit` is not looked for. */
function placedBetween(calendars: readonly Calendar[], from: number, to: number, limit: number): Placed[] {
  let found: Placed[] = [];
  let until = to;
  for (const { path, events } of calendars) {
    for (const event of events) {
      if (event.span.from >= until) break;
      if (event.span.to < from) continue;
      let left = limit;
      for (const placed of placements(event, path, from, until)) {
        found.push(placed);
        if (--left === 0) break;
      }
      if (found.length < limit * 2 + 100) continue;
      found = found.toSorted(byStart).slice(0, limit);
      until = Math.min(until, (found.at(-1)?.from ?? until) + 1);
    }
  }
  return found.toSorted(byStart).slice(0, limit);
}

/** The occurrences of an event that are, even in part, between two instants. */
function* placements(event: CalendarEvent, source: string, from: number, to: number): Generator<Placed> {
  const { series, start } = event;
  const reaches = (placed: Placed) => placed.from < to && (placed.to > from || placed.from >= from);
  if (series === undefined) {
    const placed = { source, event, nominal: start, following: undefined, ...event.span };
    if (reaches(placed)) yield placed;
    return;
  }
  const { back, ahead } = reachOf(event, series);
  for (const wall of nominalStarts(series, start.frame, from - back, to + ahead)) {
    const placed = placeOccurrence(event, source, { wall, frame: start.frame });
    if (reaches(placed)) yield placed;
  }
}

/** How far before and after a window its occurrences may nominally start. */
function reachOf({ length }: CalendarEvent, { following }: Series): { back: number; ahead: number } {
  const last = lengthOf(length);
  if (following.length === 0) return { back: Math.min(last, LONGEST_LOOK_BACK), ahead: 0 };
  const lengths = following.map((each) => lengthOf(each.length));
  const shifts = following.map(({ shift }) => shift);
  return {
    back: Math.min(Math.max(last, ...lengths) + Math.max(0, ...shifts), LONGEST_LOOK_BACK),
    ahead: Math.max(0, ...shifts.map((shift) => -shift)),
  };
}

function lengthOf({ days, ms }: CalendarEvent['length']): number {
  return days * DAY + ms;
}

function placeOccurrence(event: CalendarEvent, source: string, nominal: Stamp): Placed {
  const following = event.series && followingAt(event.series, nominal);
  const { zone } = nominal.frame;
  const { days, ms } = following?.length ?? event.length;
  const wall = nominal.wall + (following?.shift ?? 0);
  const from = utcOf(zone, wall);
  const to = (days === 0 ? from : utcOf(zone, wall + days * DAY)) + ms;
  return { source, event, nominal, following, from, to };
}

function byStart(a: Placed, b: Placed): number {
  return a.from - b.from || dayFirst(a) - dayFirst(b) || a.to - b.to || (a.event.key < b.event.key ? -1 : 1);
}

function dayFirst({ event }: Placed): number {
  return event.start.frame.kind === 'date' ? 0 : 1;
}

function tell({ source, event, nominal, following, from, to }: Placed): Occurrence {
  const { key, uid, recurs, start, endFrame } = event;
  const allDay = start.frame.kind === 'date';
  const frame = following?.endFrame ?? endFrame;
  // The last day, of a day that ends at midnight
  const end = allDay ? { ...momentAt(to - 1, frame), utc: to } : momentAt(to, frame);
  return {
    key: event.series === undefined ? key : `${key}/${stampText(nominal)}`,
    uid,
    ...(following?.details ?? event.details),
    start: momentAt(from, start.frame),
    end,
    allDay,
    recurs,
    source,
  };
}
