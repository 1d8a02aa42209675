import type { ShownMessage } from '../../lists/shown-message.ts';
import type { Messages } from '../../messages/messages.ts';
import { CommandLine } from './command-line.tsx';
import { MessageBody } from './message-body.tsx';
import { When } from './moment.tsx';
import { type OverviewNode, ThreadOverview } from './thread-overview.tsx';

/** What was found out of where a message comes from. */
export interface ShownOrigin {
  readonly kind: 'good' | 'bad' | 'unknown';
  readonly sentence: string;
  readonly details: readonly {
    readonly name: string;
    readonly result: string;
    readonly domain: string | undefined;
  }[];
}

export interface MessagePageProps {
  readonly messages: Messages;
  readonly message: ShownMessage;
  /** What it answers; its label says who wrote that, and its address is none when the list has it not. */
  readonly parent: { readonly label: string; readonly href: string | undefined } | undefined;
  readonly origin: ShownOrigin | undefined;
  /** One message is no thread. */
  readonly thread:
    | { readonly href: string; readonly position: string; readonly nodes: readonly OverviewNode[] }
    | undefined;
  readonly mboxHref: string;
  /** The line that sends a patch in reply. */
  readonly sendEmail: string;
}

/** One message, with all that is known of it. */
export function MessagePage(props: MessagePageProps) {
  const { messages, message, parent, origin, thread } = props;
  const words = messages.lists.message;
  return (
    <article class="message-page">
      <header class="page-header">
        <h1 dir="auto">{message.subject}</h1>
        <ul class="page-meta">
          <li class="mail-author">{message.author}</li>
          <li>
            <When moment={message.sent} />
          </li>
          {message.isPatch && (
            <li>
              <span class="mail-mark">{messages.lists.patch}</span>
            </li>
          )}
          {thread && (
            <li>
              <a href={thread.href}>{words.wholeThread}</a>
            </li>
          )}
        </ul>
        {parent && (
          <p class="mail-parent">
            {parent.href === undefined ? (
              words.answersMissing
            ) : (
              <>
                {words.answersTo} <a href={parent.href}>{parent.label}</a>
              </>
            )}
          </p>
        )}
        <Recipients messages={messages} message={message} />
        {origin && <Origin messages={messages} origin={origin} />}
      </header>
      <div class="mail">
        <MessageBody messages={messages} message={message} />
      </div>
      <section class="mail-reply" aria-labelledby="mail:reply">
        <h2 id="mail:reply">{words.reply}</h2>
        <p>
          <a class="button" href={message.replyHref}>
            {words.replyByMail}
          </a>
        </p>
        <p>{words.replyHelp}</p>
        <p>{words.replyPatch}</p>
        <CommandLine text={props.sendEmail} />
        <ul class="page-meta">
          <li>
            <a href={message.rawHref}>{words.raw}</a>
          </li>
          <li>
            <a href={props.mboxHref}>{messages.lists.downloadThread}</a>
          </li>
        </ul>
      </section>
      {thread && (
        <section class="thread-overview" aria-labelledby="mail:thread">
          <h2 id="mail:thread">{words.overview}</h2>
          <p class="facts">{thread.position}</p>
          <ThreadOverview messages={messages} nodes={thread.nodes} />
        </section>
      )}
    </article>
  );
}

function Recipients({ messages, message: { to, cc } }: { messages: Messages; message: ShownMessage }) {
  const words = messages.lists.message;
  if (to.length + cc.length === 0) return null;
  return (
    <details class="mail-recipients">
      <summary>{words.recipients}</summary>
      <dl>
        {[
          { name: words.to, people: to },
          { name: words.cc, people: cc },
        ].map(
          ({ name, people }) =>
            people.length > 0 && (
              <div>
                <dt>{name}</dt>
                <dd>{people.join(', ')}</dd>
              </div>
            ),
        )}
      </dl>
    </details>
  );
}

function Origin({ messages, origin }: { messages: Messages; origin: ShownOrigin }) {
  const words = messages.lists.verified;
  return (
    <details class={`mail-origin mail-origin-${origin.kind}`}>
      <summary>{origin.sentence}</summary>
      <p>{words.help}</p>
      <dl>
        {origin.details.map(({ name, result, domain }) => (
          <div>
            <dt>{name}</dt>
            <dd>
              {result}
              {domain !== undefined && ` (${domain})`}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
