import { encodeAddress } from '../../wiki/addresses.ts';
import { dataKind } from '../../wiki/data-addresses.ts';
import type { Site } from '../../wiki/site.ts';
import { ownAddress } from '../context.ts';
import { type AskedCode, askedCode, codeParameters } from '../register/asked-code.ts';

export type FeedFormat = 'atom' | 'json';

/** What may be followed. A path is a file's, from the root of the wiki; the root folder is `''`. */
export type Followed =
  | { readonly kind: 'recent' }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'collection'; readonly name: string }
  | { readonly kind: 'search'; readonly text: string }
  /** The table of supported software; a row of it, by its key. */
  | { readonly kind: 'software'; readonly key?: string }
  | CodeFollowed;

/** New repositories or releases of the register, of those that a search and its filters list. */
export interface CodeFollowed {
  readonly kind: 'code';
  readonly what: 'repositories' | 'releases';
  readonly asked: Pick<AskedCode, 'text' | 'filters'>;
}

/** The address of a feed, encoded, for a reader of `language`; of what came before a commit, when it is named. */
export function feedAddress(
  site: Site,
  followed: Followed,
  language: string,
  format: FeedFormat = 'atom',
  before?: string,
): string {
  const query = {
    ...(followed.kind === 'search' && { q: followed.text }),
    ...(followed.kind === 'code' &&
      Object.fromEntries(codeParameters({ ...followed.asked, sort: 'score', page: 1 }))),
    ...(before !== undefined && { before }),
  };
  return ownAddress(site, `/-/feeds/${nameOfFeed(followed)}.${format}`, language, query);
}

/** The page that explains how to follow, about what the reader was reading. */
export function followAddress(site: Site, followed: Followed, language: string): string {
  const query: Record<string, string> =
    followed.kind === 'file'
      ? { page: followed.path }
      : followed.kind === 'folder' && followed.folder !== ''
        ? { folder: followed.folder }
        : {};
  return ownAddress(site, '/-/follow', language, query);
}

function nameOfFeed(followed: Followed): string {
  switch (followed.kind) {
    case 'recent':
    case 'search':
      return followed.kind;
    case 'folder':
      return followed.folder === '' ? 'recent' : `folder${encodeAddress(`/${followed.folder}`)}`;
    case 'file':
      return `${dataKind(followed.path) ?? 'page'}${encodeAddress(`/${followed.path}`)}`;
    case 'code':
      return `code/${followed.what}`;
    case 'collection':
      return `collections${encodeAddress(`/${followed.name}`)}`;
    case 'software':
      return followed.key === undefined ? 'software' : `software${encodeAddress(`/${followed.key}`)}`;
  }
}

const FEED = /^\/-\/feeds\/([a-z]+)(?:\/(.+))?\.(atom|json)$/s;

/** What the feed at an address follows, and how it is written: the inverse of {@link feedAddress}. */
export function followedAt(
  address: string,
  query: URLSearchParams,
): { readonly followed: Followed; readonly format: FeedFormat } | undefined {
  const [, kind, name, format] = FEED.exec(address) ?? [];
  const followed = followedNamed(kind, name, query);
  return followed && { followed, format: format as FeedFormat };
}

function followedNamed(
  kind: string | undefined,
  name: string | undefined,
  query: URLSearchParams,
): Followed | undefined {
  if (name === undefined) {
    if (kind === 'recent' || kind === 'software') return { kind };
    return kind === 'search' ? { kind, text: query.get('q') ?? '' } : undefined;
  }
  switch (kind) {
    case 'folder':
      return { kind, folder: name };
    case 'page':
    case 'table':
    case 'calendar':
      return (dataKind(name) ?? 'page') === kind ? { kind: 'file', path: name } : undefined;
    case 'code':
      return name === 'repositories' || name === 'releases'
        ? { kind, what: name, asked: askedCode(query) }
        : undefined;
    case 'collections':
      return { kind: 'collection', name };
    case 'software':
      return { kind, key: name };
    default:
      return undefined;
  }
}
