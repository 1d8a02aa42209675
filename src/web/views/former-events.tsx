import type { Messages } from '../messages/messages.ts';
import type { CalendarEvent } from './calendar-event.ts';
import { EventItems } from './event-items.tsx';

interface FormerEventsProps {
  readonly messages: Messages;
  /** Language of the calendar (BCP 47). */
  readonly language: string;
  /** What each part is called, and what is said where there is nothing; those of a former version, unless told. */
  readonly words?: { readonly upcoming: string; readonly past: string; readonly noEvent: string };
  readonly upcoming: readonly CalendarEvent[];
  readonly past: readonly CalendarEvent[];
}

/** The events of a calendar that is not the one of today: a former one, or one that is proposed. */
export function FormerEvents({
  messages,
  language,
  words = messages.version,
  upcoming,
  past,
}: FormerEventsProps) {
  if (upcoming.length + past.length === 0) return <p class="empty">{words.noEvent}</p>;
  return (
    <>
      {[
        { title: words.upcoming, events: upcoming },
        { title: words.past, events: past },
      ].map(
        ({ title, events }) =>
          events.length > 0 && (
            <section>
              <h2>{title}</h2>
              <EventItems messages={messages} language={language} events={events} linked={false} />
            </section>
          ),
      )}
    </>
  );
}
