import type { Messages } from '../../messages/messages.ts';
import { Pager } from '../pager.tsx';
import type { MarkedText } from '../search-page.tsx';
import { When } from './moment.tsx';

export interface MailSearchFormProps {
  readonly messages: Messages;
  readonly action: string;
  readonly text: string;
  readonly kept: readonly (readonly [string, string])[];
}

/** The search of a list's archive. */
export function MailSearchForm({ messages, action, text, kept }: MailSearchFormProps) {
  const words = messages.lists.search;
  return (
    <search class="mail-search">
      <form class="search-form" action={action} method="get">
        <label for="mail:q">{words.label}</label>
        <div class="search-field">
          <input
            id="mail:q"
            type="search"
            name="q"
            value={text}
            maxlength={1000}
            autocomplete="off"
            autocapitalize="off"
          />
          <button type="submit" class="button">
            {words.button}
          </button>
        </div>
        {kept.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
      </form>
    </search>
  );
}

/** What a search of messages found. */
export interface MailHit {
  readonly href: string;
  readonly subject: readonly MarkedText[];
  readonly author: string;
  readonly sent: { readonly iso: string; readonly text: string };
  readonly isPatch: boolean;
  readonly excerpt: readonly MarkedText[];
}

export interface MailResultsProps {
  readonly messages: Messages;
  readonly text: string;
  readonly hits: readonly MailHit[];
  readonly isMore: boolean;
  /** What it could not be searched by. */
  readonly unknown: readonly string[];
  readonly backHref: string;
  readonly feedHref: string;
  readonly olderHref: string | undefined;
  /** Where to post, to download what was found; with the whole threads, or without. */
  readonly download: { readonly messages: string; readonly threads: string };
}

export function MailResults(props: MailResultsProps) {
  const { messages, text, hits, unknown, isMore } = props;
  const words = messages.lists.search;
  return (
    <>
      <div role="status">
        <p class="search-count">
          {hits.length === 0 ? words.nothing(text) : words.found(hits.length, isMore)}
        </p>
        {unknown.map((one) => (
          <p>{words.notYet(one)}</p>
        ))}
      </div>
      {hits.length > 0 && (
        <ol class="search-results mail-results">
          {hits.map((hit) => (
            <Hit messages={messages} hit={hit} />
          ))}
        </ol>
      )}
      <Pager
        messages={messages}
        label={messages.lists.pages}
        words={{ newer: words.back, older: words.older }}
        newerHref={props.backHref}
        {...(props.olderHref !== undefined && { olderHref: props.olderHref })}
      />
      {hits.length > 0 ? (
        <div class="list-actions">
          <a href={props.feedHref} type="application/atom+xml">
            {words.feed}
          </a>
          <form method="post" action={props.download.messages}>
            <button class="button" type="submit">
              {words.download}
            </button>
          </form>
          <form method="post" action={props.download.threads}>
            <button class="button" type="submit">
              {words.downloadThreads}
            </button>
          </form>
        </div>
      ) : (
        <MailSearchHelp messages={messages} />
      )}
    </>
  );
}

function Hit({ messages, hit }: { messages: Messages; hit: MailHit }) {
  return (
    <li>
      <h2 dir="auto">
        <a href={hit.href}>
          <Marked text={hit.subject} />
        </a>
        {hit.isPatch && <span class="mail-mark">{messages.lists.patch}</span>}
      </h2>
      <ul class="page-meta facts">
        <li>{hit.author}</li>
        <li>
          <When moment={hit.sent} />
        </li>
      </ul>
      {hit.excerpt.length > 0 && (
        <p dir="auto">
          <Marked text={hit.excerpt} />
        </p>
      )}
    </li>
  );
}

function Marked({ text }: { text: readonly MarkedText[] }) {
  return <>{text.map(({ text, matched }) => (matched ? <mark>{text}</mark> : text))}</>;
}

/** What may be asked. */
export function MailSearchHelp({ messages }: { readonly messages: Messages }) {
  const words = messages.lists.search;
  return (
    <details class="search-help">
      <summary>{words.helpTitle}</summary>
      <dl>
        {words.help.map(({ write, finds }) => (
          <div>
            <dt>
              <code>{write}</code>
            </dt>
            <dd>{finds}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
