import type { RepositoryRecord } from '../../register/record.ts';
import { listCode } from '../../store/code-listing.ts';
import type { CodeRepositoryTable } from '../../store/code-tables.ts';
import { type Context, messagesOf, ownAddress } from '../context.ts';
import { codePage } from '../register/addresses.ts';
import { codeRequest } from '../register/code-request.ts';
import { webLink } from '../register/web-link.ts';
import { rfc3339 } from '../rfc3339.ts';
import type { CodeFollowed } from './addresses.ts';
import type { FeedEntry } from './feed.ts';
import { feedId } from './feed-id.ts';

const MAX_ENTRIES = 30;

/** The newest repositories, or the newest releases, of those that a search and its filters list. */
export async function codeEntries(
  context: Context,
  { what, asked }: CodeFollowed,
  language: string,
): Promise<FeedEntry[]> {
  const sort = what === 'repositories' ? 'created' : 'released';
  const rows = await context.ask(listCode, codeRequest(context, asked), {
    sort,
    limit: MAX_ENTRIES,
    offset: 0,
  });
  if (what === 'repositories') return rows.map((row) => repositoryEntry(context, row, language));
  // The newest releases of all are releases of those that released last.
  return rows
    .flatMap((row) => releaseEntries(context, row, language))
    .toSorted((a, b) => b.updated.localeCompare(a.updated))
    .slice(0, MAX_ENTRIES);
}

function repositoryEntry(context: Context, row: CodeRepositoryTable, language: string): FeedEntry {
  const { site, origin } = context;
  const messages = messagesOf(context, language);
  const record = JSON.parse(row.record) as RepositoryRecord;
  const created = rfc3339(row.created_at);
  return {
    id: feedId('repository', row.key),
    title: `${record.organization_name}/${record.name}`,
    href: origin + ownAddress(site, codePage('repository', row.address), language),
    language,
    published: created,
    updated: created,
    authors: [record.organization_name || row.account],
    contributors: [],
    categories: categoriesOf(row),
    summary: record.description ?? '',
    html: `${(
      <>
        <p>{record.description ?? messages.code.noDescription}</p>
        {row.created_at > 0 && <p>{messages.codeFeeds.created(messages.date(created))}</p>}
        <CodeLink url={record.repository_url} />
      </>
    )}`,
    translations: [],
  };
}

function releaseEntries(context: Context, row: CodeRepositoryTable, language: string): FeedEntry[] {
  const { site, origin } = context;
  const messages = messagesOf(context, language);
  const record = JSON.parse(row.record) as RepositoryRecord;
  return (record.releases ?? []).flatMap(({ tag, name, date, url }) => {
    const time = Date.parse(date ?? '');
    if (Number.isNaN(time)) return [];
    const published = rfc3339(Math.floor(time / 1000));
    return [
      {
        id: feedId('release', row.key, tag),
        title: messages.codeFeeds.releaseOf(record.name, name?.trim() || tag),
        href: origin + ownAddress(site, codePage('repository', row.address), language),
        language,
        published,
        updated: published,
        authors: [record.organization_name || row.account],
        contributors: [],
        categories: categoriesOf(row),
        summary: '',
        html: `${(
          <>
            <p>{messages.codeFeeds.released(record.name, messages.date(published))}</p>
            <CodeLink url={url ?? record.repository_url} />
          </>
        )}`,
        translations: [],
      },
    ];
  });
}

function CodeLink({ url }: { readonly url: string }) {
  const href = webLink(url);
  return (
    href !== undefined && (
      <p>
        <a href={href}>{href}</a>
      </p>
    )
  );
}

function categoriesOf({ language, licence }: CodeRepositoryTable): string[] {
  return [language, licence].filter((one) => one !== null);
}
