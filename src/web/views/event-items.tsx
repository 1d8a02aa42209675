import type { Messages } from '../messages/messages.ts';
import { type CalendarEvent, eventClass, eventTitle } from './calendar-event.ts';
import { EventDay, EventHours, EventMarks } from './calendar-when.tsx';

interface EventItemsProps {
  readonly messages: Messages;
  /** Language of the calendar (BCP 47). */
  readonly language: string;
  readonly events: readonly CalendarEvent[];
  /** Whether each leads to its own page: a former one may have none. */
  readonly linked: boolean;
}

/** Events in the order they are given, in a few words each. */
export function EventItems({ messages, language, events, linked }: EventItemsProps) {
  return (
    <ol class="event-list">
      {events.map((event, index) => (
        <li class={eventClass(event, events[index - 1])}>
          <EventDay messages={messages} event={event} />
          <div>
            <p class="event-title">
              {linked ? (
                <a class="title" href={event.href} lang={language}>
                  {eventTitle(event)}
                </a>
              ) : (
                <span lang={language}>{eventTitle(event)}</span>
              )}
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
  );
}
