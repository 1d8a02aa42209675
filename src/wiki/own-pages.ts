import { encodeAddress } from './addresses.ts';
import type { Site } from './site.ts';

/** The pages around those of the wiki to which one may write a link. */
const PAGES = new Set(['recent', 'follow', 'search', 'checks', 'translations', 'api', 'calendar/']);

/**
 * The address of a page of Greffe's own, in the language of the page that has a link to it: `/-/recent`,
 * `/-/search?q=licence`, `/-/collections/reports`; undefined for what is none. A file's page needs no such link: one to the
 * file leads there.
 */
export function ownPageOf(target: string, language: string, site: Site): string | undefined {
  const { settings, languages, defaultLanguage } = site;
  const [, name = '', asked = '', fragment = ''] = /^\/-\/([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(target) ?? [];
  const collection = /^collections\/(.+)$/.exec(name)?.[1];
  const exists = collection === undefined ? PAGES.has(name) : Object.hasOwn(settings.collections, collection);
  if (!exists) return undefined;
  const query = new URLSearchParams(asked);
  if (language !== defaultLanguage && languages.includes(language) && !query.has('lang'))
    query.set('lang', language);
  return encodeAddress(`/-/${name}`) + (query.size === 0 ? '' : `?${query}`) + fragment;
}
