import type { Messages } from '../messages/messages.ts';
import { type ChangedFile, ChangedFileLine } from './changed-file.tsx';
import { MadeBy } from './made-by.tsx';
import { Pager, type PagerProps } from './pager.tsx';

/** One commit. `date` is ISO 8601, in the site's zone. */
export interface RecentEntry {
  readonly id: string;
  readonly subject: string;
  readonly href: string;
  readonly date: string;
  readonly author: string;
  readonly committer?: string;
  readonly isRobot: boolean;
  readonly isMerge: boolean;
  /** The first files that it touched, and how many more. */
  readonly files: readonly ChangedFile[];
  readonly otherFiles: number;
}

interface FolderForm {
  readonly action: string;
  readonly folder: string;
  readonly folders: readonly { readonly path: string; readonly title: string }[];
  /** Kept in the address, where the reader's language is not the site's. */
  readonly language?: string;
}

export interface RecentPageProps {
  readonly messages: Messages;
  readonly title: string;
  /** Newest first. */
  readonly entries: readonly RecentEntry[];
  readonly feedHref: string;
  readonly filesHref: string;
  readonly form: FolderForm;
  readonly pager: Pick<PagerProps, 'newerHref' | 'olderHref'>;
}

/** What changed in the site, by day. */
export function RecentPage({ messages, title, entries, form, pager, ...links }: RecentPageProps) {
  const words = messages.recent;
  return (
    <article class="recent-page">
      <header class="page-header">
        <h1>{title}</h1>
        <ul class="page-meta">
          <li>
            <a href={links.feedHref} type="application/atom+xml">
              {words.feed}
            </a>
          </li>
          <li>
            <a href={links.filesHref}>{words.files}</a>
          </li>
        </ul>
      </header>
      {form.folders.length > 0 && <FolderChoice messages={messages} form={form} />}
      {entries.length === 0 && <p class="empty">{words.empty}</p>}
      {byDay(entries).map(([day, ofDay]) => (
        <section class="changes-day" aria-labelledby={`day=${day}`}>
          <h2 id={`day=${day}`}>
            <time datetime={day}>{messages.calendar.fullDate(day)}</time>
          </h2>
          <ol class="versions">
            {ofDay.map((entry) => (
              <Entry messages={messages} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      <Pager
        messages={messages}
        label={words.pages}
        words={{ newer: words.newest, older: words.older }}
        {...pager}
      />
    </article>
  );
}

function FolderChoice({ messages, form }: { readonly messages: Messages; readonly form: FolderForm }) {
  const words = messages.recent;
  return (
    <form class="folder-choice" method="get" action={form.action}>
      <label for="folder">{words.folder}</label>
      <select id="folder" name="folder">
        <option value="">{words.wholeSite}</option>
        {form.folders.map(({ path, title }) => (
          <option value={path} selected={path === form.folder}>
            {title}
          </option>
        ))}
      </select>
      {form.language !== undefined && <input type="hidden" name="lang" value={form.language} />}
      <button class="button" type="submit">
        {words.show}
      </button>
    </form>
  );
}

function Entry({ messages, entry }: { readonly messages: Messages; readonly entry: RecentEntry }) {
  const words = messages.recent;
  const { files, otherFiles, isMerge, isRobot, date } = entry;
  const quiet = (isMerge && files.length === 0) || isRobot;
  return (
    <li class={quiet ? 'version quiet' : 'version'} id={entry.id.slice(0, 12)}>
      <p class="subject">
        <a href={entry.href}>{entry.subject || messages.commit.noSubject}</a>
        {isMerge && <span class="mark">{words.merge}</span>}
        {isRobot && <span class="mark">{words.robot}</span>}
      </p>
      <p class="made-by">
        <time datetime={date}>{words.atTime(messages.calendar.time(date.slice(11, 16)))}</time>{' '}
        <MadeBy
          messages={messages}
          author={entry.author}
          {...(entry.committer !== undefined && { committer: entry.committer })}
        />
      </p>
      {files.length > 0 && (
        <ul class="changed-files" aria-label={words.touched}>
          {files.map((file) => (
            <li>
              <ChangedFileLine messages={messages} file={file} />
            </li>
          ))}
          {otherFiles > 0 && (
            <li>
              <a href={entry.href}>{words.otherFiles(otherFiles)}</a>
            </li>
          )}
        </ul>
      )}
    </li>
  );
}

/** By day, the last one first: the lines of history that a merge joins each have their own order. */
function byDay(entries: readonly RecentEntry[]): readonly (readonly [string, readonly RecentEntry[]])[] {
  return [...Map.groupBy(entries, ({ date }) => date.slice(0, 10))].sort(([a], [b]) => b.localeCompare(a));
}
