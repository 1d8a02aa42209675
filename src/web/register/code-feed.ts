import { siteTitle } from '../../wiki/site.ts';
import { type Context, ownAddress } from '../context.ts';
import type { Feed, FeedEntry } from '../feeds/feed.ts';
import { feedId } from '../feeds/feed-id.ts';
import { CODE } from './addresses.ts';

/** A feed about the register, before it is known where it is. */
export interface CodeFeed {
  readonly title: string;
  readonly subtitle: string;
  /** The path of the page that it follows, encoded, with its query. */
  readonly href: string;
  /** Which part of the register it is about, as its own address says it. */
  readonly parameters: readonly (readonly [string, string])[];
  readonly entries: readonly FeedEntry[];
}

export type CodeFeedFormat = 'xml' | 'atom' | 'json';

/** The absolute address of a feed of the register: `…/-/code/latest-releases.atom`. */
export function codeFeedAddress(
  { site, origin }: Pick<Context, 'site' | 'origin'>,
  {
    name,
    format,
    language,
    parameters = [],
  }: {
    readonly name: string;
    readonly format: CodeFeedFormat;
    readonly language: string;
    readonly parameters?: readonly (readonly [string, string])[];
  },
): string {
  return origin + ownAddress(site, `${CODE}/${name}.${format}`, language, parameters);
}

/** A feed as a value, for any writer. `name` is that of its file, below `/-/code/`. */
export function framedFeed(
  context: Context,
  language: string,
  name: string,
  { title, subtitle, href, parameters, entries }: CodeFeed,
): Feed {
  const { site, origin, assets } = context;
  const self = (format: CodeFeedFormat) => codeFeedAddress(context, { name, format, language, parameters });
  return {
    id: feedId('register', name, origin, language, JSON.stringify(parameters)),
    title: `${title} – ${siteTitle(site, language)}`,
    subtitle,
    href: origin + href,
    self: { atom: self('atom'), json: self('json') },
    language,
    author: siteTitle(site, language),
    icon: origin + assets.icon,
    entries,
  };
}
