import type { CalendarEvent } from './calendar-event.ts';
import { DAY } from './days.ts';
import type { Problems } from './problems.ts';
import type { Following, Series } from './series.ts';
import { instantOf, type Stamp, stampText } from './stamps.ts';
import type { WrittenEvent } from './written-event.ts';
import { utcOf, wallOf } from './zones.ts';

/** What a file says of one UID. */
export interface EventGroup {
  /** The event; none when the file tells single occurrences only. More are events that were given the UID of another. */
  readonly masters: readonly WrittenEvent[];
  /** What is told of single occurrences of the first. */
  readonly single: readonly WrittenEvent[];
  /** What is told of an occurrence and those after it. */
  readonly following: readonly WrittenEvent[];
}

/** Brings the events of a file together by UID, and leaves out the private ones. */
export function eventGroups(written: readonly WrittenEvent[], problems: Problems): EventGroup[] {
  return [...Map.groupBy(written, ({ uid }) => uid).values()].flatMap((events) => {
    const hidden = events.find(({ isPrivate }) => isPrivate);
    if (hidden !== undefined) {
      problems.add('private', hidden.line);
      return [];
    }
    const whole = events.filter(({ instead }) => instead === undefined);
    const told = events.filter(({ instead }) => instead !== undefined);
    const masters = latest(whole, problems);
    const isFollowing = ({ instead }: WrittenEvent) => masters.length > 0 && instead?.andFollowing === true;
    return {
      masters,
      single: alone(told.filter((event) => !isFollowing(event))),
      following: told.filter(isFollowing),
    };
  });
}

/** The events of a UID: the one that it is of, and each occurrence of it that is told apart. */
export function calendarEvents({ masters, single, following }: EventGroup): CalendarEvent[] {
  const [master, ...others] = masters;
  const told = single.map((event) => occurrenceTold(event, master));
  if (master === undefined) return told;
  const after = following.map((event) => followingOf(event, master));
  return [
    wholeEvent(master, single, after, master.uid),
    ...others.map((event, at) => wholeEvent(event, [], [], `${event.uid}#${at + 2}`)),
    ...told,
  ];
}

/**
 * Of events with one UID, the latest revision (SEQUENCE). Several of the same revision are different events to which
 * somebody gave one UID: all are kept, but for copies.
 */
function latest(masters: readonly WrittenEvent[], problems: Problems): WrittenEvent[] {
  const revision = Math.max(...masters.map(({ sequence }) => sequence));
  const kept = new Map<string, WrittenEvent>();
  for (const event of masters) {
    if (event.sequence !== revision) continue;
    if (kept.size > 0) problems.add('duplicate-uid', event.line, event.uid);
    kept.set(`${stampText(event.start)} ${event.details.summary}`, event);
  }
  return [...kept.values()];
}

/** What is told of occurrences one by one: of several about the same one, the latest. */
function alone(told: readonly WrittenEvent[]): WrittenEvent[] {
  const kept = new Map<number, WrittenEvent>();
  for (const event of told) {
    const instant = instantOf(event.instead?.of ?? event.start);
    if ((kept.get(instant)?.sequence ?? -1) <= event.sequence) kept.set(instant, event);
  }
  return [...kept.values()];
}

function wholeEvent(
  event: WrittenEvent,
  told: readonly WrittenEvent[],
  following: readonly Following[],
  key: string,
): CalendarEvent {
  const { uid, details, start, end, recurs } = event;
  const series = recurs ? seriesOf(event, told, following) : undefined;
  const from = instantOf(start);
  const span = { from, to: endOf(event, from) };
  return {
    key,
    uid,
    details,
    start,
    length: end.length,
    endFrame: end.frame,
    span: series === undefined ? span : seriesSpan(series, event),
    recurs,
    series,
  };
}

function seriesOf(
  event: WrittenEvent,
  told: readonly WrittenEvent[],
  following: readonly Following[],
): Series {
  const { start, rules, added, excluded } = event;
  const without = [...excluded, ...told.flatMap(({ instead }) => instead?.of ?? [])];
  const inZone = (stamp: Stamp) =>
    stamp.frame === start.frame ? stamp.wall : wallOf(start.frame.zone, instantOf(stamp));
  // A date alone stands for all of that day
  const isWholeDay = (stamp: Stamp) => stamp.frame.kind === 'date';
  return {
    rules,
    dates: [start.wall, ...added.map(inZone)].toSorted((a, b) => a - b),
    without: new Set(without.filter((stamp) => !isWholeDay(stamp)).map(instantOf)),
    withoutDays: new Set(without.filter(isWholeDay).map(({ wall }) => Math.floor(wall / DAY))),
    following: following.toSorted((a, b) => a.from - b.from),
  };
}

/** Bounds of a series, with a day to spare for what zones make of them. */
function seriesSpan({ rules, dates, following }: Series, { end }: WrittenEvent): CalendarEvent['span'] {
  const shifts = [0, ...following.map(({ shift }) => shift)];
  const lengths = [end.length, ...following.map(({ length }) => length)].map(
    ({ days, ms }) => days * DAY + ms,
  );
  const last = Math.max(dates.at(-1) ?? 0, ...rules.map(({ until }) => until));
  return {
    from: (dates[0] ?? 0) - DAY + Math.min(...shifts),
    to: last + DAY + Math.max(...shifts) + Math.max(...lengths),
  };
}

function followingOf(event: WrittenEvent, master: WrittenEvent): Following {
  const { zone } = master.start.frame;
  const of = event.instead?.of ?? event.start;
  return {
    from: instantOf(of),
    shift: wallOf(zone, instantOf(event.start)) - wallOf(zone, instantOf(of)),
    length: event.end.length,
    details: withSummary(event, master),
    endFrame: event.end.frame,
  };
}

/** What is told of one occurrence, as an event of its own under the occurrence's key. */
function occurrenceTold(event: WrittenEvent, master: WrittenEvent | undefined): CalendarEvent {
  const { uid, start, end } = event;
  const of = event.instead?.of ?? start;
  const frame = master?.start.frame ?? of.frame;
  const nominal = of.frame.kind === 'date' ? of : { wall: wallOf(frame.zone, instantOf(of)), frame };
  const from = instantOf(start);
  return {
    key: `${uid}/${stampText(nominal)}`,
    uid,
    details: withSummary(event, master),
    start,
    length: end.length,
    endFrame: end.frame,
    span: { from, to: endOf(event, from) },
    recurs: true,
    series: undefined,
  };
}

/** What calls an occurrence off may not say again what it was. */
function withSummary({ details }: WrittenEvent, master: WrittenEvent | undefined): WrittenEvent['details'] {
  return details.summary === '' && master !== undefined
    ? { ...details, summary: master.details.summary }
    : details;
}

function endOf({ start, end: { length } }: WrittenEvent, from: number): number {
  if (length.days === 0) return from + length.ms;
  return utcOf(start.frame.zone, start.wall + length.days * DAY) + length.ms;
}
