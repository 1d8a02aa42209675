import type { Moment } from '../../wiki/calendars/event.ts';
import type { Effort } from '../../wiki/differences/align-words.ts';
import type {
  CalendarDifference,
  ChangedEvent,
  EventProperty,
  EventVersion,
} from '../../wiki/differences/calendar-difference.ts';
import type { Messages } from '../messages/messages.ts';
import { ChangeTable, pageEffort } from './change-table.tsx';
import { Instead } from './diff-rendered.tsx';

interface EventsDiffProps {
  readonly messages: Messages;
  readonly difference: CalendarDifference;
  readonly language: string;
  readonly sourceHref: string;
}

/** More of each kind are counted, not shown. */
const MAX_EVENTS = 200;

/** What changed in a calendar, event by event. */
export function EventsDiff({ messages, difference, language, sourceHref }: EventsDiffProps) {
  const words = messages.difference;
  const { name, added, removed, changed } = difference;
  const effort = pageEffort();
  const same = !name && added.length + removed.length + changed.length === 0;
  return (
    <>
      {same && <Instead text={words.sameEvents} href={sourceHref} messages={messages} />}
      {name && (
        <ChangeTable
          messages={messages}
          head={words.property}
          caption={words.calendarName}
          values={[{ label: words.calendarName, ...name }]}
          effort={effort}
          language={language}
        />
      )}
      {changed.length > 0 && (
        <section class="row-changes">
          <h2>{words.eventsChanged(changed.length)}</h2>
          {changed.slice(0, MAX_EVENTS).map((event) => (
            <ChangedProperties messages={messages} event={event} effort={effort} language={language} />
          ))}
        </section>
      )}
      <Events
        messages={messages}
        title={words.eventsAdded(added.length)}
        kind="added"
        events={added}
        language={language}
      />
      <Events
        messages={messages}
        title={words.eventsRemoved(removed.length)}
        kind="removed"
        events={removed}
        language={language}
      />
    </>
  );
}

interface ChangedPropertiesProps {
  readonly messages: Messages;
  readonly event: ChangedEvent;
  readonly effort: Effort;
  readonly language: string;
}

function ChangedProperties({ messages, event, effort, language }: ChangedPropertiesProps) {
  const { before, after, properties } = event;
  const words = messages.difference;
  const day = after.occurrence
    ? words.occurrenceOf(messages.date(after.occurrence.date))
    : whenText(messages, before);
  return (
    <ChangeTable
      messages={messages}
      head={words.property}
      caption={
        <>
          <span lang={language}>{before.details.summary || after.details.summary || before.uid}</span>{' '}
          <span class="where">{day}</span>
        </>
      }
      values={properties.map((property) => ({
        label: words.properties[property],
        before: SAID[property](messages, before),
        after: SAID[property](messages, after),
        byParts: property === 'when',
      }))}
      effort={effort}
      language={language}
    />
  );
}

/** What an event says of itself, in the reader's words. */
const SAID: Readonly<Record<EventProperty, (messages: Messages, version: EventVersion) => string>> = {
  summary: (_, { details }) => details.summary,
  when: whenText,
  location: (_, { details }) => details.location,
  status: ({ difference }, { details }) => difference.status[details.status],
  recurrence: ({ difference }, { rules }) =>
    rules.map(difference.recurrence).join('\n') || difference.noRecurrence,
  dates: ({ difference, date }, { added, excluded }) => {
    const days = (moments: readonly Moment[]) => moments.map((moment) => date(moment.date)).join(', ');
    return [
      ...(added.length > 0 ? [difference.extraDates(days(added))] : []),
      ...(excluded.length > 0 ? [difference.leftOut(days(excluded))] : []),
    ].join('\n');
  },
  description: (_, { details }) => details.description,
  url: (_, { details }) => details.url ?? '',
  categories: (_, { details }) => details.categories.join(', '),
  organizer: (_, { details }) => details.organizer ?? '',
};

/** "Thursday 21 May 2026, 10:00 – 11:00, Paris time". */
function whenText({ calendar: words }: Messages, { start, end, allDay }: EventVersion): string {
  const zone = start.zone === undefined ? '' : `, ${words.zone(start.zone)}`;
  if (allDay || start.time === undefined || end.time === undefined)
    return start.date === end.date ? words.fullDate(start.date) : words.dateRange(start.date, end.date);
  if (start.date !== end.date)
    return `${words.fullDate(start.date)}, ${words.time(start.time)} – ${words.fullDate(end.date)}, ${words.time(end.time)}${zone}`;
  const hours = start.time === end.time ? words.time(start.time) : words.timeRange(start.time, end.time);
  return `${words.fullDate(start.date)}, ${hours}${zone}`;
}

interface EventsProps {
  readonly messages: Messages;
  readonly title: string;
  readonly kind: 'added' | 'removed';
  readonly events: readonly EventVersion[];
  readonly language: string;
}

function Events({ messages, title, kind, events, language }: EventsProps) {
  const words = messages.difference;
  if (events.length === 0) return null;
  const shown = events.slice(0, MAX_EVENTS);
  return (
    <section class={`row-changes rows-${kind}`}>
      <h2>{title}</h2>
      {shown.length < events.length && <p>{words.firstOnly(shown.length)}</p>}
      <ul class="event-changes">
        {shown.map((event) => (
          <li>
            <strong lang={language}>{event.details.summary || event.uid}</strong>
            <p>{whenText(messages, event)}</p>
            {event.rules.length > 0 && <p>{event.rules.map(words.recurrence).join(', ')}</p>}
            {event.details.status !== 'confirmed' && <p>{words.status[event.details.status]}</p>}
            {event.details.location !== '' && <p lang={language}>{event.details.location}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
