import { civilDate, DAY, dayNumber, weekStart } from './days.ts';
import { type MatchingDays, matchingDays } from './matching-days.ts';
import type { RecurrenceRule } from './recurrence-rule.ts';
import { atPositions, isSubdaily, type TimesOfDay, timesOfDay } from './times-of-day.ts';

/**
 * The occurrences of a rule from `from` to `to` in their order: milliseconds as clocks show them, as if UTC. COUNT and
 * UNTIL are not looked at. A rule of which nothing comes for a long time is followed no further.
 */
export type Recurrence = (from: number, to: number) => Generator<number>;

/** Days and times looked at in vain before a rule is left: a 29th of February takes 2,922 days at most. */
export const PATIENCE = 20_000;

const YEAR_10000 = dayNumber(10_000, 1, 1);

/**
 * Follows a rule (RFC 5545, section 3.3.10) from any date: a period (year, month, week or day) is looked at without
 * those before it.
 */
export function recurrence(rule: RecurrenceRule, start: number): Recurrence {
  const startDay = Math.floor(start / DAY);
  const matching = matchingDays(rule, startDay);
  const period = periods(rule, startDay);
  const times = timesOfDay(rule, start);
  const positions = isSubdaily(rule.frequency) ? [] : rule.positions;
  return function* (from, to) {
    const earliest = Math.max(from, start);
    const fromDay = Math.floor(earliest / DAY);
    const beyond = Math.min(Math.floor(to / DAY) + 1, YEAR_10000);
    let patience = PATIENCE;
    for (let index = period.indexOf(fromDay); patience > 0; index++) {
      const [first, end] = period.days(index);
      if (first >= beyond) return;
      const whole = positions.length > 0;
      const found = occurrencesOfDays(
        whole ? first : Math.max(first, fromDay),
        whole ? end : Math.min(end, beyond),
        matching,
        times,
      );
      const kept = whole ? atPositions(found.walls, positions) : found.walls;
      patience = kept.length > 0 ? PATIENCE : patience - found.steps - 1;
      for (const wall of kept) {
        if (wall > to) return;
        if (wall >= earliest) yield wall;
      }
    }
  };
}

interface Periods {
  /** The period that a day is in, or the last before it: the rule's interval parts them. */
  readonly indexOf: (day: number) => number;
  /** The first day of a period, and the first after it. */
  readonly days: (index: number) => readonly [first: number, end: number];
}

function periods({ frequency, interval, weekStart: firstDay }: RecurrenceRule, startDay: number): Periods {
  const { year, month } = civilDate(startDay);
  if (frequency === 'YEARLY') {
    return {
      indexOf: (day) => Math.floor((civilDate(day).year - year) / interval),
      days: (index) => {
        const at = year + index * interval;
        return [dayNumber(at, 1, 1), dayNumber(at + 1, 1, 1)];
      },
    };
  }
  if (frequency === 'MONTHLY') {
    return {
      indexOf: (day) => {
        const date = civilDate(day);
        return Math.floor(((date.year - year) * 12 + date.month - month) / interval);
      },
      days: (index) => {
        const at = month + index * interval;
        return [dayNumber(year, at, 1), dayNumber(year, at + 1, 1)];
      },
    };
  }
  const length = frequency === 'WEEKLY' ? 7 : 1;
  const origin = frequency === 'WEEKLY' ? weekStart(startDay, firstDay) : startDay;
  const step = length * (isSubdaily(frequency) ? 1 : interval);
  return {
    indexOf: (day) => Math.floor((day - origin) / step),
    days: (index) => [origin + index * step, origin + index * step + length],
  };
}

function occurrencesOfDays(
  first: number,
  end: number,
  matching: MatchingDays,
  timesOf: TimesOfDay,
): { walls: number[]; steps: number } {
  const walls: number[] = [];
  let steps = Math.max(end - first, 0);
  for (const day of matching(first, end)) {
    const { times, steps: more } = timesOf(day);
    steps += more;
    for (const time of times) walls.push(day * DAY + time);
  }
  return { walls, steps };
}
