import { DAY } from './days.ts';
import type { EventDetails } from './event.ts';
import type { Recurrence } from './recurrence.ts';
import { instantOf, type Stamp, type TimeFrame } from './stamps.ts';
import { utcOf } from './zones.ts';

/** A recurrence set (RFC 5545, section 3.8.5): what an event that recurs adds to its start. */
export interface Series {
  readonly rules: readonly { readonly recurrence: Recurrence; readonly until: number }[];
  /** DTSTART and each RDATE as the clocks of the start show them, in their order. */
  readonly dates: readonly number[];
  /** Instants that are left out (EXDATE) or told by an event of their own (RECURRENCE-ID). */
  readonly without: ReadonlySet<number>;
  /** Days, by their number, all of whose occurrences are left out. */
  readonly withoutDays: ReadonlySet<number>;
  /** What holds from an occurrence on (RANGE=THISANDFUTURE), in the order of `from`. */
  readonly following: readonly Following[];
}

export interface Following {
  /** Instant of the first occurrence that it is about. */
  readonly from: number;
  /** How far each is moved, in milliseconds. */
  readonly shift: number;
  readonly length: { readonly days: number; readonly ms: number };
  readonly details: EventDetails;
  readonly endFrame: TimeFrame;
}

/**
 * The nominal starts of a series from one instant to another: milliseconds as the clocks of `frame` show them, as if
 * UTC, in their order and each once.
 */
export function* nominalStarts(
  series: Series,
  frame: TimeFrame,
  from: number,
  to: number,
): Generator<number> {
  // Clocks are at most a day from UTC
  const [first, last] = [from - DAY, to + DAY];
  const dates = series.dates.filter((date) => date >= first && date <= last);
  const sources = series.rules.map(({ recurrence, until }) => recurrence(first, Math.min(until, last)));
  let before = Number.NEGATIVE_INFINITY;
  for (const wall of inOrder(dates.length > 0 ? [dates.values(), ...sources] : sources)) {
    if (wall === before) continue;
    before = wall;
    if (series.withoutDays.size > 0 && series.withoutDays.has(Math.floor(wall / DAY))) continue;
    if (series.without.size === 0 || !series.without.has(utcOf(frame.zone, wall))) yield wall;
  }
}

function inOrder(sources: readonly IteratorObject<number, undefined>[]): Iterable<number> {
  const [only, ...others] = sources;
  return only !== undefined && others.length === 0 ? only : merged(sources);
}

/** The values of several sorted sources, sorted. */
function* merged(sources: readonly IteratorObject<number, undefined>[]): Generator<number, undefined> {
  const heads = sources.map((source) => source.next());
  for (;;) {
    let least = -1;
    for (const [at, head] of heads.entries()) {
      if (!head.done && (least === -1 || head.value < (heads[least]?.value ?? 0))) least = at;
    }
    const source = sources[least];
    if (source === undefined) return;
    yield heads[least]?.value as number;
    heads[least] = source.next();
  }
}

/** What holds of an occurrence whose nominal start is this one. */
export function followingAt(series: Series, start: Stamp): Following | undefined {
  if (series.following.length === 0) return undefined;
  const instant = instantOf(start);
  return series.following.findLast(({ from }) => from <= instant);
}
