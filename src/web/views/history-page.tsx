import type { Messages } from '../messages/messages.ts';
import { DateOf } from './date.tsx';
import { Pager, type PagerProps } from './pager.tsx';

/** One commit that touched the page. Dates are ISO 8601. */
export interface HistoryEntry {
  /** Commit id, full. */
  readonly id: string;
  readonly kind: 'added' | 'modified' | 'renamed' | 'deleted';
  readonly date: string;
  readonly author: string;
  /** Given when not the author. */
  readonly committer?: string;
  readonly subject: string;
  /** The file's name before, when it was renamed. */
  readonly oldPath?: string;
  /** What this commit did to the page. */
  readonly diffHref?: string;
}

export interface HistoryPageProps {
  readonly messages: Messages;
  readonly pageTitle: string;
  readonly language: string;
  readonly path: string;
  /** Absent when the page is deleted. */
  readonly pageHref?: string;
  /** Versions in all, not only on this page of the history. */
  readonly total: number;
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  readonly pager?: Pick<PagerProps, 'newerHref' | 'olderHref'>;
}

/** Versions of a file, by month. */
export function HistoryPage(props: HistoryPageProps) {
  const { messages, entries, pageHref } = props;
  const words = messages.history;
  return (
    <article class="history-page">
      <header class="page-header">
        <h1>{words.title(props.pageTitle)}</h1>
        <ul class="page-meta facts">
          <li>
            <code>{props.path}</code>
          </li>
          <li>{words.versions(props.total)}</li>
          {pageHref && (
            <li>
              <a href={pageHref}>{words.backToPage}</a>
            </li>
          )}
        </ul>
      </header>
      {entries.length === 0 && <p class="empty">{words.empty}</p>}
      {byMonth(entries).map((month) => (
        <section class="month">
          <h2>{messages.month((month[0] as HistoryEntry).date)}</h2>
          <ol class="versions">
            {month.map((entry) => (
              <Version messages={messages} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {props.pager && <Pager messages={messages} label={words.pages} {...props.pager} />}
    </article>
  );
}

function Version({ messages, entry }: { readonly messages: Messages; readonly entry: HistoryEntry }) {
  const words = messages.history;
  return (
    <li class="version">
      <p class="subject">{entry.diffHref ? <a href={entry.diffHref}>{entry.subject}</a> : entry.subject}</p>
      {entry.kind === 'added' && <p class="event">{words.created}</p>}
      {entry.kind === 'deleted' && <p class="event">{words.deleted}</p>}
      {entry.oldPath && (
        <p class="event">
          {words.renamedFrom} <code>{entry.oldPath}</code>
        </p>
      )}
      <p class="made-by">
        <DateOf iso={entry.date} messages={messages} /> {words.by} <span class="person">{entry.author}</span>
        {entry.committer && <>, {words.committedBy(entry.committer)}</>}
        <code class="commit-id">{entry.id.slice(0, 10)}</code>
      </p>
    </li>
  );
}

function byMonth(entries: readonly HistoryEntry[]): readonly (readonly HistoryEntry[])[] {
  const months: HistoryEntry[][] = [];
  for (const entry of entries) {
    const last = months.at(-1);
    if (last?.[0]?.date.slice(0, 7) === entry.date.slice(0, 7)) last.push(entry);
    else months.push([entry]);
  }
  return months;
}
