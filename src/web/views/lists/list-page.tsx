import type { Messages } from '../../messages/messages.ts';
import { Pager } from '../pager.tsx';
import {
  MailResults,
  type MailResultsProps,
  MailSearchForm,
  type MailSearchFormProps,
  MailSearchHelp,
} from './mail-search.tsx';
import { type ThreadEntry, ThreadList } from './thread-list.tsx';

/** How to take part in a list. */
export interface TakingPart {
  readonly address: string;
  readonly subscribeHref: string;
  readonly sendEmail: string;
  readonly clone: string;
  readonly mboxHref: string;
  readonly feedHref: string;
}

export interface ListPageProps {
  readonly messages: Messages;
  readonly title: string;
  readonly description: string | undefined;
  readonly counts: readonly string[];
  readonly form: MailSearchFormProps;
  readonly threads: readonly ThreadEntry[];
  readonly pager: { readonly newerHref?: string; readonly olderHref?: string };
  readonly part: TakingPart;
  readonly results: MailResultsProps | undefined;
}

/** A list: its threads, or what was searched for among its messages. */
export function ListPage({
  messages,
  title,
  description,
  counts,
  form,
  threads,
  pager,
  part,
  results,
}: ListPageProps) {
  const words = messages.lists;
  return (
    <article class="list-page">
      <header class="page-header">
        <h1>{title}</h1>
        {description !== undefined && <p class="description">{description}</p>}
        <ul class="page-meta">
          {counts.map((count) => (
            <li>{count}</li>
          ))}
        </ul>
        <p class="list-ways">
          <a class="button" href={`mailto:${part.address}`}>
            {words.write}
          </a>
          <a class="button" href={part.subscribeHref}>
            {words.subscribe}
          </a>
        </p>
      </header>
      <MailSearchForm {...form} />
      {results ? (
        <MailResults {...results} />
      ) : (
        <>
          <MailSearchHelp messages={messages} />
          {threads.length === 0 ? (
            <p class="empty">{words.empty}</p>
          ) : (
            <section aria-labelledby="list:threads">
              <h2 id="list:threads" class="visually-hidden">
                {words.allThreads}
              </h2>
              <ThreadList messages={messages} threads={threads} level={3} />
            </section>
          )}
          <Pager messages={messages} label={words.pages} words={words} {...pager} />
        </>
      )}
      {!results && <Part messages={messages} part={part} />}
    </article>
  );
}

function Part({ messages, part }: { messages: Messages; part: TakingPart }) {
  const words = messages.lists;
  return (
    <section class="list-part" aria-labelledby="list:part">
      <h2 id="list:part">{words.howToWrite}</h2>
      <p>{words.howToWriteText}</p>
      <pre class="copyable">
        <code>{part.address}</code>
      </pre>
      <p>{words.howToPatch}</p>
      <pre class="copyable">
        <code>{part.sendEmail}</code>
      </pre>
      <h2>{words.clone}</h2>
      <p>{words.cloneHelp}</p>
      <pre class="copyable">
        <code>{part.clone}</code>
      </pre>
      <ul class="page-meta">
        <li>
          <a href={part.feedHref} type="application/atom+xml">
            {words.feed}
          </a>
        </li>
        <li>
          <a href={part.mboxHref}>{words.download}</a>
        </li>
      </ul>
    </section>
  );
}
