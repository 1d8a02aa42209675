import { search, suggest } from '../../wiki/search/search.ts';
import { type Answer, answer } from '../answer.ts';
import { SEARCH } from '../chrome.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../context.ts';
import { feedAddress } from '../feeds/addresses.ts';
import { ownPage } from '../own-page.tsx';
import { type AskedSearch, searchAddress, searchFilters, searchHit } from '../search-view.ts';
import { SearchPage, type SearchPageProps } from '../views/search-page.tsx';

const PER_PAGE = 20;

/** Who looks further has not found the right words. */
const MAX_PAGES = 25;
const MAX_TEXT = 1_000;

/** What answers a search: `/-/search?q=TEXT`, with `kind`, `language`, `section` and `page`. */
export async function searchPage(context: Context): Promise<Answer> {
  const { site } = context;
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const asked = readSearch(context.query);
  const kept = language === site.defaultLanguage ? [] : [['lang', language] as const];
  const found = asked.text === '' ? undefined : await findAll(context, asked, language);
  const title = asked.text === '' ? messages.search.title : messages.search.titleOf(asked.text);
  return await ownPage(context, {
    language,
    title,
    href: ownAddress(site, SEARCH, language),
    searches: true,
    ...(found?.feedHref !== undefined && {
      alternates: [{ href: found.feedHref, type: 'application/atom+xml', title }],
    }),
    content: (
      <SearchPage
        messages={messages}
        action={SEARCH}
        kept={kept}
        text={asked.text}
        {...(found && { found })}
      />
    ),
  });
}

function readSearch(query: URLSearchParams): AskedSearch {
  const page = Number.parseInt(query.get('page') ?? '1', 10) || 1;
  const chosen = (['kind', 'language', 'section'] as const).flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[name, value]];
  });
  return {
    text: (query.get('q') ?? '').trim().slice(0, MAX_TEXT),
    filters: Object.fromEntries(chosen),
    page: Math.min(Math.max(page, 1), MAX_PAGES),
  };
}

async function findAll(
  context: Context,
  asked: AskedSearch,
  language: string,
): Promise<NonNullable<SearchPageProps['found']>> {
  const { ask, site } = context;
  const { text, filters, page } = asked;
  const offset = (page - 1) * PER_PAGE;
  const found = await search(ask, { text, language, filters, offset, limit: PER_PAGE }, site);
  const to = (change: Partial<AskedSearch>) => searchAddress(context, { ...asked, ...change }, language);
  const { didYouMean } = found;
  const goesOn = offset + found.results.length < found.total;
  return {
    total: found.total,
    exact: found.totalIsExact,
    first: offset + 1,
    hits: found.results.map((result) => searchHit(context, result, language)),
    filters: searchFilters(context, asked, found.facets, language),
    relaxed: found.relaxed ?? false,
    feedHref: feedAddress(site, { kind: 'search', text }, language),
    endsHere: goesOn && page === MAX_PAGES,
    ...(didYouMean !== undefined && {
      didYouMean: { label: didYouMean, href: to({ text: didYouMean, page: 1 }) },
    }),
    ...(Object.keys(filters).length > 0 && { unfilteredHref: to({ filters: {}, page: 1 }) }),
    ...(page > 1 && { previousHref: to({ page: page - 1 }) }),
    ...(goesOn && page < MAX_PAGES && { nextHref: to({ page: page + 1 }) }),
  };
}

/** What a reader may be about to type: `/-/search/suggestions?q=BEGINNING`, as JSON. */
export async function searchSuggestions(context: Context): Promise<Answer> {
  const { ask, site, query } = context;
  const language = askedLanguage(context);
  const { kinds } = messagesOf(context, language).search;
  const { text } = readSearch(query);
  const suggestions = text.length < 2 ? [] : await suggest(ask, text, language, site);
  const said = suggestions.map(({ label, address, kind, language: own }) => ({
    label,
    href: kind === 'word' ? searchAddress(context, { text: label, filters: {}, page: 1 }, language) : address,
    kind: kinds[kind],
    language: own,
  }));
  return answer(200, `${JSON.stringify(said)}\n`, {
    'content-type': 'application/json; charset=utf-8',
    vary: 'accept, accept-encoding',
  });
}
