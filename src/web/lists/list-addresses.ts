import { createHash } from 'node:crypto';
import type { Site } from '../../wiki/site.ts';
import { type Context, messagesOf, ownAddress } from '../context.ts';
import type { Link } from '../views/link.ts';
import type { ListPlace } from './list-place.ts';

export const LISTS = '/-/lists/';

type Place = Pick<ListPlace, 'name' | 'language'>;

/** The page of a list, or what is under it, encoded. */
export function listHref(
  site: Site,
  { name, language }: Place,
  query: Readonly<Record<string, string>> = {},
  under = '',
): string {
  return ownAddress(site, `${LISTS}${name}/${under}`, language, query);
}

/** A message by its Message-ID, or what is under it: `raw`, `t/`, `t.mbox.gz`. */
export function messageHref(site: Site, place: Place, messageId: string, under = ''): string {
  return listHref(site, place, {}, `${escapeId(messageId)}/${under}`);
}

/** A Message-ID as a segment of a path: public-inbox leaves the same characters as they are (RFC 3986, 3.3). */
export function escapeId(messageId: string): string {
  return encodeURIComponent(messageId.toWellFormed()).replace(/%(?:24|2B|2C|3A|3B|3D|40)/g, (code) =>
    decodeURIComponent(code),
  );
}

/** Where a message stands on the page of its thread: `m` and the SHA-1 of its name, as with public-inbox. */
export function anchorOf(messageId: string): string {
  return `m${createHash('sha1').update(messageId).digest('hex')}`;
}

/** What the messages of a list are under: all lists, and the list. */
export function parentsOf(context: Pick<Context, 'site'>, list: ListPlace): Link[] {
  const { site } = context;
  return [
    { label: messagesOf(context, list.language).lists.title, href: ownAddress(site, LISTS, list.language) },
    { label: list.title, href: listHref(site, list) },
  ];
}
