import type { SoftwareEventTable } from '../../store/software-tables.ts';
import type { Site } from '../../wiki/site.ts';
import { siteDates } from '../../wiki/site-dates.ts';
import { ownAddress } from '../context.ts';
import type { SoftwareEventProps } from '../views/software/software-events.tsx';
import { softwarePage } from './addresses.ts';
import type { SoftwareWords } from './software-words.ts';

/** What a commit did to a row, in a sentence. */
export function eventText(
  { kind, field, before, after }: Pick<SoftwareEventTable, 'kind' | 'field' | 'before' | 'after'>,
  { messages, fieldName, cell }: SoftwareWords,
): string {
  const { events } = messages.software;
  return kind === 'changed'
    ? events.changed(fieldName(field), cell(field, before), cell(field, after))
    : events[kind];
}

/** The same as it is shown. */
export function shownEvent(
  site: Site,
  language: string,
  event: SoftwareEventTable,
  words: SoftwareWords,
): SoftwareEventProps {
  return {
    text: eventText(event, words),
    software: { label: event.name, href: ownAddress(site, softwarePage(event.key), language) },
    date: siteDates(site)(event.at),
    author: event.author,
    subject: event.subject,
    commitHref: ownAddress(site, `/-/commit/${event.commit_id}`, language),
  };
}
