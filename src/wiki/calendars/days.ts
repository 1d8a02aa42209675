/** Days of the Gregorian calendar as numbers, 0 being 1 January 1970, a Thursday. */

export const DAY = 86_400_000;

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** The number of a date. `month` may be any integer: 13 is January of the next year. */
export function dayNumber(year: number, month: number, day: number): number {
  const months = year * 12 + month - 3;
  const shifted = Math.floor(months / 12);
  const fromMarch = months - shifted * 12;
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leaps + Math.floor((153 * fromMarch + 2) / 5) + day - 719_469;
}

export function civilDate(number: number): CivilDate {
  const days = number + 719_468;
  const era = Math.floor(days / 146_097);
  const ofEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** 0 for Monday to 6 for Sunday. */
export function weekday(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

export function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/**
 * The week of a day and the year it belongs to: week 1 is the first with four days in the year (ISO 8601). `firstDay` is
 * the day that weeks start on, 0 for Monday.
 */
export function weekOf(number: number, firstDay = 0): { year: number; week: number } {
  const start = weekStart(number, firstDay);
  const { year } = civilDate(start + 3);
  return { year, week: Math.floor((start - weekStart(dayNumber(year, 1, 4), firstDay)) / 7) + 1 };
}

/** The first day of the week of a day. */
export function weekStart(number: number, firstDay = 0): number {
  return number - ((weekday(number) - firstDay + 7) % 7);
}

/** `YYYY-MM-DD`. */
export function isoDate(number: number): string {
  const { year, month, day } = civilDate(number);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** `HH:MM` of a time of the day in milliseconds. */
export function clockTime(ms: number): string {
  return `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}`;
}

export function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
