/** The words for how an event recurs, in one language. Days of the week count from Monday, 0; `date` is `YYYY-MM-DD`. */
export interface RecurrenceWords {
  readonly every: (unit: RecurrenceUnit, interval: number) => string;
  readonly onDays: (days: readonly string[]) => string;
  readonly weekday: (day: number) => string;
  /** "second Thursday", "last Friday" where `nth` is -1. */
  readonly nthWeekday: (nth: number, day: number) => string;
  readonly monthDay: (day: number) => string;
  readonly until: (date: string) => string;
  readonly times: (count: number) => string;
}

export type RecurrenceUnit = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

const UNITS: readonly string[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] satisfies RecurrenceUnit[];
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const PARTS = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'UNTIL', 'COUNT', 'WKST']);

/** An RRULE (RFC 5545, section 3.3.10) as people say it; as it is written when that takes more than a few words. */
export function recurrenceText(rule: string, words: RecurrenceWords): string {
  const parts = new Map<string, string>();
  for (const part of rule.split(';')) {
    const [name = '', value = ''] = part.trim().split('=');
    parts.set(name, value);
  }
  const unit = parts.get('FREQ') ?? '';
  const days = parts.get('BYDAY')?.split(',').map(readDay) ?? [];
  const monthDays = parts.get('BYMONTHDAY')?.split(',').map(Number) ?? [];
  const isSimple =
    UNITS.includes(unit) &&
    [...parts.keys()].every((name) => PARTS.has(name)) &&
    days.every((day) => day !== undefined && (day.nth === 0) === (unit !== 'MONTHLY') && day.nth >= -1) &&
    monthDays.every((day) => unit === 'MONTHLY' && day > 0 && day < 32) &&
    (unit === 'WEEKLY' || unit === 'MONTHLY' || days.length === 0);
  if (!isSimple) return rule;
  const said = [
    ...days.flatMap((day) =>
      day ? [day.nth === 0 ? words.weekday(day.weekday) : words.nthWeekday(day.nth, day.weekday)] : [],
    ),
    ...monthDays.map(words.monthDay),
  ];
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)/.exec(parts.get('UNTIL') ?? '') ?? [];
  return [
    words.every(unit as RecurrenceUnit, Number(parts.get('INTERVAL') ?? 1)),
    ...(said.length > 0 ? [words.onDays(said)] : []),
    ...(year ? [words.until(`${year}-${month}-${day}`)] : []),
    ...(parts.has('COUNT') ? [words.times(Number(parts.get('COUNT')))] : []),
  ].join(', ');
}

function readDay(text: string): { readonly nth: number; readonly weekday: number } | undefined {
  const [, nth, name = ''] = /^([+-]?\d)?([A-Z]{2})$/.exec(text.trim()) ?? [];
  const weekday = DAYS.indexOf(name);
  return weekday === -1 ? undefined : { nth: Number(nth ?? 0), weekday };
}
