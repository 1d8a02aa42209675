import type { Messages } from '../messages/messages.ts';
import { DateOf } from './date.tsx';
import { type DiffHunk, DiffTable } from './diff-table.tsx';

export type { DiffHunk, DiffLine, DiffSegment } from './diff-table.tsx';

/** One side of a comparison. `date` is ISO 8601. */
export interface DiffSide {
  /** Commit id, full. */
  readonly id: string;
  readonly date: string;
  readonly author: string;
  readonly subject: string;
}

/** What there is to show: lines, or why there are none. */
export type DiffBody =
  | {
      readonly kind: 'hunks';
      readonly hunks: readonly DiffHunk[];
      readonly added: number;
      readonly removed: number;
    }
  | { readonly kind: 'identical' | 'binary' | 'tooLarge' };

export interface DiffPageProps {
  readonly messages: Messages;
  readonly pageTitle: string;
  /** Language of the text compared (BCP 47). */
  readonly language: string;
  readonly path: string;
  /** The file's name before, when it was renamed between the two versions. */
  readonly oldPath?: string;
  /** Absent when the file did not exist. */
  readonly before?: DiffSide;
  /** Absent when the file was deleted. */
  readonly after?: DiffSide;
  readonly body: DiffBody;
  readonly pageHref?: string;
  readonly historyHref?: string;
}

/** Source of a page in two versions, as a unified diff with changed words marked. */
export function DiffPage(props: DiffPageProps) {
  const { messages, body } = props;
  const words = messages.diff;
  return (
    <article class="diff-page">
      <header class="page-header">
        <h1>{words.title(props.pageTitle)}</h1>
        <ul class="page-meta facts">
          <li>
            <code>{props.path}</code>
          </li>
          {body.kind === 'hunks' && (
            <>
              <li class="added-count">{words.added(body.added)}</li>
              <li class="removed-count">{words.removed(body.removed)}</li>
            </>
          )}
          {props.pageHref && (
            <li>
              <a href={props.pageHref}>{messages.history.backToPage}</a>
            </li>
          )}
          {props.historyHref && (
            <li>
              <a href={props.historyHref}>{messages.history.label}</a>
            </li>
          )}
        </ul>
        {props.oldPath && (
          <p class="renamed">
            {words.renamed} <code>{props.oldPath}</code> → <code>{props.path}</code>
          </p>
        )}
      </header>
      <dl class="diff-sides">
        <Side messages={messages} label={words.before} side={props.before} absent={words.nothingBefore} />
        <Side messages={messages} label={words.after} side={props.after} absent={words.nothingAfter} />
      </dl>
      {body.kind === 'hunks' ? (
        <DiffTable messages={messages} hunks={body.hunks} language={props.language} />
      ) : (
        <p class="empty">{words[body.kind]}</p>
      )}
    </article>
  );
}

interface SideProps {
  readonly messages: Messages;
  readonly label: string;
  readonly side?: DiffSide;
  readonly absent: string;
}

function Side({ messages, label, side, absent }: SideProps) {
  return (
    <div>
      <dt>{label}</dt>
      {side ? (
        <dd>
          <p class="subject">{side.subject}</p>
          <p class="made-by">
            <DateOf iso={side.date} messages={messages} /> {messages.history.by}{' '}
            <span class="person">{side.author}</span>
            <code class="commit-id">{side.id.slice(0, 10)}</code>
          </p>
        </dd>
      ) : (
        <dd>{absent}</dd>
      )}
    </div>
  );
}
