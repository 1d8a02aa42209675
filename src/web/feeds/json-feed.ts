import type { Feed, FeedEntry } from './feed.ts';

/** A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function jsonFeed(feed: Feed): string {
  const written = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.subtitle,
    home_page_url: feed.href,
    feed_url: feed.self.json,
    ...(feed.next && { next_url: feed.next.json }),
    favicon: feed.icon,
    authors: [{ name: feed.author }],
    language: feed.language,
    items: feed.entries.map(item),
  };
  return `${JSON.stringify(written)}\n`;
}

function item(entry: FeedEntry) {
  const people = [...entry.authors, ...entry.contributors];
  return {
    id: entry.id,
    url: entry.href,
    title: entry.title.toWellFormed(),
    content_html: entry.html.toWellFormed(),
    ...(entry.summary !== '' && { summary: entry.summary.toWellFormed() }),
    date_published: entry.published,
    date_modified: entry.updated,
    ...(people.length > 0 && { authors: people.map((name) => ({ name: name.toWellFormed() })) }),
    ...(entry.categories.length > 0 && { tags: entry.categories }),
    language: entry.language,
  };
}
