import type { CodeRepositoryTable } from '../../../store/code-tables.ts';
import { type Answer, textAnswer } from '../../answer.ts';
import { askedLanguage, type Context } from '../../context.ts';
import { atom } from '../../feeds/atom.ts';
import type { Feed } from '../../feeds/feed.ts';
import { FEED_TYPES } from '../../feeds/feed-links.ts';
import { jsonFeed } from '../../feeds/json-feed.ts';
import { rss } from '../../feeds/rss.ts';
import { CODE, codePage } from '../../register/addresses.ts';
import { type CodeFeed, type CodeFeedFormat, codeFeedAddress, framedFeed } from '../../register/code-feed.ts';
import { latestReleases } from '../../register/latest-releases.ts';
import { latestRepositories } from '../../register/latest-repositories.ts';
import { publiccodeFindings, publiccodeFindingsOf } from '../../register/publiccode-findings.ts';
import type { Page } from '../../responder.tsx';

/** Feeds of the register by the names of their files; the first two are code.gouv.fr’s. All take the parameters of a search. */
const FEEDS: Readonly<Record<string, (context: Context, language: string) => Promise<CodeFeed>>> = {
  'latest-repositories': latestRepositories,
  'latest-releases': latestReleases,
  'publiccode-findings': publiccodeFindings,
};

const FORMATS: readonly CodeFeedFormat[] = ['xml', 'atom', 'json'];

/** `/-/code/latest-repositories.xml`, RSS as code.gouv.fr’s, `.atom`, `.json`; and so on. */
export const FEED_PAGES: Readonly<Record<string, Page>> = Object.fromEntries(
  Object.entries(FEEDS).flatMap(([name, contents]) =>
    FORMATS.map((format): [string, Page] => [
      `${CODE}/${name}.${format}`,
      async (context) => {
        const language = askedLanguage(context);
        return written(context, language, { name, format, feed: await contents(context, language) });
      },
    ]),
  ),
);

/** What is wrong in the publiccode.yml of one repository. */
export function publiccodeFeed(context: Context, row: CodeRepositoryTable, format: CodeFeedFormat): Answer {
  const language = askedLanguage(context);
  const name = `${codePage('repository', row.address).slice(CODE.length + 1)}/publiccode`;
  return written(context, language, { name, format, feed: publiccodeFindingsOf(context, language, row) });
}

interface Writing {
  readonly name: string;
  readonly format: CodeFeedFormat;
  readonly feed: CodeFeed;
}

function written(context: Context, language: string, { name, format, feed }: Writing): Answer {
  const { parameters } = feed;
  const self = codeFeedAddress(context, { name, format, language, parameters });
  const [type, text] = WRITERS[format](framedFeed(context, language, name, feed), self);
  return textAnswer(text, `${type}; charset=utf-8`, {
    'access-control-allow-origin': '*',
    'content-language': language,
  });
}

const WRITERS: Readonly<Record<CodeFeedFormat, (feed: Feed, self: string) => readonly [string, string]>> = {
  xml: (feed, self) => ['application/rss+xml', rss(feed, self)],
  atom: (feed) => [FEED_TYPES.atom, atom(feed)],
  json: (feed) => [FEED_TYPES.json, jsonFeed(feed)],
};
