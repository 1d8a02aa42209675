import { DAY, dayNumber } from './days.ts';

export type Frequency = 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY' | 'HOURLY' | 'MINUTELY' | 'SECONDLY';

/** A day of the week, 0 for Monday; `nth` of its month or year, from the end when negative, 0 for all of them. */
export interface WeekdayRule {
  readonly nth: number;
  readonly weekday: number;
}

/** A recurrence rule (RFC 5545, section 3.3.10). An empty list is a part that the rule does not have. */
export interface RecurrenceRule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | undefined;
  /** The last instant it may give. */
  readonly until: Until | undefined;
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  readonly weeks: readonly number[];
  readonly weekdays: readonly WeekdayRule[];
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly seconds: readonly number[];
  readonly positions: readonly number[];
  /** The day that weeks start on, 0 for Monday. */
  readonly weekStart: number;
}

export interface Until {
  /** Milliseconds as clocks show them, as if UTC. */
  readonly wall: number;
  /** Whether the clocks are those of UTC. */
  readonly utc: boolean;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Reads the rule that ical.js parsed into jCal (RFC 7265, section 3.6.10); undefined when it is none. */
export function recurrenceRule(value: unknown): RecurrenceRule | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const parts = value as Readonly<Record<string, unknown>>;
  const frequency = parts.freq as Frequency | undefined;
  const count = parts.count === undefined ? undefined : Number(parts.count);
  const until = parts.until === undefined ? undefined : readUntil(String(parts.until));
  const weekdays = listed(parts.byday).map(readWeekday);
  if (frequency === undefined || weekdays.includes(undefined)) return undefined;
  if (parts.until !== undefined && until === undefined) return undefined;
  if (count !== undefined && !(count >= 1)) return undefined;
  return {
    frequency,
    interval: Math.min(Math.max(Number(parts.interval ?? 1) || 1, 1), 1_000_000),
    count,
    until,
    months: numbers(parts.bymonth),
    monthDays: numbers(parts.bymonthday),
    yearDays: numbers(parts.byyearday),
    weeks: numbers(parts.byweekno),
    weekdays: weekdays as WeekdayRule[],
    hours: numbers(parts.byhour),
    minutes: numbers(parts.byminute),
    seconds: numbers(parts.bysecond),
    positions: numbers(parts.bysetpos),
    // ical.js counts from Sunday, 1
    weekStart: typeof parts.wkst === 'number' ? (parts.wkst + 5) % 7 : 0,
  };
}

/** The jCal form of UNTIL: a date, whose whole day counts, or a date and time. */
function readUntil(value: string): Until | undefined {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(Z?))?$/.exec(value);
  if (found === null) return undefined;
  const [, year, month, day, hours, minutes, seconds, utc] = found;
  const start = dayNumber(Number(year), Number(month), Number(day)) * DAY;
  if (hours === undefined) return { wall: start + DAY - 1, utc: false };
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return { wall: start + time, utc: utc === 'Z' };
}

function readWeekday(value: unknown): WeekdayRule | undefined {
  const found = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(String(value));
  if (found === null) return undefined;
  return { nth: Number(found[1] ?? 0), weekday: WEEKDAYS.indexOf(found[2] ?? '') };
}

function listed(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function numbers(value: unknown): number[] {
  return listed(value)
    .map(Number)
    .filter(Number.isInteger)
    .toSorted((a, b) => a - b);
}
