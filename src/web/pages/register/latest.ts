import { textAnswer } from '../../answer.ts';
import { askedLanguage, type Context, ownAddress } from '../../context.ts';
import { atom } from '../../feeds/atom.ts';
import type { Feed } from '../../feeds/feed.ts';
import { FEED_TYPES } from '../../feeds/feed-links.ts';
import { jsonFeed } from '../../feeds/json-feed.ts';
import { rss } from '../../feeds/rss.ts';
import { CODE } from '../../register/addresses.ts';
import { askedCode, codeParameters } from '../../register/asked-code.ts';
import { latestFeed } from '../../register/latest-feed.ts';

/** `/-/code/latest-repositories.xml`, RSS as code.gouv.fr’s. */
export const latestRss = written('application/rss+xml', (feed, { origin, site, query }) =>
  rss(
    feed,
    origin +
      ownAddress(
        site,
        `${CODE}/latest-repositories.xml`,
        feed.language,
        codeParameters({ ...askedCode(query), page: 1 }, ['sort']),
      ),
  ),
);

/** `/-/code/latest-repositories.atom`. */
export const latestAtom = written(FEED_TYPES.atom, atom);

/** `/-/code/latest-repositories.json`, a JSON Feed. */
export const latestJson = written(FEED_TYPES.json, jsonFeed);

function written(mediaType: string, write: (feed: Feed, context: Context) => string) {
  return async (context: Context) => {
    const language = askedLanguage(context);
    const text = write(await latestFeed(context, language), context);
    return textAnswer(text, `${mediaType}; charset=utf-8`, {
      'access-control-allow-origin': '*',
      'content-language': language,
    });
  };
}
