import type { Messages } from '../messages/messages.ts';
import { DateOf } from './date.tsx';
import { EntryTable, type ListedFile } from './entry-table.tsx';
import type { Link } from './link.ts';
import { type UnfollowedEntry, UnfollowedList } from './unfollowed-list.tsx';

export interface ListedPage extends Link {
  readonly description?: string;
  /** Last change, ISO 8601. */
  readonly changed?: string;
}

export interface ListedFolder extends Link {
  /** Pages in it and under it. */
  readonly pages: number;
}

export type { ListedFile } from './entry-table.tsx';

export type { UnfollowedEntry } from './unfollowed-list.tsx';

export interface FolderListingProps {
  readonly messages: Messages;
  readonly title: string;
  readonly pages: readonly ListedPage[];
  readonly folders: readonly ListedFolder[];
  readonly files: readonly ListedFile[];
  readonly unfollowed?: readonly UnfollowedEntry[];
}

/** Index of a folder that has no page of its own. */
export function FolderListing(props: FolderListingProps) {
  const { messages, title, pages, folders, files, unfollowed = [] } = props;
  const words = messages.listing;
  const empty = pages.length + folders.length + files.length + unfollowed.length === 0;
  return (
    <article class="folder-listing">
      <header class="page-header">
        <h1>{title}</h1>
      </header>
      {empty && <p class="empty">{words.empty}</p>}
      {pages.length > 0 && (
        <section>
          <h2 id="pages">{words.pages}</h2>
          <ul class="page-list">
            {pages.map(({ label, href, language, description, changed }) => (
              <li>
                <a href={href} lang={language} hreflang={language}>
                  {label}
                </a>
                {description && <p lang={language}>{description}</p>}
                {changed && (
                  <p class="changed">
                    <DateOf iso={changed} messages={messages} />
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {folders.length > 0 && (
        <section>
          <h2 id="folders">{words.folders}</h2>
          <ul class="folder-list">
            {folders.map(({ label, href, language, pages }) => (
              <li>
                <a href={href} lang={language} hreflang={language}>
                  {label}
                </a>{' '}
                <span class="count">{words.pageCount(pages)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {files.length > 0 && (
        <section>
          <h2 id="files">{words.files}</h2>
          <EntryTable messages={messages} files={files} labelledBy="files" />
        </section>
      )}
      {unfollowed.length > 0 && <UnfollowedList messages={messages} entries={unfollowed} />}
    </article>
  );
}
