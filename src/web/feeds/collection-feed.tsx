import { fileAt } from '../../store/files.ts';
import { versionsOf } from '../../store/history.ts';
import { pageFactsAt, pagesOfFamilies } from '../../store/pages.ts';
import { encodeAddress } from '../../wiki/addresses.ts';
import { ianaZone, UTC, utcOf } from '../../wiki/calendars/zones.ts';
import { type CollectedPage, pagesOfFolder } from '../../wiki/collections.ts';
import { MAX_PAGE_BYTES, readFacts } from '../../wiki/page.ts';
import { type Context, messagesOf } from '../context.ts';
import { rfc3339 } from '../rfc3339.ts';
import { type Room, roomOfFeed, within } from './bounded-html.ts';
import type { FeedEntry } from './feed.ts';
import { feedHtml } from './feed-html.ts';
import { feedId } from './feed-id.ts';
import { pageHtml } from './file-change.tsx';

const MAX_PAGES = 30;
const MAX_VERSIONS = 5_000;

/** The newest pages of a folder and those below it, in full, each in the reader's language where it has been translated. */
export async function pageEntries(context: Context, folder: string, language: string): Promise<FeedEntry[]> {
  const pages = await pagesOfFolder(context.ask, folder, language, 'date', context.site);
  const room = roomOfFeed();
  const entries: FeedEntry[] = [];
  for (const page of pages.slice(0, MAX_PAGES)) entries.push(await pageEntry(context, page, language, room));
  return entries;
}

async function pageEntry(
  context: Context,
  { page, date }: CollectedPage,
  language: string,
  room: Room,
): Promise<FeedEntry> {
  const { ask, site, origin, wiki } = context;
  const words = messagesOf(context, language).feed;
  const href = origin + encodeAddress(page.address);
  const versions = await ask(versionsOf, page.path, MAX_VERSIONS);
  const [last, first] = [versions[0], versions.at(-1)];
  const file = await ask(fileAt, page.path);
  const facts = readFacts((await ask(pageFactsAt, page.path)) ?? '{}');
  const relatives = await ask(pagesOfFamilies, [page.family]);
  const readOn = `${(
    <p>
      <a href={href}>{words.readOn}</a>
    </p>
  )}`;
  const html = async () =>
    file && (file.size ?? 0) <= MAX_PAGE_BYTES
      ? await pageHtml(context, page.path, await wiki.objects.read(file.oid), language)
      : readOn;
  const [author, ...others] = new Set(versions.toReversed().map(({ author_name }) => author_name));
  const published = date === undefined ? (first?.author_time ?? 0) : startOfDay(date, site.settings.timezone);
  return {
    // The page keeps it through its renames, and the site through its moves.
    id: feedId('page', first?.path ?? page.path, first?.commit_id ?? ''),
    title: page.title,
    href,
    language: page.language,
    published: rfc3339(published),
    updated: rfc3339(last?.author_time ?? published),
    authors: [author || words.unknownPerson],
    contributors: others.filter((name) => name !== '').slice(0, 10),
    categories: facts.tags,
    summary: page.description,
    html: feedHtml(await within(room, html, readOn), href),
    translations: relatives
      .filter((relative) => relative.unlisted === 0 && relative.language !== page.language)
      .map((relative) => ({ language: relative.language, href: origin + encodeAddress(relative.address) })),
  };
}

/** The first second of a day (YYYY-MM-DD) in a zone. */
function startOfDay(day: string, zone: string): number {
  return utcOf(ianaZone(zone) ?? UTC, Date.parse(`${day}T00:00:00Z`)) / 1000;
}
