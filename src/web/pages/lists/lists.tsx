import { mailListSize } from '../../../store/mail-lists.ts';
import { messageNamed } from '../../../store/mail-messages.ts';
import { threadsOf } from '../../../store/mail-threads.ts';
import { encodeAddress } from '../../../wiki/addresses.ts';
import { type Answer, movedAnswer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../../context.ts';
import { type AskedOfLists, askedOfLists } from '../../lists/asked.ts';
import { LISTS, listHref, messageHref } from '../../lists/list-addresses.ts';
import { findList, publicLists } from '../../lists/list-place.ts';
import { threadEntries } from '../../lists/thread-entries.ts';
import { ownPage } from '../../own-page.tsx';
import { type ListEntry, ListsPage } from '../../views/lists/lists-page.tsx';
import type { FileStream } from '../file.ts';
import { missingPage } from '../missing.tsx';
import { attachment, rawMessage } from './attachments.ts';
import { listFeed, threadFeed } from './feeds.tsx';
import { listPage, listSizes } from './list.tsx';
import { listMbox, threadMbox } from './mboxes.ts';
import { messagePage } from './message.tsx';
import { threadPage } from './thread.tsx';

const LATEST = 5;

/** Whatever is read under `/-/lists/`. A list that only its moderators read is nowhere. */
export async function lists(context: Context): Promise<Answer | FileStream> {
  const language = askedLanguage(context);
  const asked = askedOfLists(context.path);
  if (!asked) {
    const isUnfinished = `${context.path}/` === LISTS;
    return isUnfinished
      ? moved(context, ownAddress(context.site, LISTS, language))
      : await missingPage(context, language);
  }
  if (asked.kind === 'lists') return await allLists(context, language);
  const list = findList(context, asked.name, language);
  if (!list) return await elsewhere(context, asked, language);
  switch (asked.kind) {
    case 'unfinished': {
      const { messageId } = asked;
      const query = Object.fromEntries([...context.query].filter(([name]) => name !== 'lang'));
      const href =
        messageId === undefined
          ? listHref(context.site, list, query)
          : messageHref(context.site, list, messageId);
      const known = messageId === undefined || (await context.ask(messageNamed, list.name, messageId));
      if (known) return moved(context, href);
      const [, id = '', form] = /^(.+)\/([tT])$/s.exec(messageId) ?? [];
      return form !== undefined && (await context.ask(messageNamed, list.name, id))
        ? moved(context, messageHref(context.site, list, id, `${form}/`))
        : await missingPage(context, language);
    }
    case 'list':
      if (asked.form === 'feed') return await listFeed(context, list, asked.format);
      return asked.form === 'mbox' ? await listMbox(context, list) : await listPage(context, list);
    case 'attachment':
      return await attachment(context, list, asked);
    case 'message':
      switch (asked.form) {
        case 'message':
          return await messagePage(context, list, asked.messageId);
        case 'raw':
          return await rawMessage(context, list, asked.messageId);
        case 'mbox':
          return await threadMbox(context, list, asked.messageId);
        case 'feed':
          return await threadFeed(context, list, asked.messageId, asked.format);
        default:
          return await threadPage(context, list, asked.messageId, asked.form);
      }
  }
}

/** Some clients take the address they are sent to apart: it is whole. */
function moved({ origin }: Context, href: string): Answer {
  return movedAnswer(`${origin}${href}`);
}

/** `/-/lists/all/MESSAGE-ID/…` finds a message in whichever list has it. */
async function elsewhere(
  context: Context,
  asked: Exclude<AskedOfLists, { readonly kind: 'lists' }>,
  language: string,
): Promise<Answer> {
  const { site, path } = context;
  const messageId = 'messageId' in asked ? asked.messageId : undefined;
  if (asked.name !== 'all' || messageId === undefined) return await missingPage(context, language);
  for (const list of publicLists(context, language)) {
    if ((await context.ask(messageNamed, list.name, messageId)) === undefined) continue;
    const form = path.slice(`${LISTS}all/${messageId}`.length).replace(/^\//, '');
    return moved(context, messageHref(site, list, messageId, encodeAddress(`/${form}`).slice(1)));
  }
  return await missingPage(context, language);
}

async function allLists(context: Context, language: string): Promise<Answer> {
  const { ask, site } = context;
  const messages = messagesOf(context, language);
  const entries = await Promise.all(
    publicLists(context, language).map(async (list): Promise<ListEntry> => {
      const threads = await ask(threadsOf, list.name, { limit: LATEST });
      return {
        href: listHref(site, list),
        title: list.title,
        description: list.description,
        address: list.settings.address,
        subscribeHref: listHref(site, list, {}, 'subscribe'),
        counts: listSizes(context, list, await ask(mailListSize, list.name)),
        threads: await threadEntries(context, list, threads),
      };
    }),
  );
  return await ownPage(context, {
    language,
    title: messages.lists.title,
    href: ownAddress(site, LISTS, language),
    ...(entries.length > 0 && { canonical: context.origin + ownAddress(site, LISTS, language) }),
    content: <ListsPage messages={messages} lists={entries} />,
  });
}
