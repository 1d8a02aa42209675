const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Tue, 24 Nov 2026 10:30:00 +0100`, with what RFC 5322, 4.3 still lets be written. */
const DATE =
  /^(?:[a-z]{3,9}\s*,?\s*)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{2,4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:([+-])(\d{2}):?(\d{2})|([a-z]{1,5}))?/i;

/** The zones that RFC 5322, 4.3 names, in hours; any other is taken for UTC. */
const ZONES: Readonly<Record<string, number>> = {
  EDT: -4,
  EST: -5,
  CDT: -5,
  CST: -6,
  MDT: -6,
  MST: -7,
  PDT: -7,
  PST: -8,
};

/** Before mail was, and after a date that a clock gone mad would write. */
const EARLIEST = Date.UTC(1970, 0, 1) / 1000;
const LATEST = Date.UTC(2100, 0, 1) / 1000;

/** A date of mail (RFC 5322, 3.3) in seconds since 1970 UTC; undefined for what is none, or no year that mail was sent in. */
export function readDate(text: string): number | undefined {
  const match = DATE.exec(text.trim());
  if (!match) return undefined;
  const [, day, monthName = '', yearText = '', hour, minute, second = '0', sign, hours, minutes, zone] =
    match;
  const month = MONTHS.indexOf(monthName.toLowerCase());
  if (month === -1 || Number(day) > 31 || Number(hour) > 24 || Number(minute) > 59) return undefined;
  const offset =
    sign === undefined
      ? (ZONES[zone?.toUpperCase() ?? ''] ?? 0) * 3600
      : (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
  const utc = Date.UTC(fullYear(yearText), month, Number(day), Number(hour), Number(minute), Number(second));
  const seconds = utc / 1000 - offset;
  return seconds >= EARLIEST && seconds < LATEST ? seconds : undefined;
}

/** RFC 5322, 4.3: two digits below 50 are this century's, other ones and three digits count from 1900. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length >= 4) return year;
  return text.length === 2 && year < 50 ? 2000 + year : 1900 + year;
}
