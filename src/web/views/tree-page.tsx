import type { Messages } from '../messages/messages.ts';
import { DateOf } from './date.tsx';
import { EntryTable, type ListedFile } from './entry-table.tsx';
import type { Link } from './link.ts';
import { type UnfollowedEntry, UnfollowedList } from './unfollowed-list.tsx';

/** The commit whose files are shown; `date` is ISO 8601. */
export interface ShownCommit {
  readonly date: string;
  readonly subject: string;
  readonly href: string;
}

export interface TreePageProps {
  readonly messages: Messages;
  readonly title: string;
  /** The folders above, from the root. */
  readonly steps: readonly Link[];
  readonly folders: readonly Link[];
  readonly files: readonly ListedFile[];
  readonly unfollowed: readonly UnfollowedEntry[];
  /** How many more entries the folder has. */
  readonly others: number;
  /** The whole site, by format. */
  readonly archives: readonly Link[];
  readonly commit: ShownCommit;
  /** Given for the files of a former commit. */
  readonly todayHref?: string;
}

/** What a folder of the repository holds. */
export function TreePage(props: TreePageProps) {
  const { messages, title, steps, folders, files, unfollowed, others, commit, todayHref } = props;
  const words = messages.tree;
  const isEmpty = folders.length + files.length + unfollowed.length === 0;
  return (
    <article class="folder-listing tree-page">
      <header class="page-header">
        {steps.length > 0 && (
          <nav class="tree-steps" aria-label={words.title}>
            <ol>
              {steps.map(({ label, href }) => (
                <li>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <h1>{title}</h1>
        {todayHref !== undefined && (
          <div class="notice notice-past">
            <p>{words.asOf(commit.date)}</p>
            <ul class="notice-links">
              <li>
                <a href={todayHref}>{words.today}</a>
              </li>
            </ul>
          </div>
        )}
        <p class="made-by">
          <DateOf iso={commit.date} messages={messages} />{' '}
          <a href={commit.href}>{commit.subject || messages.commit.noSubject}</a>
        </p>
      </header>
      {isEmpty && <p class="empty">{words.empty}</p>}
      {folders.length > 0 && (
        <section>
          <h2 id="folders">{messages.listing.folders}</h2>
          <ul class="folder-list">
            {folders.map(({ label, href }) => (
              <li>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {files.length > 0 && (
        <section>
          <h2 id="files">{messages.listing.files}</h2>
          <EntryTable messages={messages} files={files} labelledBy="files" />
        </section>
      )}
      {unfollowed.length > 0 && <UnfollowedList messages={messages} entries={unfollowed} />}
      {others > 0 && <p class="count">{words.others(others)}</p>}
      <p class="archives">
        {words.download}
        {props.archives.map(({ label, href }) => (
          <a href={href}>
            <span class="visually-hidden">{words.download} </span>
            {label}
          </a>
        ))}
      </p>
    </article>
  );
}
