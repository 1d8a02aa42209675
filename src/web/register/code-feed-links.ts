import { type Context, messagesOf } from '../context.ts';
import type { CodeFollowed } from '../feeds/addresses.ts';
import { feedAddress } from '../feeds/addresses.ts';
import { feedLinks } from '../feeds/feed-links.ts';
import type { Alternate } from '../views/head.tsx';
import type { Link } from '../views/link.ts';

/** The feeds of what a search and its filters list: for programs, in the head, and for people. */
export function codeFeedLinks(
  { site }: Pick<Context, 'site'>,
  language: string,
  { text, filters }: CodeFollowed['asked'],
  about = '',
): { readonly alternates: readonly Alternate[]; readonly feeds: readonly Link[] } {
  const { codeFeeds: words } = messagesOf({ site }, language);
  const followed = (['repositories', 'releases'] as const).map((what) => ({
    kind: 'code' as const,
    what,
    asked: { text, filters },
  }));
  const titled = (what: CodeFollowed['what']) => (about === '' ? words[what] : words.of(words[what], about));
  return {
    alternates: followed.flatMap((one) => feedLinks(site, one, language, titled(one.what))),
    feeds: followed.map((one) => ({ label: words[one.what], href: feedAddress(site, one, language) })),
  };
}
