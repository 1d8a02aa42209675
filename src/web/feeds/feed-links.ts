import type { Site } from '../../wiki/site.ts';
import type { Alternate } from '../views/head.tsx';
import { type FeedFormat, type Followed, feedAddress } from './addresses.ts';

/** What each form of a feed is, to programs. */
export const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

/** The links by which a page tells programs of the feed that follows it (HTML, "Link type alternate"). */
export function feedLinks(site: Site, followed: Followed, language: string, title: string): Alternate[] {
  return (['atom', 'json'] as const).map((format) => ({
    type: FEED_TYPES[format],
    href: feedAddress(site, followed, language, format),
    title,
  }));
}
