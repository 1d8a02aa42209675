import { z } from 'zod';
import { mailListSize } from '../../store/mail-lists.ts';
import type { Answer } from '../answer.ts';
import { type Context, ownAddress } from '../context.ts';
import { LISTS, listHref } from '../lists/list-addresses.ts';
import { findList, type ListPlace, publicLists } from '../lists/list-place.ts';
import { rfc3339 } from '../rfc3339.ts';
import { operation, operationAddress } from './operation.ts';
import { language } from './parameters.ts';
import { problemAnswer } from './problem.ts';
import { readerLanguage } from './reader-language.ts';
import { dateTime, string, url } from './values.ts';

export const list = z.object({
  name: string('contributions'),
  title: string('Contributions'),
  description: string('Patches and questions.').nullable(),
  address: string('contributions@wiki.example').describe('Where to write.'),
  threadCount: z.int(),
  messageCount: z.int(),
  firstAt: dateTime('When its oldest message was sent').nullable(),
  lastAt: dateTime('When its newest message was sent').nullable(),
  url: url('Where people read it.', `${LISTS}contributions/`),
  apiUrl: url('The same, for programs.', '/-/api/v1/lists/contributions'),
  threadsUrl: url('Its threads, for programs.', '/-/api/v1/lists/contributions/threads'),
  messagesUrl: url('Its messages, for programs.', '/-/api/v1/lists/contributions/messages'),
  subscribeUrl: url('Where people subscribe to it.', `${LISTS}contributions/subscribe`),
  feedUrl: url('Its newest messages, as Atom.', `${LISTS}contributions/new.atom`),
  mboxUrl: url('All its messages, as a gzipped mbox.', `${LISTS}contributions/all.mbox.gz`),
});

export const listList = z.object({ items: z.array(list) });

/** `/lists`: the mailing lists that anyone may read. */
export const listLists = operation({
  id: 'listLists',
  path: '/lists',
  query: z.object({ language }),
  answer: listList,
  async respond({ context, query }) {
    const lists = publicLists(context, readerLanguage(context, query.language));
    return { value: { items: await Promise.all(lists.map((list) => listValue(context, list))) } };
  },
});

/** `/lists/{name}`: one of them. */
export const getList = operation({
  id: 'getList',
  path: '/lists/{name}',
  examples: ['contributions'],
  query: z.object({ language }),
  answer: list,
  problems: [404],
  async respond({ context, names: [name = ''], query }) {
    const list = findList(context, name, readerLanguage(context, query.language));
    return list ? { value: await listValue(context, list) } : noList(context);
  },
});

/** The list of a name as the wiki's own language has it. */
export function namedList(context: Context, name = ''): ListPlace | undefined {
  return findList(context, name, context.site.defaultLanguage);
}

export function noList(context: Context): Answer {
  const names = publicLists(context, context.site.defaultLanguage).map(({ name }) => name);
  return problemAnswer(404, {
    detail: `The wiki has no list of this name that anyone may read. It has: ${names.join(', ') || 'none'}.`,
  });
}

async function listValue(context: Context, place: ListPlace): Promise<z.infer<typeof list>> {
  const { ask, origin, site } = context;
  const { name, title, description, settings } = place;
  const { threads, messages, startedAt, lastAt } = await ask(mailListSize, name);
  const own = { name, language: site.defaultLanguage };
  return {
    name,
    title,
    description: description ?? null,
    address: settings.address,
    threadCount: threads,
    messageCount: messages,
    firstAt: startedAt === null ? null : rfc3339(startedAt),
    lastAt: lastAt === null ? null : rfc3339(lastAt),
    url: origin + ownAddress(site, `${LISTS}${name}/`, place.language),
    apiUrl: origin + operationAddress('/lists/{name}', name),
    threadsUrl: origin + operationAddress('/lists/{name}/threads', name),
    messagesUrl: origin + operationAddress('/lists/{name}/messages', name),
    subscribeUrl: origin + listHref(site, place, {}, 'subscribe'),
    feedUrl: origin + listHref(site, place, {}, 'new.atom'),
    mboxUrl: origin + listHref(site, own, {}, 'all.mbox.gz'),
  };
}
