import { z } from 'zod';
import type { Moment, Occurrence } from '../../wiki/calendars/event.ts';
import { eventAddress } from '../../wiki/data-addresses.ts';
import type { Context } from '../context.ts';
import { dateTime, day, url } from './values.ts';

const moment = z.object({
  at: dateTime('The instant; of a whole day, the midnight at which it begins or ends'),
  date: day('The day in its own time zone; the end of whole days is their last day'),
  time: z.string().nullable().describe('HH:MM in its own time zone; null for a whole day.'),
  timeZone: z.string().nullable().describe('Its time zone (IANA); null for a whole day or a floating time.'),
});

/** One happening of an event. */
export const event = z.object({
  key: z.string().describe('Names the occurrence in its calendar.'),
  uid: z.string().describe('What the occurrences of one event share.'),
  calendar: z.string().describe('The path of its calendar in the repository.'),
  url: url('Where people read it.'),
  summary: z.string(),
  description: z.string(),
  location: z.string(),
  link: z.string().nullable().describe('The address that the event itself gives.'),
  status: z.enum(['confirmed', 'tentative', 'cancelled']),
  categories: z.array(z.string()),
  organizer: z.string().nullable(),
  allDay: z.boolean(),
  recurring: z.boolean(),
  start: moment,
  end: moment,
});

export function eventValue({ origin }: Context, occurrence: Occurrence): z.infer<typeof event> {
  const { key, uid, source, summary, description, location, status, allDay } = occurrence;
  return {
    key,
    uid,
    calendar: source,
    url: origin + eventAddress(source, key),
    summary,
    description,
    location,
    link: occurrence.url ?? null,
    status,
    categories: [...occurrence.categories],
    organizer: occurrence.organizer ?? null,
    allDay,
    recurring: occurrence.recurs,
    start: momentValue(occurrence.start),
    end: momentValue(occurrence.end),
  };
}

function momentValue({ utc, date, time, zone }: Moment): z.infer<typeof moment> {
  return {
    at: new Date(utc).toISOString().replace('.000Z', 'Z'),
    date,
    time: time ?? null,
    timeZone: zone ?? null,
  };
}
