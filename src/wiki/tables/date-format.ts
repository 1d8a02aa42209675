/** How the dates of a column are written: any way that can be read, or a pattern. */
export type DateFormat = 'any' | { readonly expression: RegExp; readonly parts: readonly Part[] };

type Part = 'day' | 'month' | 'year' | 'shortYear' | 'hour' | 'minute' | 'second';

const DIRECTIVES: Readonly<Record<string, readonly [string, ...Part[]]>> = {
  d: ['(\\d{1,2})', 'day'],
  m: ['(\\d{1,2})', 'month'],
  Y: ['(\\d{4})', 'year'],
  y: ['(\\d{2})', 'shortYear'],
  H: ['(\\d{1,2})', 'hour'],
  M: ['(\\d{2})', 'minute'],
  S: ['(\\d{2})', 'second'],
  F: ['(\\d{4})-(\\d{2})-(\\d{2})', 'year', 'month', 'day'],
  T: ['(\\d{2}):(\\d{2}):(\\d{2})', 'hour', 'minute', 'second'],
  R: ['(\\d{2}):(\\d{2})', 'hour', 'minute'],
  '%': ['%'],
};

/**
 * Reads the `format` of a date, time or datetime field (Table Schema): `default` is none, `any`, or a pattern of C's
 * `strptime`, in digits only.
 */
export function readDateFormat(format: string): DateFormat | 'unknown' | undefined {
  if (format === 'default') return undefined;
  if (format === 'any') return 'any';
  const pattern = format.replace(/^fmt:/, '');
  if (!pattern.includes('%') || pattern.length > 100) return 'unknown';
  const parts: Part[] = [];
  let source = '';
  for (const [token] of pattern.matchAll(/%.|./gs)) {
    const [expression, ...names] =
      token.length === 1 ? [token.replace(/[^\w]/, '\\$&')] : (DIRECTIVES[token.charAt(1)] ?? []);
    if (expression === undefined) return 'unknown';
    source += expression;
    parts.push(...names);
  }
  return { expression: new RegExp(`^${source}$`), parts };
}

/** A date as ISO 8601 has it (`2018-02-16`), or undefined when there is no such day. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || year < 1) return undefined;
  const days = month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day > days ? undefined : `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** A time as ISO 8601 has it (`09:30:00`), or undefined when there is no such time. */
export function isoTime(hour: number, minute: number, second: number): string | undefined {
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return `${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}`;
}

/** A date, a time or both, written as a pattern says, in ISO 8601. */
export function readFormatted(
  text: string,
  { expression, parts }: Exclude<DateFormat, 'any'>,
): string | undefined {
  const match = expression.exec(text);
  if (!match) return undefined;
  const value = (part: Part) => {
    const index = parts.indexOf(part);
    return index === -1 ? undefined : Number(match[index + 1]);
  };
  const short = value('shortYear');
  const year = value('year') ?? (short === undefined ? undefined : short + (short < 69 ? 2000 : 1900));
  const time =
    value('hour') === undefined
      ? ''
      : isoTime(value('hour') ?? 0, value('minute') ?? 0, value('second') ?? 0);
  if (year === undefined) return time === '' ? undefined : time;
  const day = isoDay(year, value('month') ?? 1, value('day') ?? 1);
  if (day === undefined || time === undefined) return undefined;
  return time === '' ? day : `${day}T${time}`;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function pad(value: number, length: number): string {
  const digits = String(value);
  return digits.length === length ? digits : digits.padStart(length, '0');
}
