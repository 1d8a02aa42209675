import type { Messages } from '../../messages/messages.ts';
import { Pager } from '../pager.tsx';
import { CommandLine } from './command-line.tsx';
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
      {(results || threads.length > 0) && <MailSearchForm {...form} />}
      {results ? (
        <MailResults {...results} />
      ) : (
        <>
          {threads.length > 0 && <MailSearchHelp messages={messages} />}
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
      {!results && <Part messages={messages} part={part} isEmpty={counts.length === 0} />}
    </article>
  );
}

function Part({ messages, part, isEmpty }: { messages: Messages; part: TakingPart; isEmpty: boolean }) {
  const words = messages.lists;
  return (
    <section class="list-part" aria-labelledby="list:part">
      <h2 id="list:part">{words.howToWrite}</h2>
      <p>{words.howToWriteText}</p>
      <CommandLine text={part.address} />
      <p>{words.howToPatch}</p>
      <CommandLine text={part.sendEmail} />
      {!isEmpty && (
        <>
          <h2>{words.clone}</h2>
          <p>{words.cloneHelp}</p>
          <CommandLine text={part.clone} />
        </>
      )}
      <ul class="page-meta">
        <li>
          <a href={part.feedHref} type="application/atom+xml">
            {words.feed}
          </a>
        </li>
        {!isEmpty && (
          <li>
            <a href={part.mboxHref}>{words.download}</a>
          </li>
        )}
      </ul>
    </section>
  );
}
