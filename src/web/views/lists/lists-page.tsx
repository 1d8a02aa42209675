import type { Messages } from '../../messages/messages.ts';
import { type ThreadEntry, ThreadList } from './thread-list.tsx';

/** One of the lists of a site. */
export interface ListEntry {
  readonly href: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly address: string;
  readonly subscribeHref: string;
  readonly counts: readonly string[];
  readonly threads: readonly ThreadEntry[];
}

/** All lists of the site, each with what it is for and its latest threads. */
export function ListsPage({
  messages,
  lists,
}: {
  readonly messages: Messages;
  readonly lists: readonly ListEntry[];
}) {
  const words = messages.lists;
  return (
    <article class="lists-page">
      <header class="page-header">
        <h1>{words.title}</h1>
        <p class="description">{lists.length === 0 ? words.none : words.intro}</p>
      </header>
      {lists.map((list, at) => (
        <section aria-labelledby={`list:${at}`}>
          <h2 id={`list:${at}`}>
            <a href={list.href}>{list.title}</a>
          </h2>
          {list.description !== undefined && <p>{list.description}</p>}
          <ul class="page-meta">
            {list.counts.map((count) => (
              <li>{count}</li>
            ))}
            <li>
              <a href={`mailto:${list.address}`}>{list.address}</a>
            </li>
            <li>
              <a href={list.subscribeHref} aria-label={`${words.subscribe} – ${list.title}`}>
                {words.subscribe}
              </a>
            </li>
          </ul>
          {list.threads.length > 0 && (
            <>
              <h3 class="list-latest">{words.lastThreads}</h3>
              <ThreadList messages={messages} threads={list.threads} level={4} />
              <p>
                <a href={list.href} aria-label={`${words.allThreads} – ${list.title}`}>
                  {words.allThreads}
                </a>
              </p>
            </>
          )}
        </section>
      ))}
    </article>
  );
}
