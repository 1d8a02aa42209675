import type { Messages } from '../messages/messages.ts';
import { type ChangedFile, ChangedFileLine } from './changed-file.tsx';
import { type DiffBody, DiffContent } from './diff-body.tsx';
import { LinkedText } from './linked-text.tsx';

/** What changed in a file; `bounded` where the commit changes too much for all of it to be shown. */
export type ShownDifference = DiffBody | { readonly kind: 'bounded' };

/** `date` is ISO 8601, in the site's zone. */
export interface CommitPerson {
  readonly name: string;
  readonly date: string;
}

export interface CommitPageProps {
  readonly messages: Messages;
  /** Full. */
  readonly id: string;
  readonly subject: string;
  /** What the message says after its subject. */
  readonly message: readonly (string | { readonly text: string; readonly href: string })[];
  readonly author: CommitPerson;
  /** Given when not the author, or not at that time. */
  readonly committer?: CommitPerson;
  readonly parents: readonly { readonly id: string; readonly subject: string; readonly href: string }[];
  readonly files: readonly (ChangedFile & { readonly difference: ShownDifference })[];
  /** Files that it touched, of which `files` may be the first. */
  readonly total: number;
  /** Language of the text compared (BCP 47). */
  readonly language: string;
  readonly treeHref: string;
  readonly patchHref?: string;
}

/** Up to so many files, their changes are shown at once. */
const OPEN_FILES = 10;

/** A commit: what was said, by whom, and what it changed. */
export function CommitPage(props: CommitPageProps) {
  const { messages, files, total, parents } = props;
  const words = messages.commit;
  const isMerge = parents.length > 1;
  const none = isMerge ? words.mergedOnly : words.noFile;
  return (
    <article class="commit-page">
      <header class="page-header">
        <h1>{props.subject || words.noSubject}</h1>
        {props.message.length > 0 && (
          <div class="commit-message">
            {props.message.map((piece) =>
              typeof piece === 'string' ? <LinkedText text={piece} /> : <a href={piece.href}>{piece.text}</a>,
            )}
          </div>
        )}
        <CommitFacts {...props} />
        <ul class="page-meta">
          <li>
            <a href={props.treeHref}>{words.tree}</a>
          </li>
          {props.patchHref && (
            <li>
              <a href={props.patchHref}>{words.patch}</a>
            </li>
          )}
        </ul>
      </header>
      <h2>{total === 0 ? none : isMerge ? words.mergeFiles(total) : words.files(total)}</h2>
      {files.map((file) => (
        <ChangedFileSection
          messages={messages}
          file={file}
          language={props.language}
          isOpen={total <= OPEN_FILES}
        />
      ))}
      {total > files.length && <p>{words.others(total - files.length)}</p>}
    </article>
  );
}

function CommitFacts({ messages, id, author, committer, parents }: CommitPageProps) {
  const words = messages.commit;
  return (
    <dl class="commit-facts">
      <Person messages={messages} label={words.author} person={author} />
      {committer && <Person messages={messages} label={words.committer} person={committer} />}
      <div>
        <dt>{parents.length > 1 ? words.mergeOf : words.parents}</dt>
        {parents.length === 0 && <dd>{words.noParent}</dd>}
        {parents.map(({ id, subject, href }) => (
          <dd>
            <a href={href}>{subject || words.noSubject}</a> <code class="commit-id">{id.slice(0, 10)}</code>
          </dd>
        ))}
      </div>
      <div>
        <dt>{words.name}</dt>
        <dd>
          <code>{id}</code>
        </dd>
      </div>
    </dl>
  );
}

interface PersonProps {
  readonly messages: Messages;
  readonly label: string;
  readonly person: CommitPerson;
}

function Person({ messages, label, person: { name, date } }: PersonProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span class="person">{name}</span>{' '}
        <time datetime={date}>
          {messages.commit.on(messages.date(date), messages.calendar.time(date.slice(11, 16)))}
        </time>
      </dd>
    </div>
  );
}

interface SectionProps {
  readonly messages: Messages;
  readonly file: CommitPageProps['files'][number];
  readonly language: string;
  readonly isOpen: boolean;
}

function ChangedFileSection({ messages, file, language, isOpen }: SectionProps) {
  const { difference, path } = file;
  const lines = 'added' in difference && messages.happened.lines(difference.added, difference.removed);
  return (
    <details class="commit-file" open={isOpen}>
      <summary>
        <code>{path}</code> {lines && <span class="count">{lines}</span>}
      </summary>
      <p class="commit-file-facts">
        <ChangedFileLine messages={messages} file={file} />
      </p>
      {difference.kind === 'bounded' ? (
        <p class="empty">{messages.commit.bounded}</p>
      ) : (
        <DiffContent
          messages={messages}
          body={difference}
          language={file.language ?? language}
          sourceHref={file.diffHref}
        />
      )}
    </details>
  );
}
