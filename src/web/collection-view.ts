import { encodeAddress } from '../wiki/addresses.ts';
import type { CollectedPage } from '../wiki/collections.ts';
import type { CollectionEntry } from './views/collection-entries.tsx';

/** A page of a list as its reader sees it. */
export function collectionEntry({ page, date }: CollectedPage, language: string): CollectionEntry {
  return {
    label: page.title,
    href: encodeAddress(page.address),
    ...(page.description !== '' && { description: page.description }),
    ...(page.language !== language && { language: page.language }),
    ...(date !== undefined && { date }),
  };
}
