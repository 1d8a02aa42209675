import type { RepositoryRecord } from '../../register/record.ts';
import { listCode } from '../../store/code-listing.ts';
import type { CodeRepositoryTable } from '../../store/code-tables.ts';
import { siteTitle } from '../../wiki/site.ts';
import { type Context, messagesOf, ownAddress } from '../context.ts';
import { escapeXml } from '../escape-xml.ts';
import type { Feed, FeedEntry } from '../feeds/feed.ts';
import { feedId } from '../feeds/feed-id.ts';
import { rfc3339 } from '../rfc3339.ts';
import { CODE, codePage } from './addresses.ts';
import { askedCode, codeAddressOf, codeParameters } from './asked-code.ts';
import { requestOf } from './search-of.ts';

const ENTRIES = 30;

/** The repositories that were made last, all or those of a search, as a feed. */
export async function latestFeed(context: Context, language: string): Promise<Feed> {
  const { ask, site, origin, query, assets } = context;
  const words = messagesOf(context, language).openData;
  const asked = { ...askedCode(query), sort: 'created' as const, page: 1 };
  const rows = await ask(listCode, requestOf(site, asked), { sort: 'created', limit: ENTRIES, offset: 0 });
  const name = siteTitle(site, language);
  const parameters = codeParameters(asked, ['sort']);
  const self = (extension: string) =>
    origin + ownAddress(site, `${CODE}/latest-repositories.${extension}`, language, parameters);
  return {
    id: feedId('register', origin, language, JSON.stringify(parameters)),
    title: words.latest(name),
    subtitle: words.latestText,
    href: origin + codeAddressOf(site, language, asked),
    self: { atom: self('atom'), json: self('json') },
    language,
    author: name,
    icon: origin + assets.icon,
    entries: rows.filter(({ created_at }) => created_at !== 0).map((row) => entry(context, language, row)),
  };
}

function entry({ site, origin }: Context, language: string, row: CodeRepositoryTable): FeedEntry {
  const { description, topics } = JSON.parse(row.record) as RepositoryRecord;
  const made = rfc3339(row.created_at);
  const summary = description ?? '';
  return {
    id: feedId('repository', row.key),
    title: row.name,
    href: origin + ownAddress(site, codePage('repository', row.address), language),
    language,
    published: made,
    updated: made,
    authors: [row.account],
    contributors: [],
    categories: topics,
    summary,
    html: `<p>${escapeXml(summary)}</p>`,
    translations: [],
  };
}
