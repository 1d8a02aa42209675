import { ForgeFault } from './fault.ts';
import type { ForgeClient } from './forge-client.ts';

/** A page as it was the last time, with what it was known by. */
export interface KeptPage {
  readonly etag: string;
  readonly items: readonly unknown[];
  readonly next: string | undefined;
}

/** Keeps pages from one run to the next. */
export interface KeptPages {
  find(url: string): Promise<KeptPage | undefined>;
  keep(url: string, page: KeptPage): Promise<void>;
}

export interface Listing {
  /** Of the size of pages: `per_page`, `limit`. */
  readonly sizeName: string;
  readonly size: number;
  /** Whether a page without links is the last: else the one after it is asked for. */
  readonly hasLinks?: boolean;
  /** Where the items of a page are, and the next page, of a forge that does not answer with a list. */
  readonly open?: (value: unknown) => { readonly items: unknown; readonly next: string | undefined };
  /** What is needed of an item, to be kept; undefined of one that cannot be read. */
  readonly take: (item: unknown) => unknown;
}

/** A listing is longer than any that is known. */
const MAX_PAGES = 20_000;

/** What is held of one listing: the rest of it is left out, and the listing is not complete. */
const MAX_ITEMS = 200_000;
const MIN_SIZE = 10;

/**
 * All items of a listing, by its `next` links (RFC 8288) and, where a forge sends none, by page numbers until one is empty.
 * Pages that are the same as the last time are not read again. A page that makes the forge fail is asked for in halves.
 * Says at the end whether every item could be read: not of a listing of more than 200,000.
 */
export async function listedPages(
  client: ForgeClient,
  address: string,
  listing: Listing,
  kept: KeptPages,
): Promise<{ readonly items: readonly unknown[]; readonly isComplete: boolean }> {
  let { size } = listing;
  for (;;) {
    try {
      return await listedBy(client, sized(address, listing.sizeName, size), listing, kept);
    } catch (error) {
      const isHeavy = error instanceof ForgeFault && ['forge-fault', 'too-large'].includes(error.reason);
      if (!isHeavy || size <= MIN_SIZE) throw error;
      size = Math.max(MIN_SIZE, Math.floor(size / 2));
    }
  }
}

async function listedBy(client: ForgeClient, first: string, listing: Listing, kept: KeptPages) {
  const items: unknown[] = [];
  const seen = new Set<string>();
  let isComplete = true;
  let last = '';
  let url: string | undefined = first;
  for (let pages = 0; url !== undefined; pages++) {
    // A `next` that leads back would go on for ever.
    if (seen.has(url) || pages === MAX_PAGES) throw new ForgeFault('forge-fault', url);
    if (items.length >= MAX_ITEMS) return { items, isComplete: false };
    seen.add(url);
    const page = await pageAt(client, url, listing, kept);
    // A forge that heeds no page number would give its first page for ever; who knows what else it has.
    const same = JSON.stringify(page.items);
    if (page.items.length > 0 && same === last && !seen.has(page.next ?? ''))
      return { items, isComplete: false };
    last = same;
    for (const item of page.items) if (item !== null) items.push(item);
    isComplete &&= !page.items.includes(null);
    url = page.next;
  }
  return { items, isComplete };
}

async function pageAt(
  client: ForgeClient,
  url: string,
  { take, hasLinks = false, open }: Listing,
  kept: KeptPages,
): Promise<Pick<KeptPage, 'items' | 'next'>> {
  const before = await kept.find(url);
  const { status, headers, value } = await client.get(url, before?.etag);
  if (status === 304 && before) return before;
  const opened = open?.(value);
  const found = opened ? opened.items : value;
  if (!Array.isArray(found)) throw new ForgeFault('not-json', url);
  const items = found.map((item) => take(item) ?? null);
  const link = opened?.next ? `<${opened.next}>; rel="next"` : [headers.link ?? []].flat().join(', ');
  // A forge that sends no links is asked for the page after the one that had something.
  const isLinked = hasLinks || link !== '';
  const next = isLinked ? nextLink(link, url) : items.length > 0 ? pageAfter(url) : undefined;
  if (headers.etag !== undefined) await kept.keep(url, { etag: headers.etag, items, next });
  return { items, next };
}

/**
 * The target of `rel="next"`, asked of the same host: a listing does not go on elsewhere, but a forge may be asked at
 * another address than the one it believes to have.
 */
export function nextLink(header: string | undefined, from: string): string | undefined {
  for (const [, target = '', parameters = ''] of (header ?? '').matchAll(/<([^>]*)>([^,<]*)/g)) {
    if (!/;\s*rel="?(?:[^"]*\s)?next(?:\s[^"]*)?"?(?:;|\s*$)/i.test(parameters)) continue;
    const next = URL.parse(target, from);
    return next ? new URL(next.pathname + next.search, from).href : undefined;
  }
  return undefined;
}

function pageAfter(url: string): string {
  const next = new URL(url);
  next.searchParams.set('page', String(Number(next.searchParams.get('page') ?? 1) + 1));
  return next.href;
}

function sized(address: string, name: string, size: number): string {
  const url = new URL(address);
  url.searchParams.set(name, String(size));
  return url.href;
}
