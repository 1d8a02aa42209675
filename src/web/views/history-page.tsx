import type { Messages } from '../messages/messages.ts';
import { DateOf } from './date.tsx';
import { MadeBy } from './made-by.tsx';
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
  readonly diffHref: string;
  readonly commitHref: string;
  /** The file as this commit left it. */
  readonly versionHref?: string;
}

/** Somebody who wrote versions of the file, the first and the last of them at these dates. */
export interface ShownContributor {
  readonly name: string;
  readonly versions: number;
  readonly first: string;
  readonly last: string;
}

export interface HistoryPageProps {
  readonly messages: Messages;
  readonly pageTitle: string;
  readonly language: string;
  readonly path: string;
  /** Absent when the page is deleted. */
  readonly pageHref?: string;
  readonly blameHref?: string;
  readonly feedHref?: string;
  readonly contributors: { readonly people: readonly ShownContributor[]; readonly others: number };
  /** The form that compares two versions; `language` is kept in the address. */
  readonly compare: { readonly action: string; readonly language?: string };
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
          {props.blameHref && (
            <li>
              <a href={props.blameHref}>{messages.versions.blame}</a>
            </li>
          )}
          {props.feedHref && (
            <li>
              <a href={props.feedHref} type="application/atom+xml">
                {messages.versions.feed}
              </a>
            </li>
          )}
        </ul>
      </header>
      {entries.length === 0 && <p class="empty">{words.empty}</p>}
      <Contributors messages={messages} {...props.contributors} />
      <form class="compare" method="get" action={props.compare.action}>
        {props.compare.language !== undefined && (
          <input type="hidden" name="lang" value={props.compare.language} />
        )}
        {entries.length > 1 && (
          <p class="compare-bar">
            <button class="button" type="submit">
              {messages.versions.compare}
            </button>{' '}
            <span class="count">{messages.versions.compareHint}</span>
          </p>
        )}
        {byMonth(entries).map((month) => (
          <section class="month">
            <h2>{messages.month((month[0] as HistoryEntry).date)}</h2>
            <ol class="versions">
              {month.map((entry) => (
                <Version messages={messages} entry={entry} entries={entries} />
              ))}
            </ol>
          </section>
        ))}
      </form>
      {props.pager && <Pager messages={messages} label={words.pages} {...props.pager} />}
    </article>
  );
}

interface ContributorsProps {
  readonly messages: Messages;
  readonly people: readonly ShownContributor[];
  readonly others: number;
}

function Contributors({ messages, people, others }: ContributorsProps) {
  const words = messages.versions;
  return (
    <details class="contributors" open={people.length <= 3}>
      <summary>
        {words.contributors} <span class="count">{messages.number(people.length + others)}</span>
      </summary>
      <ul>
        {people.map(({ name, versions, first, last }) => (
          <li>
            <span class="person">{name}</span>{' '}
            <span class="count">
              {words.contributions(versions)}, {words.since(first, last)}
            </span>
          </li>
        ))}
        {others > 0 && <li class="count">{words.otherContributors(others)}</li>}
      </ul>
    </details>
  );
}

interface VersionProps {
  readonly messages: Messages;
  readonly entry: HistoryEntry;
  /** All those that can be compared. */
  readonly entries: readonly HistoryEntry[];
}

function Version({ messages, entry, entries }: VersionProps) {
  const words = messages.history;
  const { versions } = messages;
  return (
    <li class="version">
      {entries.length > 1 && <Choices messages={messages} entry={entry} entries={entries} />}
      <div>
        <p class="subject">
          <a href={entry.diffHref}>{entry.subject || messages.commit.noSubject}</a>
        </p>
        {entry.kind === 'added' && <p class="version-event">{words.created}</p>}
        {entry.kind === 'deleted' && <p class="version-event">{words.deleted}</p>}
        {entry.oldPath && (
          <p class="version-event">
            {words.renamedFrom} <code>{entry.oldPath}</code>
          </p>
        )}
        <p class="made-by">
          <DateOf iso={entry.date} messages={messages} />{' '}
          <MadeBy
            messages={messages}
            author={entry.author}
            {...(entry.committer !== undefined && { committer: entry.committer })}
          />
        </p>
        <p class="made-by version-links">
          {entry.versionHref && (
            <a href={entry.versionHref} aria-label={versions.asItWasOn(messages.date(entry.date))}>
              {versions.asItWas}
            </a>
          )}
          <a href={entry.commitHref}>
            {messages.commit.name} <code class="commit-id">{entry.id.slice(0, 10)}</code>
          </a>
        </p>
      </div>
    </li>
  );
}

/** The two sides of a comparison; at first, what the newest version changed. */
function Choices({ messages, entry, entries }: VersionProps) {
  const words = messages.versions;
  const sides = [
    { name: 'from', label: words.olderSide, chosen: entries[1] },
    { name: 'to', label: words.newerSide, chosen: entries[0] },
  ];
  return (
    <span class="compare-sides">
      {sides.map(({ name, label, chosen }) => (
        <input
          type="radio"
          name={name}
          value={entry.id}
          checked={chosen === entry}
          aria-label={words.choose(label, entry.date, entry.subject)}
        />
      ))}
    </span>
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
