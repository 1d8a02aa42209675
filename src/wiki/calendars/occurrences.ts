import { DAY } from './days.ts';
import type { CalendarEvent, Occurrence } from './event.ts';
import type { Calendar } from './read-calendar.ts';
import { type Following, followingAt, nominalStarts } from './series.ts';
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

const MOST = 5000;

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

/** What happens now or later: the first `limit`, by start. */
export function upcoming(calendars: readonly Calendar[], now: number, limit: number): Occurrence[] {
  return placedBetween(calendars, now, Number.POSITIVE_INFINITY, limit)
    .filter(({ from, to }) => to > now || from >= now)
    .map(tell);
}

/** What is over: the last `limit`, the newest first. */
export function past(calendars: readonly Calendar[], now: number, limit: number): Occurrence[] {
  const first = calendars.flatMap(({ events }) => events[0]?.span.from ?? []);
  const earliest = Math.min(...first, now);
  const found: Placed[] = [];
  let to = now;
  for (let width = 32 * DAY; to > earliest && found.length < limit; width *= 2) {
    const from = Math.max(to - width, earliest - DAY);
    found.push(...newestStarting(calendars, from, to, now, limit - found.length));
    to = from;
  }
  return found.map(tell);
}

/** Those that start between two instants and are over at a third, newest first. */
function newestStarting(
  calendars: readonly Calendar[],
  from: number,
  to: number,
  now: number,
  limit: number,
): Placed[] {
  const most = Math.max(MOST, limit * 4);
  const all = placedBetween(calendars, from, to, most);
  if (all.length < most || to - from <= 60_000) {
    const over = all.filter((placed) => placed.from >= from && placed.to <= now);
    return over.toReversed().slice(0, limit);
  }
  const middle = Math.floor((from + to) / 2);
  const later = newestStarting(calendars, middle, to, now, limit);
  if (later.length >= limit) return later;
  return [...later, ...newestStarting(calendars, from, middle, now, limit - later.length)];
}

/** As occurrencesBetween. What can no longer be among the first `limit` is not looked for. */
function placedBetween(calendars: readonly Calendar[], from: number, to: number, limit: number): Placed[] {
  let found: Placed[] = [];
  let reach = to;
  for (const { path, events } of calendars) {
    for (const event of events) {
      if (event.span.from >= reach) break;
      if (event.span.to < from) continue;
      placeEvent(event, path, from, reach, limit, found);
      if (found.length < limit * 4 + 100) continue;
      found = found.toSorted(byStart).slice(0, limit);
      reach = Math.min(reach, (found.at(-1)?.from ?? reach) + 1);
    }
  }
  return found.toSorted(byStart).slice(0, limit);
}

function placeEvent(
  event: CalendarEvent,
  source: string,
  from: number,
  to: number,
  limit: number,
  found: Placed[],
): void {
  const { series, start } = event;
  const reaches = (placed: Placed) => placed.from < to && (placed.to > from || placed.from >= from);
  if (series === undefined) {
    const placed = { source, event, nominal: start, following: undefined, ...event.span };
    if (reaches(placed)) found.push(placed);
    return;
  }
  const earlier =
    Math.max(0, ...lengthsOf(event)) + Math.max(0, ...series.following.map(({ shift }) => shift));
  const later = Math.max(0, ...series.following.map(({ shift }) => -shift));
  const lookBack = Math.min(earlier, LONGEST_LOOK_BACK);
  let left = limit;
  for (const wall of nominalStarts(series, start.frame, from - lookBack, to + later)) {
    const placed = placeOccurrence(event, source, { wall, frame: start.frame });
    if (!reaches(placed)) continue;
    found.push(placed);
    if (--left === 0) return;
  }
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

function lengthsOf({ length, series }: CalendarEvent): number[] {
  const lengths = [length, ...(series?.following ?? []).map((following) => following.length)];
  return lengths.map(({ days, ms }) => days * DAY + ms);
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
