import type { CalendarEvent } from './calendar-event.ts';
import { calendarEvents } from './calendar-events.ts';
import type { CalendarProblem } from './problems.ts';
import { writtenCalendar } from './written-calendar.ts';

/** What a calendar file says. */
export interface Calendar {
  readonly path: string;
  readonly name?: string;
  readonly description?: string;
  /** IANA name of the zone that it says its times are of (X-WR-TIMEZONE). */
  readonly zone?: string;
  /** In the order of `span.from`. */
  readonly events: readonly CalendarEvent[];
  /** The first faults, in the order of their lines; `problemCount` counts all of them. */
  readonly problems: readonly CalendarProblem[];
  readonly problemCount: number;
}

/**
 * Reads an iCalendar file (RFC 5545). What is wrong in it is a problem, with its line, and does not keep the rest from
 * being read; it never throws. Floating times and days without a time are placed in `defaultZone` (IANA).
 */
export function readCalendar(text: string, options: { path: string; defaultZone: string }): Calendar {
  const { name, description, zone, groups, problems } = writtenCalendar(text, options.defaultZone);
  return {
    path: options.path,
    ...(name !== '' && { name }),
    ...(description !== '' && { description }),
    ...(zone !== undefined && { zone }),
    events: groups.flatMap(calendarEvents).toSorted((a, b) => a.span.from - b.span.from),
    problems: problems.list,
    problemCount: problems.count,
  };
}
