import type { Messages } from '../messages/messages.ts';
import { type CalendarEvent, eventTitle } from './calendar-event.ts';
import { atMonth } from './fragment.ts';

/** A day of the grid, `YYYY-MM-DD`, with the events that take place on it. */
export interface MonthDay {
  readonly date: string;
  /** Of the month before or after, shown to fill the week. */
  readonly outside: boolean;
  readonly today: boolean;
  /** The first ones. */
  readonly events: readonly CalendarEvent[];
  /** How many there are in all. */
  readonly count: number;
}

export interface MonthProps {
  /** Any day of the month, `YYYY-MM-DD`. */
  readonly month: string;
  /** From Monday to Sunday (ISO 8601). */
  readonly weeks: readonly (readonly MonthDay[])[];
  readonly previousHref: string;
  readonly nextHref: string;
  /** The month of today, where it is not this one. */
  readonly currentHref?: string;
}

interface CalendarMonthProps extends MonthProps {
  readonly messages: Messages;
  readonly language: string;
}

/** A day holds these; the others are folded. */
const SHOWN_IN_DAY = 4;

/** A month as a grid of weeks; on a narrow screen, the list of its days that hold something. */
export function CalendarMonth(props: CalendarMonthProps) {
  const { messages, weeks, month } = props;
  const words = messages.calendar;
  const empty = weeks.flat().every(({ outside, events }) => outside || events.length === 0);
  return (
    <section class="calendar-month" id="month" aria-labelledby="month-title">
      <div class="month-head">
        <h2 id="month-title">{messages.month(month)}</h2>
        <nav aria-label={words.monthView}>
          <a rel="prev" href={atMonth(props.previousHref)}>
            {words.previousMonth}
          </a>
          {props.currentHref && <a href={atMonth(props.currentHref)}>{words.currentMonth}</a>}
          <a rel="next" href={atMonth(props.nextHref)}>
            {words.nextMonth}
          </a>
        </nav>
      </div>
      {empty && <p class="empty">{words.noEventInMonth}</p>}
      <table class={empty ? 'month-table month-empty' : 'month-table'}>
        <caption class="visually-hidden">{messages.month(month)}</caption>
        <thead>
          <tr>
            {weeks[0]?.map(({ date }) => (
              <th scope="col" abbr={words.weekday(date)}>
                {words.shortWeekday(date)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr>
              {week.map((day) => (
                <Day messages={messages} day={day} language={props.language} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface DayProps {
  readonly messages: Messages;
  readonly day: MonthDay;
  readonly language: string;
}

function Day({ messages, day, language }: DayProps) {
  const { date, outside, today, events, count } = day;
  const words = messages.calendar;
  const classes = [outside && 'outside', events.length === 0 && 'free'].filter(Boolean).join(' ');
  return (
    <td class={classes || undefined} aria-current={today ? 'date' : undefined}>
      <time class="day" datetime={date}>
        <span class="narrow">{words.weekday(date)} </span>
        {Number(date.slice(8))}
        <span class="narrow"> {words.shortMonth(date)}</span>
        {today && <span class="narrow"> – {words.today}</span>}
      </time>
      {events.length > 0 && (
        <DayEvents messages={messages} events={events.slice(0, SHOWN_IN_DAY)} {...{ date, language }} />
      )}
      {events.length > SHOWN_IN_DAY && (
        <details>
          <summary>{words.moreInDay(count - SHOWN_IN_DAY)}</summary>
          <DayEvents messages={messages} events={events.slice(SHOWN_IN_DAY)} {...{ date, language }} />
          {count > events.length && <p>{words.moreInDay(count - events.length)}</p>}
        </details>
      )}
    </td>
  );
}

interface DayEventsProps {
  readonly messages: Messages;
  readonly events: readonly CalendarEvent[];
  readonly date: string;
  readonly language: string;
}

function DayEvents({ messages, events, date, language }: DayEventsProps) {
  const words = messages.calendar;
  return (
    <ul>
      {events.map((event) => (
        <li class={`event-${event.status}`}>
          <a href={event.href}>
            {event.start.time !== undefined && event.start.date === date && (
              <>
                <span class="hour">{words.time(event.start.time)}</span>{' '}
              </>
            )}
            <span class="title" lang={language}>
              {eventTitle(event)}
            </span>
            {event.start.date < date && <span class="visually-hidden">, {words.continued}</span>}
            {event.status === 'cancelled' && <span class="visually-hidden">, {words.cancelled}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
