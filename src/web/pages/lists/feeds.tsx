import { messagesOfThread, recentMessages } from '../../../store/mail-messages.ts';
import type { MailMessageTable } from '../../../store/mail-tables.ts';
import { siteTitle } from '../../../wiki/site.ts';
import { type Answer, textAnswer } from '../../answer.ts';
import { type Context, messagesOf } from '../../context.ts';
import type { FeedFormat } from '../../feeds/addresses.ts';
import { atom } from '../../feeds/atom.ts';
import { type Room, roomOfFeed, within } from '../../feeds/bounded-html.ts';
import type { Feed, FeedEntry } from '../../feeds/feed.ts';
import { feedHtml } from '../../feeds/feed-html.ts';
import { feedId } from '../../feeds/feed-id.ts';
import { FEED_TYPES } from '../../feeds/feed-links.ts';
import { jsonFeed } from '../../feeds/json-feed.ts';
import { listHref, messageHref } from '../../lists/list-addresses.ts';
import type { ListPlace } from '../../lists/list-place.ts';
import { findMail } from '../../lists/mail-results.ts';
import { messagePart } from '../../lists/message-part.tsx';
import { messageHead } from '../../lists/shown-message.ts';
import { rfc3339 } from '../../rfc3339.ts';
import { messageOr } from './message-or.tsx';

const ENTRIES = 25;
const MAX_OF_THREAD = 200;
const WRITERS: Readonly<Record<FeedFormat, (feed: Feed) => string>> = { atom, json: jsonFeed };

/** The newest messages of a list (`new.atom`, `new.json`), or the newest that a search finds (`?q=TEXT&x=A`). */
export async function listFeed(
  context: Context,
  list: ListPlace,
  format: FeedFormat,
  text?: string,
): Promise<Answer> {
  const { ask, site } = context;
  const { language, title } = list;
  const words = messagesOf(context, language).lists;
  const rows =
    text === undefined
      ? await ask(recentMessages, list.name, { limit: ENTRIES })
      : (await findMail(context, list, text, { limit: ENTRIES })).rows;
  const self = (form: FeedFormat) =>
    text === undefined ? listHref(site, list, {}, `new.${form}`) : listHref(site, list, { q: text, x: 'A' });
  return await feedAnswer(context, list, rows, format, {
    names: text === undefined ? ['list', list.name] : ['list-search', list.name, text],
    title: text === undefined ? title : `${words.search.title(text)} – ${title}`,
    href: text === undefined ? listHref(site, list) : listHref(site, list, { q: text }),
    self,
  });
}

/** The messages of a thread, the newest first: `…/MESSAGE-ID/t.atom`. */
export async function threadFeed(
  context: Context,
  list: ListPlace,
  messageId: string,
  format: FeedFormat,
): Promise<Answer> {
  return await messageOr(context, list, messageId, async ({ thread, subject }) => {
    const { ask, site } = context;
    const rows = await ask(messagesOfThread, thread, MAX_OF_THREAD);
    return await feedAnswer(context, list, rows.slice(-ENTRIES).reverse(), format, {
      names: ['thread', list.name, rows[0]?.message_id ?? messageId],
      title: `${rows[0]?.subject || subject} – ${list.title}`,
      href: messageHref(site, list, messageId, 't/'),
      self: (form) => messageHref(site, list, messageId, `t.${form}`),
    });
  });
}

interface FeedFacts {
  readonly names: readonly string[];
  readonly title: string;
  readonly href: string;
  readonly self: (format: FeedFormat) => string;
}

async function feedAnswer(
  context: Context,
  list: ListPlace,
  rows: readonly MailMessageTable[],
  format: FeedFormat,
  { names, title, href, self }: FeedFacts,
): Promise<Answer> {
  const { origin, assets, site } = context;
  const { language } = list;
  const room = roomOfFeed();
  const entries: FeedEntry[] = [];
  for (const row of rows) entries.push(await entry(context, list, row, room));
  const feed: Feed = {
    id: feedId('feed', ...names, list.settings.address),
    title: `${title} – ${siteTitle(site, language)}`,
    subtitle: messagesOf(context, language).lists.feedSubtitle(list.title),
    href: origin + href,
    self: { atom: origin + self('atom'), json: origin + self('json') },
    language,
    author: list.title,
    icon: origin + assets.icon,
    entries,
  };
  return textAnswer(WRITERS[format](feed), `${FEED_TYPES[format]}; charset=utf-8`, {
    'access-control-allow-origin': '*',
    'content-language': language,
  });
}

async function entry(
  context: Context,
  list: ListPlace,
  row: MailMessageTable,
  room: Room,
): Promise<FeedEntry> {
  const { origin } = context;
  const messages = messagesOf(context, list.language);
  const head = messageHead(context, list, row);
  const href = origin + head.href;
  const readOn = `${(
    <p>
      <a href={href}>{messages.feed.readOn}</a>
    </p>
  )}`;
  const html = await within(room, () => messagePart(context, list, row), readOn);
  return {
    id: feedId('message', list.settings.address, row.message_id),
    title: head.subject,
    href,
    language: list.language,
    published: rfc3339(row.sent_at),
    updated: rfc3339(row.sent_at),
    authors: [head.author],
    contributors: [],
    categories: head.isPatch ? ['patch'] : [],
    summary: '',
    html: feedHtml(html, href),
    translations: [],
  };
}
