/** An entry of a feed. `id` is a URI that never changes; dates are ISO 8601; `html` is safe. */
export interface AtomEntry {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly updated: string;
  readonly published?: string;
  readonly language?: string;
  readonly summary?: string;
}

export interface AtomFeed {
  readonly id: string;
  readonly title: string;
  /** The page that the feed follows, and the feed itself: absolute addresses. */
  readonly href: string;
  readonly selfHref: string;
  readonly language: string;
  readonly author: string;
  readonly entries: readonly AtomEntry[];
}

/** A feed as Atom (RFC 4287). */
export function atom(feed: AtomFeed): string {
  const updated =
    feed.entries
      .map((entry) => entry.updated)
      .toSorted()
      .at(-1) ?? '1970-01-01T00:00:00Z';
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">`,
    `<id>${escapeXml(feed.id)}</id>`,
    `<title>${escapeXml(feed.title)}</title>`,
    `<updated>${updated}</updated>`,
    `<author><name>${escapeXml(feed.author)}</name></author>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(feed.href)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(feed.selfHref)}"/>`,
    ...feed.entries.map(entryXml),
    '</feed>',
    '',
  ].join('\n');
}

function entryXml({ id, title, href, updated, published, language, summary }: AtomEntry): string {
  const lang = language === undefined ? '' : ` xml:lang="${escapeXml(language)}"`;
  return [
    `<entry${lang}>`,
    `<id>${escapeXml(id)}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<updated>${updated}</updated>`,
    ...(published === undefined ? [] : [`<published>${published}</published>`]),
    `<link rel="alternate" type="text/html" href="${escapeXml(href)}"/>`,
    ...(summary === undefined ? [] : [`<summary>${escapeXml(summary)}</summary>`]),
    '</entry>',
  ].join('');
}

/** Text as XML (section 2.4), without the characters that XML 1.0 has not (section 2.2). */
export function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
