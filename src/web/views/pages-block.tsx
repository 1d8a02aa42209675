import type { Messages } from '../messages/messages.ts';
import { CollectionEntries, type CollectionEntry } from './collection-entries.tsx';

export interface PagesBlockProps {
  readonly messages: Messages;
  /** Those to show, in order. */
  readonly entries: readonly CollectionEntry[];
  /** In all, of which `entries` may be the first. */
  readonly total: number;
  /** The page that lists all of them, where there is one. */
  readonly href?: string;
}

/** A list of pages in place in a page of text. */
export function PagesBlock({ messages, entries, total, href }: PagesBlockProps) {
  const words = messages.collection;
  return (
    <div class="pages-block data-block">
      {entries.length === 0 ? (
        <p class="empty">{words.empty}</p>
      ) : (
        <CollectionEntries messages={messages} entries={entries} />
      )}
      {href && entries.length < total && (
        <p class="block-more">
          <a href={href}>{words.all(words.entries(total))}</a>
        </p>
      )}
    </div>
  );
}
