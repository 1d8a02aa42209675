import { z } from 'zod';
import { SUBMODULE, SYMLINK } from '../../git/tree.ts';
import { fileAt } from '../../store/files.ts';
import { DAY } from '../../wiki/calendars/days.ts';
import { occurrencesBetween } from '../../wiki/calendars/occurrences.ts';
import type { Calendar } from '../../wiki/calendars/read-calendar.ts';
import { ianaZone, UTC, utcOf } from '../../wiki/calendars/zones.ts';
import { dataKind } from '../../wiki/data-addresses.ts';
import type { Answer } from '../answer.ts';
import { CALENDAR_AGE_MS, calendarsBelow, readCalendars } from '../calendar-view.ts';
import type { Context } from '../context.ts';
import { rfc3339 } from '../rfc3339.ts';
import { BadQuery } from './bad-query.ts';
import { readCursor } from './cursor.ts';
import { event, eventValue } from './event.ts';
import { operation } from './operation.ts';
import { nextAddress } from './paging.ts';
import { cursor, folder, instant, limit, text } from './parameters.ts';
import { problemAnswer } from './problem.ts';
import { dateTime, next } from './values.ts';

const USUAL_DAYS = 366;
const MAX_EVENTS = 10_000;

export const eventList = z.object({
  from: dateTime('From when'),
  to: dateTime('Until when, left out', '2027-03-11T13:00:00Z'),
  items: z.array(event).describe('What happens in between, even in part, by start; cancelled events too.'),
  next,
});

const query = z.object({
  calendar: text(4_000).optional(),
  folder,
  from: instant,
  to: instant,
  limit: limit(100, 1_000),
  cursor,
});

type Query = z.infer<typeof query>;

const lister = { id: 'listEvents', path: '/events' };

/** `/events`: what happens between two instants, recurring events once each time. */
export const listEvents = operation({
  ...lister,
  query,
  answer: eventList,
  problems: [404],
  async respond(call) {
    const { context, query } = call;
    const calendars = await calendarsOf(context, query);
    if (!Array.isArray(calendars)) return calendars;
    const { from, to } = span(context, query);
    const start = readCursor<number>(lister.id, query.cursor, 'number') ?? 0;
    const wanted = Math.min(start + query.limit, MAX_EVENTS);
    const found = occurrencesBetween(calendars, from, to, wanted + 1);
    const [since, until] = [rfc3339(from / 1000), rfc3339(to / 1000)];
    const goesOn = found.length > wanted && wanted < MAX_EVENTS;
    return {
      value: {
        from: since,
        to: until,
        items: found.slice(start, wanted).map((occurrence) => eventValue(context, occurrence)),
        next: goesOn ? nextAddress(call, lister, wanted, { from: since, to: until }) : null,
      },
      // "From now on" ages.
      ...(query.from === undefined && { until: context.now + CALENDAR_AGE_MS }),
    };
  },
});

async function calendarsOf(context: Context, { calendar, folder }: Query): Promise<Calendar[] | Answer> {
  if (calendar === undefined)
    return (await calendarsBelow(context, folder ?? '')).map(({ calendar }) => calendar);
  const file = await context.ask(fileAt, calendar);
  const isCalendar = dataKind(calendar) === 'calendar' && file?.mode !== SYMLINK && file?.mode !== SUBMODULE;
  if (!file || !isCalendar)
    return problemAnswer(404, {
      detail: 'The wiki has no calendar at this path. Name one of those that listCalendars gives.',
    });
  return (await readCalendars(context, [file])).map(({ calendar }) => calendar);
}

/** From the minute that begins until a year later, unless the query says otherwise. */
function span({ site, now }: Context, { from, to }: Query): { from: number; to: number } {
  const zone = ianaZone(site.settings.timezone) ?? UTC;
  const read = (text: string) => (text.length === 10 ? utcOf(zone, Date.parse(text)) : Date.parse(text));
  const start = from === undefined ? now - (now % 60_000) : read(from);
  const end = to === undefined ? start + USUAL_DAYS * DAY : read(to);
  if (end <= start)
    throw new BadQuery([
      { parameter: 'to', detail: 'it is not after “from”', expected: 'a date or a time after “from”' },
    ]);
  return { from: start, to: end };
}
