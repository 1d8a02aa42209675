import { DAY, dayNumber, daysInMonth, isoDate, weekOf, weekStart } from './days.ts';
import { ianaZone, UTC, utcOf } from './zones.ts';

export interface MonthDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** 1 to 31. */
  readonly day: number;
  /** Whether it is of the month before or after. */
  readonly outside: boolean;
  /** Its first midnight and the next, UTC milliseconds. */
  readonly from: number;
  readonly to: number;
}

export interface MonthWeek {
  /** 1 to 53 (ISO 8601). */
  readonly week: number;
  /** Seven, Monday first. */
  readonly days: readonly MonthDay[];
}

/** The weeks of a month, 1 to 12, in a zone (IANA; UTC when nobody knows it), with the days that complete them. */
export function monthGrid(year: number, month: number, zone: string): MonthWeek[] {
  const clocks = ianaZone(zone) ?? UTC;
  const first = dayNumber(year, month, 1);
  const last = first + daysInMonth(year, month) - 1;
  const weeks: MonthWeek[] = [];
  for (let monday = weekStart(first); monday <= last; monday += 7) {
    const days = Array.from({ length: 7 }, (_, at) => {
      const day = monday + at;
      const date = isoDate(day);
      return {
        date,
        day: Number(date.slice(-2)),
        outside: day < first || day > last,
        from: utcOf(clocks, day * DAY),
        to: utcOf(clocks, (day + 1) * DAY),
      };
    });
    weeks.push({ week: weekOf(monday).week, days });
  }
  return weeks;
}
