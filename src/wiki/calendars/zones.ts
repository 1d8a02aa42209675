import type { Component } from './components.ts';
import { civilDate, DAY, dayNumber } from './days.ts';

/** A time zone: how far its clocks are from UTC. */
export interface Zone {
  /** IANA name; none for a zone that only a file describes. */
  readonly name: string | undefined;
  /** Milliseconds to add to UTC, at an instant in UTC milliseconds. */
  readonly offsetAt: (utc: number) => number;
  /** The VTIMEZONE that it was read from, if it was. */
  readonly describedBy?: Component;
}

/** From an instant on, clocks are at this offset from UTC. */
export interface Transition {
  readonly utc: number;
  readonly offset: number;
}

export const UTC: Zone = { name: 'UTC', offsetAt: () => 0 };

/** What clocks show at an instant: milliseconds as if UTC. */
export function wallOf(zone: Zone, utc: number): number {
  return utc + zone.offsetAt(utc);
}

/**
 * The instant at which clocks show this. Of two, the first; a time that clocks skip is read with the offset before the
 * gap (RFC 5545, section 3.3.5).
 */
export function utcOf(zone: Zone, wall: number): number {
  const before = zone.offsetAt(wall - DAY);
  if (zone.offsetAt(wall - before) === before) return wall - before;
  const after = zone.offsetAt(wall + DAY);
  return zone.offsetAt(wall - after) === after ? wall - after : wall - before;
}

/** A zone by its IANA name, from what the platform knows; undefined when it knows no such name. */
export function ianaZone(name: string): Zone | undefined {
  if (!/^[A-Za-z]/.test(name)) return undefined;
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
    const known = format.resolvedOptions().timeZone;
    // The platform may know it by an older name: Asia/Calcutta for Asia/Kolkata
    return zoneOfFormat(known.toLowerCase() === name.toLowerCase() ? known : name, format);
  } catch {
    return undefined;
  }
}

function zoneOfFormat(name: string, format: Intl.DateTimeFormat): Zone {
  const years = new Map<number, readonly Transition[]>();
  const transitionsOf = (year: number) => {
    const known = years.get(year);
    if (known !== undefined) return known;
    const transitions = transitionsOfYear(year, (at) => platformOffset(format, at));
    years.set(year, transitions);
    return transitions;
  };
  // Most instants asked for are near the one before
  let near: OffsetSpan = { from: 0, to: 0, offset: 0 };
  const offsetAt = (utc: number) => {
    if (utc >= near.from && utc < near.to) return near.offset;
    const { year } = civilDate(Math.floor(utc / DAY));
    near = spanIn(transitionsOf(year), utc, dayNumber(year + 1, 1, 1) * DAY);
    return near.offset;
  };
  return { name, offsetAt };
}

interface OffsetSpan {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** The transition that holds at an instant, by transitions in their order; before the first of them, its own. */
function spanIn(transitions: readonly Transition[], utc: number, end: number): OffsetSpan {
  const at = transitions.findLastIndex((transition) => transition.utc <= utc);
  const offset = transitions[Math.max(at, 0)]?.offset ?? 0;
  return {
    from: transitions[at]?.utc ?? Number.NEGATIVE_INFINITY,
    to: transitions[at + 1]?.utc ?? end,
    offset,
  };
}

/** A zone by its transitions, in their order. */
export function zoneOfTransitions(transitions: readonly Transition[], describedBy: Component): Zone {
  const offsetAt = (utc: number) => spanIn(transitions, utc, Number.POSITIVE_INFINITY).offset;
  return { name: undefined, offsetAt, describedBy };
}

/** No zone changes its clocks twice in a week. */
const STEP = 7 * DAY;

/** The changes of clocks in a year, after the offset that it starts with. */
export function transitionsOfYear(year: number, offsetAt: (utc: number) => number): Transition[] {
  const start = dayNumber(year, 1, 1) * DAY;
  const end = dayNumber(year + 1, 1, 1) * DAY;
  const transitions: Transition[] = [{ utc: start, offset: offsetAt(start) }];
  for (let from = start; from < end; from += STEP) {
    const to = Math.min(from + STEP, end);
    const offset = offsetAt(to - 1);
    if (offset === transitions.at(-1)?.offset) continue;
    transitions.push({ utc: changeBetween(from - 1, to - 1, offset, offsetAt), offset });
  }
  return transitions;
}

/** The first second at which the offset is the one of `to`. */
function changeBetween(from: number, to: number, offset: number, offsetAt: (utc: number) => number): number {
  let before = Math.floor(from / 1000);
  let after = Math.floor(to / 1000);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle * 1000) === offset) after = middle;
    else before = middle;
  }
  return after * 1000;
}

/** Written by the platform as `1/8/2026, GMT+01:00`, with seconds for the old local times. */
function platformOffset(format: Intl.DateTimeFormat, utc: number): number {
  const found = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(format.format(utc));
  if (found === null) return 0;
  const [, sign, hours, minutes, seconds = 0] = found;
  const offset = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -offset : offset;
}
