import type { Site } from '../../wiki/site.ts';
import { siteDates } from '../../wiki/site-dates.ts';
import type { Messages } from '../messages/messages.ts';

/** An instant, as ISO 8601 in the site's zone, and as people write it. */
export interface Moment {
  readonly iso: string;
  readonly text: string;
}

export function moment(site: Site, messages: Messages, seconds: number): Moment {
  const iso = siteDates(site)(seconds);
  return { iso, text: messages.lists.moment(messages.date(iso), messages.calendar.time(iso.slice(11, 16))) };
}

const offsets = /(Z|[+-]\d\d:\d\d)$/;

/** The first second of a day (`2024-01-31`) in the site's zone. */
export function dayStart(site: Site): (day: string) => number {
  return (day) => {
    const noon = Date.parse(`${day}T12:00:00Z`) / 1000;
    const offset = offsets.exec(siteDates(site)(noon - 43_200))?.[1] ?? 'Z';
    return Math.floor(Date.parse(`${day}T00:00:00${offset}`) / 1000);
  };
}
