import { purlWithoutVersion } from '../../register/dependencies/purl.ts';
import { CODE_FILTERS, type CodeFilterName } from '../../store/code-facets.ts';
import { CODE_SORTS, type CodeSort } from '../../store/code-listing.ts';
import type { Site } from '../../wiki/site.ts';
import { ownAddress } from '../context.ts';
import { CODE } from './addresses.ts';

/** A search of the register as its address says it. */
export interface AskedCode {
  readonly text: string;
  readonly filters: { readonly [F in CodeFilterName]?: string };
  readonly sort: CodeSort;
  /** From 1. */
  readonly page: number;
}

const MAX_TEXT = 300;
const MAX_VALUE = 500;
const MAX_PAGE = 10_000;

export function askedCode(query: URLSearchParams): AskedCode {
  const filters = CODE_FILTERS.flatMap((name) => {
    const value = query.get(name)?.trim().slice(0, MAX_VALUE).replaceAll('\0', '');
    return value ? [[name, name === 'dependency' ? purlWithoutVersion(value) : value] as const] : [];
  });
  return {
    text: (query.get('q') ?? '').trim().slice(0, MAX_TEXT),
    filters: Object.fromEntries(filters),
    sort: CODE_SORTS.find((sort) => sort === query.get('sort')) ?? 'score',
    page: Math.min(Math.max(Math.floor(Number(query.get('page') ?? 1)) || 1, 1), MAX_PAGE),
  };
}

/** What the address holds, in one order whatever the order it was asked in; `without` leaves some out. */
export function codeParameters(
  { text, filters, sort, page }: AskedCode,
  without: readonly string[] = [],
): readonly (readonly [string, string])[] {
  const all: (readonly [string, string])[] = [
    ...(text === '' ? [] : [['q', text] as const]),
    ...CODE_FILTERS.flatMap((name) => (filters[name] === undefined ? [] : [[name, filters[name]] as const])),
    ...(sort === 'score' ? [] : [['sort', sort] as const]),
    ...(page === 1 ? [] : [['page', String(page)] as const]),
  ];
  return all.filter(([name]) => !without.includes(name));
}

export function codeAddressOf(site: Site, language: string, asked: AskedCode): string {
  return ownAddress(site, CODE, language, codeParameters(asked));
}

/** All repositories that have one value of a facet, or depend on a package. */
export function codeWith(site: Site, language: string, facet: CodeFilterName, value: string): string {
  return codeAddressOf(site, language, { text: '', filters: { [facet]: value }, sort: 'score', page: 1 });
}
