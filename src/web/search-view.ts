import { folderTitle } from '../wiki/folder-title.ts';
import type { FacetCount, SearchAnswer, SearchFilters, SearchResult } from '../wiki/search/results.ts';
import { endonym, SEARCH } from './chrome.ts';
import { type Context, messagesOf, ownAddress } from './context.ts';
import type { SearchChoice, SearchFilter, SearchHit } from './views/search-page.tsx';

/** A search as its address says it. */
export interface AskedSearch {
  readonly text: string;
  readonly filters: SearchFilters;
  /** From 1. */
  readonly page: number;
}

type FilterName = keyof SearchAnswer['facets'];

/** The filters in the order people need them, and how their values are said. */
const FILTERS: readonly FilterName[] = ['kind', 'language', 'section'];

const MAX_CHOICES = 12;

/** What is not written so is the name of no language (BCP 47, section 2.1). */
const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;

/** The address of a search for a reader of `language`; what is chosen by nothing is left out. */
export function searchAddress({ site }: Context, asked: AskedSearch, language: string): string {
  const { text, filters, page } = asked;
  const chosen = FILTERS.flatMap((name) =>
    filters[name] === undefined ? [] : [[name, filters[name]] as const],
  );
  return ownAddress(site, SEARCH, language, [
    ['q', text],
    ...chosen,
    ...(page > 1 ? [['page', String(page)] as const] : []),
  ]);
}

/** Filters with something to choose: one that is chosen, or that has two values. */
export function searchFilters(
  context: Context,
  asked: AskedSearch,
  facets: SearchAnswer['facets'],
  language: string,
): SearchFilter[] {
  const messages = messagesOf(context, language);
  return FILTERS.flatMap((name) => {
    const counts = facets[name];
    const chosen = asked.filters[name];
    if (chosen === undefined && counts.length < 2) return [];
    const href = (value: string | undefined) => {
      const { [name]: _, ...others } = asked.filters;
      const filters = value === undefined ? others : { ...others, [name]: value };
      return searchAddress(context, { ...asked, filters, page: 1 }, language);
    };
    const choice = ({ value, count }: Partial<FacetCount> & { value: string }): SearchChoice => ({
      label: valueName(context, name, value, language),
      href: href(value),
      selected: value === chosen,
      ...(count !== undefined && { count: messages.number(count) }),
      ...(name === 'language' && { language: value }),
    });
    const missing = chosen !== undefined && !counts.some(({ value }) => value === chosen);
    const all: SearchChoice = {
      label: messages.search.any,
      href: href(undefined),
      selected: chosen === undefined,
    };
    const choices = [...counts.slice(0, MAX_CHOICES), ...(missing ? [{ value: chosen }] : [])].map(choice);
    return [{ name: messages.search[name], choices: [all, ...choices] }];
  });
}

function valueName(context: Context, filter: FilterName, value: string, language: string): string {
  const { search } = messagesOf(context, language);
  if (filter === 'section') return sectionName(context, value, language);
  if (filter === 'language') return LANGUAGE_TAG.test(value) ? endonym(value) : value;
  return search.manyOf[value as keyof typeof search.manyOf] ?? value;
}

function sectionName(context: Context, section: string, language: string): string {
  if (section === '') return messagesOf(context, language).search.root;
  return folderTitle(section, language, context.site);
}

/** A result as its reader sees it. */
export function searchHit(context: Context, result: SearchResult, language: string): SearchHit {
  const { address, kind, section, heading, titleSegments, excerpt } = result;
  const place = [
    ...(section === '' ? [] : [sectionName(context, section, language)]),
    ...(heading === undefined ? [] : [heading]),
  ];
  return { href: address, kind, language: result.language, title: titleSegments, place, excerpt };
}
