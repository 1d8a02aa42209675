import type { Messages } from '../messages/messages.ts';
import { type CalendarEvent, eventClass, eventTitle } from './calendar-event.ts';
import { EventDay, EventHours, EventMarks } from './calendar-when.tsx';

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
        <ol class="event-list">
          {events.map((event, index) => (
            <li class={eventClass(event, events[index - 1])}>
              <EventDay messages={messages} event={event} />
              <div>
                <p class="event-title">
                  <a class="title" href={event.href} lang={language}>
                    {eventTitle(event)}
                  </a>
                  <EventMarks messages={messages} event={event} />
                </p>
                <p class="event-facts">
                  <EventHours messages={messages} event={event} />
                  {event.location && <span lang={language}>{event.location}</span>}
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
      <p class="block-more">
        <a href={href}>{words.wholeCalendar}</a> <a href={webcal}>{words.subscribe}</a>
      </p>
    </div>
  );
}
