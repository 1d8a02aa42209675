import type { Messages } from '../messages/messages.ts';
import { type CalendarEvent, eventTitle } from './calendar-event.ts';
import { EventMarks, EventWhen } from './calendar-when.tsx';
import type { Link } from './link.ts';
import { LinkedText } from './linked-text.tsx';

export interface EventPageProps {
  readonly messages: Messages;
  /** Language of the calendar (BCP 47). */
  readonly language: string;
  readonly event: CalendarEvent;
  readonly calendar: Link;
  /** Where it is changed; undefined where nothing is. */
  readonly changeHref?: string;
}

/** One date of a calendar. */
export function EventPage({ messages, language, event, calendar, changeHref }: EventPageProps) {
  const words = messages.calendar;
  return (
    <article class={`event-page event-${event.status}`}>
      <header class="page-header">
        <p class="kind">
          {words.inCalendar} <a href={calendar.href}>{calendar.label}</a>
        </p>
        <h1 class="title" lang={language}>
          {eventTitle(event)}
        </h1>
        <p class="page-meta">
          <EventMarks messages={messages} event={event} />
          {changeHref && <a href={changeHref}>{messages.contribution.event.changeLegend}</a>}
        </p>
      </header>
      <dl class="row-cells">
        <div>
          <dt>{words.when}</dt>
          <dd>
            <EventWhen messages={messages} event={event} />
          </dd>
        </div>
        {event.location && (
          <div>
            <dt>{words.place}</dt>
            <dd lang={language}>
              <LinkedText text={event.location} />
            </dd>
          </div>
        )}
        {event.url && (
          <div>
            <dt>{words.link}</dt>
            <dd>
              <a href={event.url}>{event.url}</a>
            </dd>
          </div>
        )}
        {event.organizer && (
          <div>
            <dt>{words.organizer}</dt>
            <dd>{event.organizer}</dd>
          </div>
        )}
      </dl>
      {event.description && (
        <p class="plain-text event-description" lang={language}>
          <LinkedText text={event.description} />
        </p>
      )}
    </article>
  );
}
