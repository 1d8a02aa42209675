import type { Messages } from '../messages/messages.ts';
import { type CalendarEvent, eventClass, eventTitle } from './calendar-event.ts';
import { EventDay, EventHours, EventMarks } from './calendar-when.tsx';
import { fragmentOf } from './fragment.ts';
import { LinkedText } from './linked-text.tsx';

/** One of the files a calendar is made from. */
export interface CalendarSource {
  readonly path: string;
  readonly name: string;
  readonly href: string;
}

interface EventListProps {
  readonly messages: Messages;
  /** Language of the calendar (BCP 47). */
  readonly language: string;
  readonly events: readonly CalendarEvent[];
  /** Told beside each event where there are several. */
  readonly sources?: readonly CalendarSource[];
}

/** Dates, one after the other, with where and what. */
export function EventList({ messages, language, events, sources = [] }: EventListProps) {
  return (
    <ol class="event-list">
      {events.map((event, index) => (
        <li class={eventClass(event, events[index - 1])} id={fragmentOf('event', event.key)}>
          <EventDay messages={messages} event={event} />
          <div>
            <h3 class="event-title">
              <a class="title" href={event.href} lang={language}>
                {eventTitle(event)}
              </a>
              <EventMarks messages={messages} event={event} />
            </h3>
            <p class="event-facts">
              <EventHours messages={messages} event={event} />
              {event.location && <span lang={language}>{event.location}</span>}
              {sources.length > 1 && <Source sources={sources} path={event.source} />}
            </p>
            {event.description && (
              <details>
                <summary>
                  {messages.calendar.details}
                  <span class="visually-hidden" lang={language}>
                    {' '}
                    – {eventTitle(event)}
                  </span>
                </summary>
                <p class="plain-text" lang={language}>
                  <LinkedText text={event.description} />
                </p>
              </details>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

interface SourceProps {
  readonly sources: readonly CalendarSource[];
  readonly path: string;
}

function Source({ sources, path }: SourceProps) {
  const source = sources.find((candidate) => candidate.path === path);
  return source ? <span>{source.name}</span> : null;
}
