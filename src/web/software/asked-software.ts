import { softwareFacets } from '../../register/software/index-entry.ts';
import { SOFTWARE_SORTS, type SoftwareSort } from '../../store/software-listing.ts';
import type { Site } from '../../wiki/site.ts';
import { ownAddress } from '../context.ts';
import { SOFTWARE } from './addresses.ts';

/** A search of the catalogue as its address says it. */
export interface AskedSoftware {
  readonly text: string;
  readonly filters: Readonly<Record<string, string>>;
  readonly sort: SoftwareSort;
  /** From 1. */
  readonly page: number;
}

const MAX_TEXT = 300;
const MAX_VALUE = 500;
const MAX_PAGE = 10_000;

export const WHOLE: AskedSoftware = { text: '', filters: {}, sort: 'name', page: 1 };

export function askedSoftware({ settings }: Pick<Site, 'settings'>, query: URLSearchParams): AskedSoftware {
  const filters = softwareFacets(settings.software).flatMap((facet) => {
    const value = query.get(facet)?.trim().slice(0, MAX_VALUE).replaceAll('\0', '');
    return value ? [[facet, value] as const] : [];
  });
  return {
    text: (query.get('q') ?? '').trim().slice(0, MAX_TEXT),
    filters: Object.fromEntries(filters),
    sort: SOFTWARE_SORTS.find((sort) => sort === query.get('sort')) ?? WHOLE.sort,
    page: Math.min(Math.max(Math.floor(Number(query.get('page') ?? 1)) || 1, 1), MAX_PAGE),
  };
}

/** What the address holds, in one order whatever the order it was asked in; `without` leaves some out. */
export function softwareParameters(
  { text, filters, sort, page }: AskedSoftware,
  without: readonly string[] = [],
): readonly (readonly [string, string])[] {
  const all: (readonly [string, string])[] = [
    ...(text === '' ? [] : [['q', text] as const]),
    ...Object.entries(filters),
    ...(sort === WHOLE.sort ? [] : [['sort', sort] as const]),
    ...(page === 1 ? [] : [['page', String(page)] as const]),
  ];
  return all.filter(([name]) => !without.includes(name));
}

export function softwareAddress(site: Site, language: string, asked: Partial<AskedSoftware> = {}): string {
  return ownAddress(site, SOFTWARE, language, softwareParameters({ ...WHOLE, ...asked }));
}

/** All software that has one value of a facet. */
export function softwareWith(site: Site, language: string, facet: string, value: string): string {
  return softwareAddress(site, language, { filters: { [facet]: value } });
}
