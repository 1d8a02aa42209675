import type { Messages } from '../messages/messages.ts';
import { CollectionEntries, type CollectionEntry } from './collection-entries.tsx';

export type { CollectionEntry } from './collection-entries.tsx';

export interface CollectionPageProps {
  readonly messages: Messages;
  readonly title: string;
  /** Language of the title and description (BCP 47). */
  readonly language: string;
  readonly description?: string;
  readonly order: 'date' | 'name';
  /** In this order, on this page of the list; dated ones newest first. */
  readonly entries: readonly CollectionEntry[];
  /** In all. */
  readonly total: number;
  readonly feedHref?: string;
  readonly pager?: { readonly previousHref?: string; readonly nextHref?: string };
}

/** From so many pages on, a list by date is cut by years. */
const LONG_LIST = 12;

/** The pages of a collection: reports, guides, studies. */
export function CollectionPage(props: CollectionPageProps) {
  const { messages, language, entries, order } = props;
  const words = messages.collection;
  const years = order === 'date' && entries.length > LONG_LIST ? byYear(entries) : [];
  return (
    <article class="collection-page folder-listing">
      <header class="page-header">
        <h1 lang={language}>{props.title}</h1>
        {props.description && (
          <p class="description" lang={language}>
            {props.description}
          </p>
        )}
        <ul class="page-meta facts">
          {props.total > 0 && <li>{words.entries(props.total)}</li>}
          {props.feedHref && (
            <li>
              <a href={props.feedHref} type="application/atom+xml">
                {words.feed}
              </a>
            </li>
          )}
        </ul>
      </header>
      {entries.length === 0 && <p class="empty">{words.empty}</p>}
      {years.length > 1
        ? years.map(([year, entries]) => (
            <section>
              <h2>{year || words.undated}</h2>
              <CollectionEntries messages={messages} entries={entries} />
            </section>
          ))
        : entries.length > 0 && (
            <section>
              <CollectionEntries messages={messages} entries={entries} />
            </section>
          )}
      {props.pager && <CollectionPager messages={messages} order={order} {...props.pager} />}
    </article>
  );
}

/** Years in the order of the entries; the empty string for those without a date. */
function byYear(entries: readonly CollectionEntry[]): (readonly [string, readonly CollectionEntry[]])[] {
  return [...Map.groupBy(entries, ({ date }) => date?.slice(0, 4) ?? '')];
}

interface CollectionPagerProps {
  readonly messages: Messages;
  readonly order: 'date' | 'name';
  readonly previousHref?: string;
  readonly nextHref?: string;
}

function CollectionPager({ messages, order, previousHref, nextHref }: CollectionPagerProps) {
  const words = messages.collection;
  if (!previousHref && !nextHref) return null;
  return (
    <nav class="pager" aria-label={words.pages}>
      {previousHref && (
        <a rel="prev" href={previousHref}>
          {order === 'date' ? words.newer : words.previous}
        </a>
      )}
      {nextHref && (
        <a rel="next" href={nextHref}>
          {order === 'date' ? words.older : words.next}
        </a>
      )}
    </nav>
  );
}
