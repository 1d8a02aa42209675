import type { Messages } from '../messages/messages.ts';
import type { CalendarEvent } from './calendar-event.ts';
import { type CalendarSource, EventList } from './calendar-event-list.tsx';
import { CalendarMonth, type MonthProps } from './calendar-month.tsx';
import { Subscription, type SubscriptionProps } from './calendar-subscription.tsx';
import { type DataFile, FileFacts } from './file-facts.tsx';
import { type FileProblem, FileProblems } from './file-problems.tsx';
import type { Link } from './link.ts';

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
  /** Soonest first. */
  readonly upcoming: readonly CalendarEvent[];
  /** Newest first. */
  readonly past: readonly CalendarEvent[];
  readonly pastPager?: { readonly newerHref?: string; readonly olderHref?: string };
  readonly month: MonthProps;
  readonly problems: readonly FileProblem[];
  readonly problemCount: number;
}

/** A calendar: what comes next, the month, what has been. */
export function CalendarPage(props: CalendarPageProps) {
  const { messages, language, upcoming, past, sources = [], pastPager = {} } = props;
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
      <section aria-labelledby="upcoming">
        <h2 id="upcoming">{words.upcoming}</h2>
        {upcoming.length === 0 ? (
          <p class="empty">{words.noUpcoming}</p>
        ) : (
          <EventList messages={messages} language={language} events={upcoming} sources={sources} />
        )}
      </section>
      <CalendarMonth messages={messages} language={language} {...props.month} />
      <section aria-labelledby="past">
        <h2 id="past">{words.past}</h2>
        {past.length === 0 ? (
          <p class="empty">{words.noPast}</p>
        ) : (
          <EventList messages={messages} language={language} events={past} sources={sources} />
        )}
        <PastPager messages={messages} {...pastPager} />
      </section>
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

interface PastPagerProps {
  readonly messages: Messages;
  readonly newerHref?: string;
  readonly olderHref?: string;
}

function PastPager({ messages, newerHref, olderHref }: PastPagerProps) {
  const words = messages.calendar;
  if (!newerHref && !olderHref) return null;
  return (
    <nav class="pager" aria-label={words.pages}>
      {newerHref && (
        <a rel="prev" href={newerHref}>
          {words.newer}
        </a>
      )}
      {olderHref && (
        <a rel="next" href={olderHref}>
          {words.older}
        </a>
      )}
    </nav>
  );
}
