import { DAY } from './days.ts';
import type { Problems } from './problems.ts';
import type { Property } from './properties.ts';
import { PATIENCE, type Recurrence, recurrence } from './recurrence.ts';
import { type Frequency, type RecurrenceRule, recurrenceRule } from './recurrence-rule.ts';
import type { Stamp } from './stamps.ts';
import { wallOf } from './zones.ts';

/** A rule with its end, as the clocks of its event show it: `Infinity` when it has none. */
export interface FollowedRule {
  /** As the file has it. */
  readonly text: string;
  readonly recurrence: Recurrence;
  readonly until: number;
}

/** How many days may still be looked at in trying the rules of a file, so that none can be made to take long. */
export interface Effort {
  left: number;
}

export const EFFORT_PER_FILE = 20_000_000;

/** Days looked at for one occurrence. */
const COST: Partial<Record<Frequency, number>> = { YEARLY: 366, MONTHLY: 31, WEEKLY: 7 };

const MOST_PER_DAY = 48;
const MOST_COUNTED = 10_000;

/** Reads an RRULE and tries it: one that is wrong, impossible, or too frequent to show, is a problem and not followed. */
export function followedRule(
  property: Property,
  start: Stamp,
  effort: Effort,
  problems: Problems,
): FollowedRule | undefined {
  const refuse = (rule: 'bad-recurrence' | 'never-recurs' | 'too-frequent' | 'too-many-occurrences') => {
    problems.add(rule, property.line, property.raw);
    return undefined;
  };
  const rule = recurrenceRule(property.values[0]);
  if (rule === undefined) return refuse('bad-recurrence');
  if (effort.left <= 0) return refuse('too-many-occurrences');
  const follow = recurrence(rule, start.wall);
  const times = countTo(follow(start.wall + 1, start.wall + DAY), MOST_PER_DAY);
  effort.left -= times + 1;
  if (times === MOST_PER_DAY && (rule.count === undefined || rule.count > MOST_PER_DAY)) {
    return refuse('too-frequent');
  }
  if (times === 0 && follow(start.wall + 1, Number.POSITIVE_INFINITY).next().done === true) {
    effort.left -= PATIENCE;
    return rule.count === 1 ? undefined : refuse('never-recurs');
  }
  if (rule.count === undefined)
    return { text: property.raw, recurrence: follow, until: lastWall(rule, start) };
  if (rule.count > MOST_COUNTED) refuse('too-many-occurrences');
  const count = Math.min(rule.count, MOST_COUNTED);
  effort.left -= count * (COST[rule.frequency] ?? 1);
  return { text: property.raw, recurrence: follow, until: lastCounted(count, follow, start.wall) };
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
