import { escapeXml } from '../escape-xml.ts';
import { type Feed, type FeedEntry, feedUpdated } from './feed.ts';

/** A feed as RSS 2.0 (rssboard.org/rss-specification), for readers that only know that. */
export function rss(feed: Feed, self: string): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    '<channel>',
    element('title', feed.title),
    element('link', feed.href),
    element('description', feed.subtitle),
    element('language', feed.language),
    element('lastBuildDate', rfc822(feedUpdated(feed))),
    `<atom:link rel="self" type="application/rss+xml" href="${escapeXml(self)}"/>`,
    '<generator>Greffe</generator>',
    ...feed.entries.map(item),
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}

function item({ title, href, id, summary, published, categories }: FeedEntry): string {
  return [
    '<item>',
    element('title', title),
    element('link', href),
    `<guid isPermaLink="false">${escapeXml(id)}</guid>`,
    element('description', summary),
    ...categories.map((category) => element('category', category)),
    element('pubDate', rfc822(published)),
    '</item>',
  ].join('');
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

/** As RFC 822 writes an instant, with the four digits of RFC 2822. */
function rfc822(iso: string): string {
  return new Date(iso).toUTCString().replace('GMT', '+0000');
}
