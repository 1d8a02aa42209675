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
import { webLink } from './web-link.ts';

/** The newest releases are those of as many repositories at most. */
const ENTRIES = 30;

/** The newest releases, of all repositories or of those of a search. */
export async function latestReleases(context: Context, language: string): Promise<CodeFeed> {
  const { ask, site, query } = context;
  const words = messagesOf(context, language).openData;
  const asked = { ...askedCode(query), sort: 'released' as const, page: 1 };
  const rows = await ask(listCode, requestOf(site, asked), { sort: 'released', limit: ENTRIES, offset: 0 });
  return {
    title: words.releases,
    subtitle: words.releasesText,
    href: codeAddressOf(site, language, asked),
    parameters: codeParameters(asked, ['sort']),
    entries: rows
      .flatMap((row) => releaseEntries(context, language, row))
      .toSorted((a, b) => (a.updated > b.updated ? -1 : 1))
      .slice(0, ENTRIES),
  };
}

function releaseEntries({ site, origin }: Context, language: string, row: CodeRepositoryTable): FeedEntry[] {
  const { releases } = JSON.parse(row.record) as RepositoryRecord;
  return (releases ?? []).flatMap(({ tag, name, date, url }) => {
    const time = Date.parse(date ?? '');
    if (Number.isNaN(time)) return [];
    const moment = rfc3339(Math.floor(time / 1000));
    const summary = name ?? tag;
    return {
      id: feedId('release', row.key, tag),
      title: `${row.name} ${tag}`,
      href: webLink(url) ?? origin + ownAddress(site, codePage('repository', row.address), language),
      language,
      published: moment,
      updated: moment,
      authors: [row.account],
      contributors: [],
      categories: [],
      summary,
      html: `<p>${escapeXml(summary)}</p>`,
      translations: [],
    };
  });
}
