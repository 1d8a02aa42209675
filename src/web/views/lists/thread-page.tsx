import { raw } from 'hono/html';
import type { MessageHead } from '../../lists/shown-message.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';
import { Pager } from '../pager.tsx';
import { When } from './moment.tsx';
import { type OverviewNode, ThreadOverview } from './thread-overview.tsx';

/** A message where it stands in its thread. */
export interface ThreadMessage extends MessageHead {
  /** What it says, as HTML. */
  readonly body: string;
  /** How deep it stands among the answers; 0 where all stand side by side. */
  readonly depth: number;
  /** What it answers, where that is on the page. */
  readonly parent: Link | undefined;
  /** Whether its subject is not that of the thread. */
  readonly isRenamed: boolean;
}

export interface ThreadPageProps {
  readonly messages: Messages;
  readonly subject: string;
  readonly counts: readonly string[];
  /** The two ways to show it; the present one has no address. */
  readonly views: readonly { readonly label: string; readonly href: string | undefined }[];
  readonly thread: readonly ThreadMessage[];
  readonly overview: readonly OverviewNode[];
  readonly mboxHref: string;
  readonly feedHref: string;
  readonly pager: { readonly newerHref?: string; readonly olderHref?: string };
}

/** A whole conversation, message after message. */
export function ThreadPage(props: ThreadPageProps) {
  const { messages, subject, counts, views, thread, overview, pager } = props;
  const words = messages.lists;
  return (
    <article class="thread-page">
      <header class="page-header">
        <h1 dir="auto">{subject}</h1>
        <ul class="page-meta">
          {counts.map((count) => (
            <li>{count}</li>
          ))}
          {views.map(({ label, href }) => (
            <li>{href === undefined ? <strong>{label}</strong> : <a href={href}>{label}</a>}</li>
          ))}
        </ul>
      </header>
      {thread.length > 2 && (
        <details class="thread-overview">
          <summary>{words.message.outline}</summary>
          <ThreadOverview messages={messages} nodes={overview} />
        </details>
      )}
      {thread.map((message) => (
        <InThread messages={messages} message={message} />
      ))}
      <Pager
        messages={messages}
        label={words.pages}
        words={{ newer: words.message.previous, older: words.message.next }}
        {...pager}
      />
      <ul class="page-meta list-actions">
        <li>
          <a href={props.mboxHref}>{words.downloadThread}</a>
        </li>
        <li>
          <a href={props.feedHref} type="application/atom+xml">
            {words.threadFeed}
          </a>
        </li>
      </ul>
    </article>
  );
}

function InThread({ messages, message }: { messages: Messages; message: ThreadMessage }) {
  const words = messages.lists.message;
  const { anchor, author, sent, depth, parent, isRenamed } = message;
  return (
    <section
      class={depth === 0 ? 'mail' : `mail mail-depth-${depth}`}
      id={anchor}
      aria-labelledby={`${anchor}-by`}
    >
      <header class="mail-header">
        <h2 id={`${anchor}-by`}>
          {author}
          {isRenamed && <span class="mail-subject">{message.subject}</span>}
        </h2>
        <p class="mail-facts">
          <a href={message.href}>
            <When moment={sent} />
          </a>
          {parent && (
            <a href={parent.href}>
              {words.answersTo} {parent.label}
            </a>
          )}
        </p>
      </header>
      {raw(message.body)}
      <p class="mail-links">
        <a href={message.replyHref} aria-label={`${words.reply} – ${author}`}>
          {words.reply}
        </a>
        <a href={message.rawHref} aria-label={`${words.raw} – ${author}`}>
          {words.raw}
        </a>
      </p>
    </section>
  );
}
