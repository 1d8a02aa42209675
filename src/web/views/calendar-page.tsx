import type { Messages } from '../messages/messages.ts';
import type { CalendarEvent } from './calendar-event.ts';
import { type CalendarSource, EventList } from './calendar-event-list.tsx';
import { CalendarMonth, type MonthProps } from './calendar-month.tsx';
import { Subscription, type SubscriptionProps } from './calendar-subscription.tsx';
import { type DataFile, FileFacts } from './file-facts.tsx';
import { type FileProblem, FileProblems } from './file-problems.tsx';
import type { Link } from './link.ts';
import { Pager } from './pager.tsx';

export type { CalendarEvent, EventMoment } from './calendar-event.ts';
export type { CalendarSource } from './calendar-event-list.tsx';
export type { MonthDay, MonthProps } from './calendar-month.tsx';
export type { SubscriptionProps } from './calendar-subscription.tsx';

export interface CalendarPageProps {
  readonly messages: Messages;
  readonly title: string;
  /** Language of the calendar (BCP 47). */
  readonly language: string;
  readonly description?: string;
  /** The file, where the page is made from a single one. */
  readonly file?: DataFile;
  /** A page that tells what the calendar is about, where one is known. */
  readonly about?: Link;
  /** The files it is made from, where they are several. */
  readonly sources?: readonly CalendarSource[];
  readonly subscription: SubscriptionProps;
  /** None where a month was asked for: `datesHref` leads to them. */
  readonly dates?: DatesProps;
  readonly datesHref?: string;
  readonly month: MonthProps;
  readonly problems: readonly FileProblem[];
  readonly problemCount: number;
}

/** The lists of dates around the month. */
export interface DatesProps {
  /** Soonest first. */
  readonly upcoming: readonly CalendarEvent[];
  /** Newest first. */
  readonly past: readonly CalendarEvent[];
  readonly pastPager: { readonly newerHref?: string; readonly olderHref?: string };
}

/** A calendar: what comes next, the month, what has been. */
export function CalendarPage(props: CalendarPageProps) {
  const { messages, language, dates, sources = [] } = props;
  const words = messages.calendar;
  return (
    <article class="calendar-page">
      <header class="page-header">
        <h1 lang={language}>{props.title}</h1>
        {props.description && (
          <p class="description plain-text" lang={language}>
            {props.description}
          </p>
        )}
        {props.file && <FileFacts messages={messages} file={props.file} about={props.about} />}
        <Subscription messages={messages} {...props.subscription} />
        <FileProblems messages={messages} problems={props.problems} problemCount={props.problemCount} />
      </header>
      {dates && (
        <section aria-labelledby="upcoming">
          <h2 id="upcoming">{words.upcoming}</h2>
          {dates.upcoming.length === 0 ? (
            <p class="empty">{words.noUpcoming}</p>
          ) : (
            <EventList messages={messages} language={language} events={dates.upcoming} sources={sources} />
          )}
        </section>
      )}
      <CalendarMonth messages={messages} language={language} {...props.month} />
      {dates && (
        <section aria-labelledby="past">
          <h2 id="past">{words.past}</h2>
          {dates.past.length === 0 ? (
            <p class="empty">{words.noPast}</p>
          ) : (
            <EventList messages={messages} language={language} events={dates.past} sources={sources} />
          )}
          <Pager
            messages={messages}
            label={messages.calendar.pages}
            words={messages.calendar}
            {...dates.pastPager}
          />
        </section>
      )}
      {props.datesHref && (
        <p>
          <a href={props.datesHref}>{words.dates}</a>
        </p>
      )}
      {sources.length > 1 && (
        <section aria-labelledby="sources">
          <h2 id="sources">{words.sources}</h2>
          <ul class="source-list">
            {sources.map(({ name, path, href }) => (
              <li>
                <a href={href}>{name}</a> <code>{path}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
