import { filesOfKind } from '../store/files.ts';
import type { FileTable } from '../store/schema.ts';
import type { Occurrence } from '../wiki/calendars/event.ts';
import type { Calendar } from '../wiki/calendars/read-calendar.ts';
import { fileAddress } from '../wiki/data-addresses.ts';
import { type Context, ownAddress } from './context.ts';
import type { CalendarEvent } from './views/calendar-event.ts';

/** What "next" means changes with time: pages that say it are made again after a while. */
export const CALENDAR_AGE_MS = 5 * 60_000;

/** The calendar files at or below a folder, read. */
export async function calendarsBelow(
  context: Context,
  folder: string,
): Promise<{ file: FileTable; calendar: Calendar }[]> {
  const files = await context.ask(filesOfKind, folder, 'ics');
  return await readCalendars(context, files);
}

export async function readCalendars({ wiki, site }: Context, files: readonly FileTable[]) {
  return await Promise.all(
    files.map(async (file) => ({ file, calendar: await wiki.data.calendar(file, site.settings.timezone) })),
  );
}

/** An occurrence as a page shows it. */
export function shownEvent({ site }: Context, occurrence: Occurrence, language: string): CalendarEvent {
  return {
    ...occurrence,
    href: ownAddress(site, fileAddress(occurrence.source), language, { event: occurrence.key }),
  };
}
