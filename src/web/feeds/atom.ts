import { escapeXml } from '../escape-xml.ts';
import { type Feed, type FeedEntry, feedUpdated } from './feed.ts';

/** A feed as Atom (RFC 4287), in pages (RFC 5005, section 3). */
export function atom(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">`,
    element('id', feed.id),
    element('title', feed.title),
    element('subtitle', feed.subtitle),
    element('updated', feedUpdated(feed)),
    person('author', feed.author),
    link('alternate', feed.href, 'text/html'),
    link('alternate', feed.self.json, 'application/feed+json'),
    link('self', feed.self.atom, 'application/atom+xml'),
    ...(feed.next ? [link('next', feed.next.atom, 'application/atom+xml')] : []),
    element('icon', feed.icon),
    '<generator>Greffe</generator>',
    ...feed.entries.map(entryXml),
    '</feed>',
    '',
  ].join('\n');
}

function entryXml(entry: FeedEntry): string {
  return [
    `<entry xml:lang="${escapeXml(entry.language)}">`,
    element('id', entry.id),
    element('title', entry.title),
    element('updated', entry.updated),
    element('published', entry.published),
    ...entry.authors.map((name) => person('author', name)),
    ...entry.contributors.map((name) => person('contributor', name)),
    link('alternate', entry.href, 'text/html', entry.language),
    ...entry.translations.map(({ language, href }) => link('alternate', href, 'text/html', language)),
    ...entry.categories.map((term) => `<category term="${escapeXml(term)}"/>`),
    ...(entry.summary === '' ? [] : [element('summary', entry.summary)]),
    `<content type="html">${escapeXml(entry.html)}</content>`,
    '</entry>',
  ].join('');
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function person(role: 'author' | 'contributor', name: string): string {
  return `<${role}>${element('name', name)}</${role}>`;
}

function link(rel: string, href: string, type: string, language?: string): string {
  const hreflang = language === undefined ? '' : ` hreflang="${escapeXml(language)}"`;
  return `<link rel="${rel}" type="${type}"${hreflang} href="${escapeXml(href)}"/>`;
}
