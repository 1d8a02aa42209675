import { clockTime, DAY, dayNumber, daysInMonth, isoDate, two } from './days.ts';
import type { Moment } from './event.ts';
import { utcOf, wallOf, type Zone } from './zones.ts';

/** How a file writes a moment: RFC 5545's DATE, and its three forms of DATE-TIME (section 3.3.5). */
export interface TimeFrame {
  readonly kind: 'date' | 'floating' | 'utc' | 'zoned';
  /** Whose clocks the file speaks of. */
  readonly zone: Zone;
  /** Whose clocks people read. */
  readonly shown: Zone;
}

/** A DATE or a DATE-TIME of a file. */
export interface Stamp {
  /** Milliseconds as the clocks of its frame show them, as if UTC. */
  readonly wall: number;
  readonly frame: TimeFrame;
}

export function instantOf({ wall, frame }: Stamp): number {
  return utcOf(frame.zone, wall);
}

/** What clocks show, milliseconds as if UTC, and whether the value says a time and that it is in UTC. */
export interface WrittenTime {
  readonly wall: number;
  readonly isDate: boolean;
  readonly utc: boolean;
}

const WRITTEN = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?$/;

/** Reads a DATE or DATE-TIME; undefined when it is none, or names a day or a time that does not exist. */
export function writtenTime(text: string): WrittenTime | undefined {
  const found = WRITTEN.exec(text.trim());
  if (found === null) return undefined;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1, 7)
    .map((digits) => Number(digits ?? 0));
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  // A leap second counts as the one before it
  if (hours > 23 || minutes > 59 || seconds > 60) return undefined;
  const time = ((hours * 60 + minutes) * 60 + Math.min(seconds, 59)) * 1000;
  return {
    wall: dayNumber(year, month, day) * DAY + time,
    isDate: found[4] === undefined,
    utc: found[7] === 'Z',
  };
}

/** The form of a moment that a RECURRENCE-ID has: `20260108`, `20260108T140000`, `20260108T130000Z`. */
export function stampText({ wall, frame }: Stamp): string {
  const day = Math.floor(wall / DAY);
  const date = isoDate(day).replaceAll('-', '');
  if (frame.kind === 'date') return date;
  const ms = wall - day * DAY;
  const time = `${clockTime(ms).replace(':', '')}${two(Math.floor(ms / 1000) % 60)}`;
  return `${date}T${time}${frame.kind === 'utc' ? 'Z' : ''}`;
}

/** An instant as people read it. */
export function momentAt(utc: number, { kind, shown }: TimeFrame): Moment {
  const wall = wallOf(shown, utc);
  const day = Math.floor(wall / DAY);
  if (kind === 'date') return { utc, date: isoDate(day), time: undefined, zone: undefined };
  const zone = kind === 'floating' ? undefined : shown.name;
  return { utc, date: isoDate(day), time: clockTime(wall - day * DAY), zone };
}
