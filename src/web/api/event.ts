import { z } from 'zod';
import type { Moment, Occurrence } from '../../wiki/calendars/event.ts';
import { eventAddress } from '../../wiki/data-addresses.ts';
import type { Context } from '../context.ts';
import { rfc3339 } from '../rfc3339.ts';
import { dateTime, day, string, url } from './values.ts';

const moment = z.object({
  at: dateTime('The instant; of a whole day, the midnight at which it begins or ends'),
  date: day('The day in its own time zone; the end of whole days is their last day'),
  time: string('14:00').nullable().describe('HH:MM in its own time zone; null for a whole day.'),
  timeZone: string('Europe/Paris')
    .nullable()
    .describe('Its time zone (IANA); null for a whole day or a floating time.'),
});

/** One happening of an event. */
export const event = z.object({
  key: string('reunion-12/20260310T130000Z').describe('Names the occurrence in its calendar.'),
  uid: string('reunion-12').describe('What the occurrences of one event share.'),
  calendar: string('reunions.ics').describe('The path of its calendar in the repository.'),
  url: url('Where people read it.', '/-/calendar/reunions.ics?event=reunion-12/20260310T130000Z'),
  summary: string('Meeting of the group'),
  description: string('On licences.'),
  location: string('Autun'),
  link: string('https://visio.example/salle').nullable().describe('The address that the event itself gives.'),
  status: z.enum(['confirmed', 'tentative', 'cancelled']),
  categories: z.array(string('groupe')),
  organizer: string('Camille Exemple').nullable(),
  allDay: z.boolean(),
  recurring: z.boolean(),
  start: moment,
  end: moment.meta({
    examples: [{ at: '2026-03-10T14:30:00Z', date: '2026-03-10', time: '15:30', timeZone: 'Europe/Paris' }],
  }),
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
    at: rfc3339(utc / 1000),
    date,
    time: time ?? null,
    timeZone: zone ?? null,
  };
}
