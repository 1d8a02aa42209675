import type { RepositoryRecord } from '../../register/record.ts';
import { listCode } from '../../store/code-listing.ts';
import type { CodeRepositoryTable } from '../../store/code-tables.ts';
import { type Context, messagesOf, ownAddress } from '../context.ts';
import { escapeXml } from '../escape-xml.ts';
import type { FeedEntry } from '../feeds/feed.ts';
import { feedId } from '../feeds/feed-id.ts';
import { rfc3339 } from '../rfc3339.ts';
import { codePage } from './addresses.ts';
import { askedCode, codeAddressOf, codeParameters } from './asked-code.ts';
import type { CodeFeed } from './code-feed.ts';
import { requestOf } from './search-of.ts';

const ENTRIES = 30;

/** The repositories that were made last, all or those of a search. */
export async function latestRepositories(context: Context, language: string): Promise<CodeFeed> {
  const { ask, site, query } = context;
  const words = messagesOf(context, language).openData;
  const asked = { ...askedCode(query), sort: 'created' as const, page: 1 };
  const rows = await ask(listCode, requestOf(site, asked), { sort: 'created', limit: ENTRIES, offset: 0 });
  return {
    title: words.latest,
    subtitle: words.latestText,
    href: codeAddressOf(site, language, asked),
    parameters: codeParameters(asked, ['sort']),
    entries: rows
      .filter(({ created_at }) => created_at !== 0)
      .map((row) => repositoryEntry(context, language, row)),
  };
}

function repositoryEntry({ site, origin }: Context, language: string, row: CodeRepositoryTable): FeedEntry {
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
