import { rfc3339 } from '../rfc3339.ts';
import type { FeedFormat } from './addresses.ts';

/** A feed, whatever it is written as. Addresses are absolute, dates as RFC 3339 has them, in UTC. */
export interface Feed {
  /** A URI that never changes, whatever becomes of the site's address. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** The page that the feed follows. */
  readonly href: string;
  /** The feed itself. */
  readonly self: Readonly<Record<FeedFormat, string>>;
  /** What came before its oldest entry (RFC 5005, section 3). */
  readonly next?: Readonly<Record<FeedFormat, string>>;
  readonly language: string;
  /** Who answers for entries that name nobody. */
  readonly author: string;
  readonly icon: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** As that of the feed. */
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly language: string;
  readonly published: string;
  readonly updated: string;
  /** Names of people; no address. */
  readonly authors: readonly string[];
  readonly contributors: readonly string[];
  readonly categories: readonly string[];
  readonly summary: string;
  /** Safe HTML whose links are absolute. */
  readonly html: string;
  /** The same in other languages. */
  readonly translations: readonly { readonly language: string; readonly href: string }[];
}

/** When a feed last changed: as its newest entry. */
export function feedUpdated({ entries }: Feed): string {
  const dates = entries.map(({ updated }) => updated).toSorted();
  return dates.at(-1) ?? rfc3339(0);
}
