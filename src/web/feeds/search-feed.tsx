import { lastVersion } from '../../store/history.ts';
import { pageOfAddress } from '../../store/pages.ts';
import { type SearchResult, search } from '../../wiki/search/search.ts';
import { percentDecode } from '../../wiki/targets.ts';
import { type Context, messagesOf } from '../context.ts';
import { rfc3339 } from '../rfc3339.ts';
import type { FeedEntry } from './feed.ts';
import { feedId } from './feed-id.ts';

const MAX_RESULTS = 30;

/** What a search finds, the best first: an excerpt of each, since anyone may search for anything. */
export async function searchEntries(context: Context, text: string, language: string): Promise<FeedEntry[]> {
  const { results } = await search(context.ask, { text, language, limit: MAX_RESULTS }, context.site);
  return await Promise.all(results.map((result) => resultEntry(context, result, language)));
}

async function resultEntry(context: Context, result: SearchResult, language: string): Promise<FeedEntry> {
  const { ask, origin } = context;
  const [place = ''] = result.address.split(/[#?]/, 1);
  const address = percentDecode(place);
  const page = await ask(pageOfAddress, address);
  const path = page?.path ?? address.replace(/^\/(?:-\/(?:table|calendar)\/)?/, '');
  const version = await ask(lastVersion, path);
  const changed = rfc3339(version?.committer_time ?? 0);
  return {
    id: feedId('found', place, result.kind === 'page' ? '' : result.address),
    title: result.title,
    href: origin + result.address,
    language: result.language,
    published: changed,
    updated: changed,
    authors: [version?.author_name || messagesOf(context, language).feed.unknownPerson],
    contributors: [],
    categories: result.section === '' ? [] : [result.section],
    summary: result.excerpt.map((segment) => segment.text).join(''),
    html: `${<p>{result.excerpt.map((segment) => (segment.matched ? <mark>{segment.text}</mark> : segment.text))}</p>}`,
    translations: [],
  };
}
