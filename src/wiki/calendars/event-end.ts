import ICAL from 'ical.js';
import { DAY, isoDate } from './days.ts';
import type { FileZones } from './file-zones.ts';
import type { Problems } from './problems.ts';
import { firstNamed, type Property } from './properties.ts';
import { instantOf, type Stamp, type TimeFrame } from './stamps.ts';

/** How long something lasts: nominal days, then exact milliseconds (RFC 5545, section 3.8.5.3). */
export interface Length {
  readonly days: number;
  readonly ms: number;
}

export interface EventEnd {
  readonly length: Length;
  readonly frame: TimeFrame;
}

const LONG = 366 * DAY;
const LONGEST = 1000 * LONG;

/**
 * When an event ends, by its DTEND or DURATION. One that says neither lasts a day when it has no time, and no time at all
 * otherwise (RFC 5545, section 3.6.1); so does one that says it wrong.
 */
export function eventEnd(
  list: readonly Property[],
  start: Stamp,
  zones: FileZones,
  problems: Problems,
): EventEnd {
  const allDay = start.frame.kind === 'date';
  const unsaid: EventEnd = { length: { days: allDay ? 1 : 0, ms: 0 }, frame: start.frame };
  const end = firstNamed(list, 'DTEND');
  const duration = firstNamed(list, 'DURATION');
  const property = end ?? duration;
  if (property === undefined) return unsaid;
  const said = end !== undefined ? lengthUntil(end, start, zones) : lengthOf(property, start);
  if (said === 'unreadable') return unsaid;
  const total = said === undefined ? Number.NaN : said.length.days * DAY + said.length.ms;
  if (said === undefined || !(Math.abs(total) <= LONGEST))
    problems.add('bad-end', property.line, property.raw);
  else if (total < 0) problems.add('end-before-start', property.line, property.raw);
  else if (total === 0 && allDay) return unsaid;
  else {
    if (total > LONG) {
      problems.add('very-long', property.line, isoDate(Math.floor((start.wall + total) / DAY)));
    }
    return said;
  }
  return unsaid;
}

/** `unreadable` when the problem is told already; undefined when the end is of another kind than the start. */
function lengthUntil(
  property: Property,
  start: Stamp,
  zones: FileZones,
): EventEnd | 'unreadable' | undefined {
  const end = zones.stamps(property)[0];
  if (end === undefined) return 'unreadable';
  const allDay = start.frame.kind === 'date';
  if ((end.frame.kind === 'date') !== allDay) return undefined;
  if (allDay) return { length: { days: (end.wall - start.wall) / DAY, ms: 0 }, frame: end.frame };
  return { length: { days: 0, ms: instantOf(end) - instantOf(start) }, frame: end.frame };
}

function lengthOf(property: Property, { frame }: Stamp): EventEnd | undefined {
  try {
    const { weeks, days, hours, minutes, seconds, isNegative } = ICAL.Duration.fromString(
      property.raw.trim(),
    );
    const sign = isNegative ? -1 : 1;
    const nominal = weeks * 7 + days;
    const ms = ((hours * 60 + minutes) * 60 + seconds) * 1000;
    const length =
      frame.kind === 'date'
        ? { days: sign * (nominal + Math.ceil(ms / DAY)), ms: 0 }
        : { days: sign * nominal, ms: sign * ms };
    return { length, frame };
  } catch {
    return undefined;
  }
}
