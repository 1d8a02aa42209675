import type { Messages } from '../messages/messages.ts';
import { type CalendarEvent, type EventMoment, lastsDays, machineMoment } from './calendar-event.ts';

interface EventProps {
  readonly messages: Messages;
  readonly event: CalendarEvent;
}

/** The day an event begins, as on a wall calendar. */
export function EventDay({ messages, event }: EventProps) {
  const { date } = event.start;
  const words = messages.calendar;
  return (
    <time class="event-day" datetime={date}>
      <span class="visually-hidden">{words.fullDate(date)}</span>
      <span aria-hidden="true">{words.shortWeekday(date)}</span>
      <span class="day-number" aria-hidden="true">
        {Number(date.slice(8))}
      </span>
      <span aria-hidden="true">
        {words.shortMonth(date)} {date.slice(0, 4)}
      </span>
    </time>
  );
}

/** The hours of an event whose day is said elsewhere; both ends of one that lasts days. */
export function EventHours({ messages, event }: EventProps) {
  const { start, end, allDay } = event;
  const words = messages.calendar;
  const days = lastsDays(event);
  if (allDay || start.time === undefined) {
    return <span>{days ? words.dateRange(start.date, end.date) : words.allDay}</span>;
  }
  return (
    <span>
      {days ? (
        <>
          <Instant messages={messages} moment={start} /> – <Instant messages={messages} moment={end} />
        </>
      ) : (
        <time datetime={machineMoment(start)}>
          {end.utc > start.utc && end.time !== undefined
            ? words.timeRange(start.time, end.time)
            : words.time(start.time)}
        </time>
      )}
      {start.zone !== undefined && <span class="zone">, {words.zone(start.zone)}</span>}
    </span>
  );
}

/** The day and the hours, in one line of text. */
export function EventWhen({ messages, event }: EventProps) {
  const { date } = event.start;
  return (
    <>
      {!lastsDays(event) && (
        <>
          <time datetime={date}>{messages.calendar.fullDate(date)}</time>,{' '}
        </>
      )}
      <EventHours messages={messages} event={event} />
    </>
  );
}

function Instant({ messages, moment }: { readonly messages: Messages; readonly moment: EventMoment }) {
  const words = messages.calendar;
  return (
    <time datetime={machineMoment(moment)}>
      {words.fullDate(moment.date)}
      {moment.time !== undefined && <>, {words.time(moment.time)}</>}
    </time>
  );
}

/** What a reader must not miss: cancelled, not yet sure, one of a series. */
export function EventMarks({ messages, event }: EventProps) {
  const words = messages.calendar;
  return (
    <>
      {event.status === 'cancelled' && <span class="mark mark-cancelled">{words.cancelled}</span>}
      {event.status === 'tentative' && <span class="mark">{words.tentative}</span>}
      {event.recurs && <span class="mark mark-recurring">{words.recurring}</span>}
    </>
  );
}
