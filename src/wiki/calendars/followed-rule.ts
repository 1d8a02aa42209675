import { DAY } from './days.ts';
import type { CalendarRule, Problems } from './problems.ts';
import type { Property } from './properties.ts';
import { PATIENCE, type Recurrence, recurrence } from './recurrence.ts';
import { type Frequency, type RecurrenceRule, recurrenceRule } from './recurrence-rule.ts';
import type { Stamp } from './stamps.ts';
import { isSubdaily } from './times-of-day.ts';
import { wallOf } from './zones.ts';

/** A rule with its end, as the clocks of its event show it: `Infinity` when it has none. */
export interface FollowedRule {
  /** As the file has it. */
  readonly text: string;
  readonly recurrence: Recurrence;
  readonly until: number;
}

/** What may still be spent on trying the rules of a file, in days looked at, so that none can be made to take long. */
export interface Effort {
  left: number;
}

export const EFFORT_PER_FILE = 20_000_000;

const MOST_PER_DAY = 48;
const MOST_COUNTED = 10_000;

/** Reads an RRULE and tries it: one that is wrong, impossible, or too frequent to show, is a problem and not followed. */
export function followedRule(
  property: Property,
  start: Stamp,
  effort: Effort,
  problems: Problems,
): FollowedRule | undefined {
  const refuse = (rule: CalendarRule) => {
    problems.add(rule, property.line, property.raw);
    return undefined;
  };
  const rule = recurrenceRule(property.values[0]);
  if (rule === undefined) return refuse('bad-recurrence');
  const count = rule.count === undefined ? undefined : Math.min(rule.count, MOST_COUNTED);
  effort.left -= costOf(rule) * (count ?? 1);
  if (effort.left < 0) return refuse('too-many-occurrences');
  const follow = recurrence(rule, start.wall);
  const times = countTo(follow(start.wall + 1, start.wall + DAY), MOST_PER_DAY);
  if (times === MOST_PER_DAY && (count ?? MOST_COUNTED) > MOST_PER_DAY) return refuse('too-frequent');
  if (times === 0 && follow(start.wall + 1, Number.POSITIVE_INFINITY).next().done === true) {
    effort.left -= isSubdaily(rule.frequency) ? 10 * PATIENCE : PATIENCE;
    return count === 1 ? undefined : refuse('never-recurs');
  }
  if (count === undefined) return { text: property.raw, recurrence: follow, until: lastWall(rule, start) };
  if (count !== rule.count) refuse('too-many-occurrences');
  return { text: property.raw, recurrence: follow, until: lastCounted(count, follow, start.wall) };
}

const PERIODS: Partial<Record<Frequency, number>> = { YEARLY: 366, MONTHLY: 31, WEEKLY: 10 };

/** About what one occurrence costs. With BYSETPOS, all those of a period are made to keep a few. */
function costOf({ frequency, positions, hours, minutes, seconds }: RecurrenceRule): number {
  const times = [hours, minutes, seconds].reduce((product, list) => product * Math.max(list.length, 1), 1);
  return (PERIODS[frequency] ?? 10) * (positions.length === 0 ? 1 : 2 * times);
}

/** COUNT as an end, so that the rule can be followed from any date. The start is the first of those counted. */
function lastCounted(count: number, follow: Recurrence, start: number): number {
  let last = start;
  let left = count - 1;
  for (const next of follow(start + 1, Number.POSITIVE_INFINITY)) {
    if (left-- <= 0) break;
    last = next;
  }
  return last;
}

function lastWall({ until }: RecurrenceRule, { frame }: Stamp): number {
  if (until === undefined) return Number.POSITIVE_INFINITY;
  return until.utc ? wallOf(frame.zone, until.wall) : until.wall;
}

function countTo(source: Generator<number>, most: number): number {
  let count = 0;
  while (count < most && !source.next().done) count++;
  return count;
}
