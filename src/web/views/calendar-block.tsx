import type { Messages } from '../messages/messages.ts';
import type { CalendarEvent } from './calendar-event.ts';
import { EventItems } from './event-items.tsx';

export interface CalendarBlockProps {
  readonly messages: Messages;
  /** Language of the calendar (BCP 47). */
  readonly language: string;
  /** The next ones, soonest first. */
  readonly events: readonly CalendarEvent[];
  /** The calendar's page. */
  readonly href: string;
  /** `webcal:` address. */
  readonly webcal: string;
}

/** The next dates of a calendar in place in a page of text. */
export function CalendarBlock({ messages, language, events, href, webcal }: CalendarBlockProps) {
  const words = messages.calendar;
  return (
    <div class="calendar-block data-block">
      {events.length === 0 ? (
        <p class="empty">{words.noUpcoming}</p>
      ) : (
        <EventItems messages={messages} language={language} events={events} linked />
      )}
      <p class="block-more">
        <a href={href}>{words.wholeCalendar}</a> <a href={webcal}>{words.subscribe}</a>
      </p>
    </div>
  );
}
