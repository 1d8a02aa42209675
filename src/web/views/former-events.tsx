import type { Messages } from '../messages/messages.ts';
import type { CalendarEvent } from './calendar-event.ts';
import { EventItems } from './event-items.tsx';

interface FormerEventsProps {
  readonly messages: Messages;
  /** Language of the calendar (BCP 47). */
  readonly language: string;
  readonly upcoming: readonly CalendarEvent[];
  readonly past: readonly CalendarEvent[];
}

/** The events that a calendar once announced; they may be nowhere else today. */
export function FormerEvents({ messages, language, upcoming, past }: FormerEventsProps) {
  const words = messages.version;
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
