import { civilDate, dayNumber, daysInMonth, weekday, weekOf } from './days.ts';
import type { RecurrenceRule, WeekdayRule } from './recurrence-rule.ts';

/** The days of a period, from `first` until `end`, on which a rule may fall: in their order. */
export type MatchingDays = (first: number, end: number) => readonly number[];

type DayFilter = (day: number) => boolean;

/**
 * What a rule asks of days (RFC 5545, section 3.3.10): each part that it has keeps some of them. What it does not say is
 * taken from the day on which the event starts.
 */
export function matchingDays(rule: RecurrenceRule, startDay: number): MatchingDays {
  const whole = withDefaults(rule, startDay);
  const matches = dayFilter(whole);
  return (
    soleDay(whole) ??
    ((first, end) => {
      const days: number[] = [];
      for (let day = first; day < end; day++) if (matches(day)) days.push(day);
      return days;
    })
  );
}

/** Of the rules that nearly all meetings have, a day a week or a month: found without looking at the others. */
function soleDay(rule: RecurrenceRule): MatchingDays | undefined {
  const { frequency, months, monthDays, yearDays, weeks, weekdays } = rule;
  if (months.length + yearDays.length + weeks.length > 0 || monthDays.length + weekdays.length !== 1)
    return undefined;
  const [monthDay = 0] = monthDays;
  const [{ nth, weekday: wanted } = { nth: 0, weekday: 0 }] = weekdays;
  const within = (day: number, first: number, end: number) => (day >= first && day < end ? [day] : []);
  if (frequency === 'WEEKLY' && weekdays.length === 1)
    return (first, end) => within(first + ((wanted - weekday(first) + 7) % 7), first, end);
  if (frequency !== 'MONTHLY' || (monthDay <= 0 && nth <= 0)) return undefined;
  return (first, end) => {
    const { day } = civilDate(first);
    const start = first - day + 1;
    if (monthDay > 0) return within(start + monthDay - 1, first, end);
    return within(start + ((wanted - weekday(start) + 7) % 7) + (nth - 1) * 7, first, end);
  };
}

function dayFilter(rule: RecurrenceRule): DayFilter {
  const { months, monthDays, yearDays, weeks, weekdays } = rule;
  const filters: DayFilter[] = [];
  if (weekdays.length > 0) filters.push(weekdayFilter(weekdays, nthWithin(rule)));
  if (months.length > 0) filters.push((day) => months.includes(civilDate(day).month));
  if (monthDays.length > 0) filters.push(monthDayFilter(monthDays));
  if (yearDays.length > 0) filters.push(yearDayFilter(yearDays));
  if (weeks.length > 0) filters.push(weekFilter(weeks, rule.weekStart));
  return (day) => filters.every((passes) => passes(day));
}

function withDefaults(rule: RecurrenceRule, startDay: number): RecurrenceRule {
  const { frequency, months, monthDays, yearDays, weeks, weekdays } = rule;
  if (monthDays.length > 0 || yearDays.length > 0 || weekdays.length > 0) return rule;
  const start = civilDate(startDay);
  if (frequency === 'WEEKLY' || weeks.length > 0) {
    return { ...rule, weekdays: [{ nth: 0, weekday: weekday(startDay) }] };
  }
  if (frequency === 'MONTHLY') return { ...rule, monthDays: [start.day] };
  if (frequency !== 'YEARLY') return rule;
  return { ...rule, months: months.length > 0 ? months : [start.month], monthDays: [start.day] };
}

/** What the number before a weekday counts in: `2TH` is the second Thursday of the month, or of the year. */
function nthWithin({ frequency, months, weeks }: RecurrenceRule): 'month' | 'year' | 'nothing' {
  if (frequency === 'MONTHLY') return 'month';
  if (frequency !== 'YEARLY' || weeks.length > 0) return 'nothing';
  return months.length > 0 ? 'month' : 'year';
}

function weekdayFilter(weekdays: readonly WeekdayRule[], within: 'month' | 'year' | 'nothing'): DayFilter {
  return (day) => {
    const today = weekday(day);
    return weekdays.some((rule) => {
      if (rule.weekday !== today) return false;
      if (rule.nth === 0 || within === 'nothing') return true;
      return rule.nth > 0 ? rule.nth === nthFromStart(day, within) : -rule.nth === nthFromEnd(day, within);
    });
  };
}

function nthFromStart(day: number, within: 'month' | 'year'): number {
  const date = civilDate(day);
  const before = within === 'month' ? date.day - 1 : day - dayNumber(date.year, 1, 1);
  return Math.floor(before / 7) + 1;
}

function nthFromEnd(day: number, within: 'month' | 'year'): number {
  const { year, month, day: ofMonth } = civilDate(day);
  const after = within === 'month' ? daysInMonth(year, month) - ofMonth : dayNumber(year, 12, 31) - day;
  return Math.floor(after / 7) + 1;
}

function monthDayFilter(monthDays: readonly number[]): DayFilter {
  const fromEnd = monthDays.some((value) => value < 0);
  return (number) => {
    const { year, month, day } = civilDate(number);
    return monthDays.includes(day) || (fromEnd && monthDays.includes(day - daysInMonth(year, month) - 1));
  };
}

function yearDayFilter(yearDays: readonly number[]): DayFilter {
  return (day) => {
    const { year } = civilDate(day);
    return (
      yearDays.includes(day - dayNumber(year, 1, 1) + 1) || yearDays.includes(day - dayNumber(year + 1, 1, 1))
    );
  };
}

function weekFilter(weeks: readonly number[], firstDay: number): DayFilter {
  return (day) => {
    const { year, week } = weekOf(day, firstDay);
    if (weeks.includes(week)) return true;
    const last = weekOf(dayNumber(year, 12, 28), firstDay).week;
    return weeks.includes(week - last - 1);
  };
}
