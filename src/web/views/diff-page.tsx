import type { Messages } from '../messages/messages.ts';
import { DateOf } from './date.tsx';
import { type DiffBody, DiffContent, diffFacts } from './diff-body.tsx';
import { DiffViews } from './diff-views.tsx';
import type { Link } from './link.ts';

/** One side of a comparison. `date` is ISO 8601. */
export interface DiffSide {
  /** Commit id, full. */
  readonly id: string;
  readonly date: string;
  readonly author: string;
  readonly subject: string;
}

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
  /** The ways to show it, none where there is one only. */
  readonly views: readonly (Link & { readonly current?: 'page' })[];
  /** To all of it, or back to what changed. */
  readonly contextLink?: Link;
  readonly sourceHref: string;
  readonly pageHref?: string;
  readonly historyHref?: string;
}

/** What changed between two versions of a file. */
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
          {diffFacts(messages, body).map(({ kind, text }) => (
            <li class={kind}>{text}</li>
          ))}
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
        {props.oldPath && body.kind !== 'name' && (
          <p class="renamed">
            {words.renamed} <code>{props.oldPath}</code> → <code>{props.path}</code>
          </p>
        )}
      </header>
      <dl class="diff-sides">
        <Side messages={messages} label={words.before} side={props.before} absent={words.nothingBefore} />
        <Side messages={messages} label={words.after} side={props.after} absent={words.nothingAfter} />
      </dl>
      {(props.views.length > 1 || props.contextLink) && (
        <DiffViews label={messages.difference.views} views={props.views} contextLink={props.contextLink} />
      )}
      <DiffContent messages={messages} body={body} language={props.language} sourceHref={props.sourceHref} />
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
