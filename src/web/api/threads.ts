import { z } from 'zod';
import { threadsOf } from '../../store/mail-threads.ts';
import { messageHref } from '../lists/list-addresses.ts';
import { threadSummaries } from '../lists/thread-entries.ts';
import { readThreadPosition, writeThreadPosition } from '../lists/thread-position.ts';
import { rfc3339 } from '../rfc3339.ts';
import { readCursor } from './cursor.ts';
import { namedList, noList } from './lists.ts';
import { operation, operationAddress } from './operation.ts';
import { nextAddress } from './paging.ts';
import { cursor, limit } from './parameters.ts';
import { dateTime, next, string, url } from './values.ts';

const thread = z.object({
  subject: string('Quelle licence pour les guides ?'),
  messageId: string('20260310090000.1@office.example').describe('Of its oldest message.'),
  messageCount: z.int(),
  people: z.array(string('Camille Exemple')).describe('The names of the first who wrote in it.'),
  otherPeopleCount: z
    .int()
    .meta({ examples: [0] })
    .describe('How many more wrote in it.'),
  isPatch: z.boolean().describe('Whether it begins with a patch.'),
  startedAt: dateTime('When its oldest message was sent'),
  lastAt: dateTime('When its newest message was sent'),
  url: url('Where people read it.', '/-/lists/contributions/20260310090000.1@office.example/t/'),
  apiUrl: url(
    'Its oldest message, for programs.',
    '/-/api/v1/lists/contributions/messages/20260310090000.1@office.example',
  ),
  mboxUrl: url(
    'Its messages, as a gzipped mbox.',
    '/-/lists/contributions/20260310090000.1@office.example/t.mbox.gz',
  ),
});

export const threadList = z.object({ items: z.array(thread), next });

const lister = { id: 'listThreads', path: '/lists/{name}/threads' };

/** `/lists/{name}/threads`: the threads of a list, that with the newest message first. */
export const listThreads = operation({
  ...lister,
  examples: ['contributions'],
  query: z.object({ limit: limit(30, 100), cursor }),
  answer: threadList,
  problems: [404],
  async respond(call) {
    const { context, query, names } = call;
    const list = namedList(context, names[0]);
    if (!list) return noList(context);
    const before = readThreadPosition(readCursor<string>(lister.id, query.cursor, 'string') ?? '');
    const found = await context.ask(threadsOf, list.name, {
      limit: query.limit + 1,
      ...(before && { before }),
    });
    const shown = found.slice(0, query.limit);
    const last = shown.at(-1);
    const { origin, site } = context;
    const summaries = await threadSummaries(context, list, shown);
    return {
      value: {
        items: summaries.map(({ thread, messageId, isPatch, people, otherPeople }) => ({
          subject: thread.subject,
          messageId,
          messageCount: thread.messages,
          people: [...people],
          otherPeopleCount: otherPeople,
          isPatch,
          startedAt: rfc3339(thread.started_at),
          lastAt: rfc3339(thread.last_at),
          url: origin + messageHref(site, list, messageId, 't/'),
          apiUrl: origin + operationAddress('/lists/{name}/messages/{id}', list.name, messageId),
          mboxUrl: origin + messageHref(site, list, messageId, 't.mbox.gz'),
        })),
        next:
          found.length > query.limit && last ? nextAddress(call, lister, writeThreadPosition(last)) : null,
      },
    };
  },
});
