import { z } from 'zod';
import { parseMessage } from '../../mail/mime/parse.ts';
import { readVerdicts } from '../../mail/verdicts.ts';
import { messageNamed, messagesOfThread, recentMessages } from '../../store/mail-messages.ts';
import type { MailMessageTable } from '../../store/mail-tables.ts';
import type { Context } from '../context.ts';
import { messageHref } from '../lists/list-addresses.ts';
import type { ListPlace } from '../lists/list-place.ts';
import { findMail } from '../lists/mail-results.ts';
import { shielded } from '../lists/shielded.ts';
import { attachmentHref, attachmentName, readMessage } from '../lists/shown-message.ts';
import { rfc3339 } from '../rfc3339.ts';
import { readCursor } from './cursor.ts';
import { namedList, noList } from './lists.ts';
import { operation, operationAddress } from './operation.ts';
import { nextAddress } from './paging.ts';
import { cursor, limit, text } from './parameters.ts';
import { problemAnswer } from './problem.ts';
import { dateTime, next, string, url } from './values.ts';

/** Answers of a longer thread are looked for among its first messages. */
const MAX_OF_THREAD = 1_000;

const ID = '20260310090000.1@office.example';
const PAGE = `/-/lists/contributions/${ID}`;

const messageId = string(ID).describe('Its Message-ID, without angle brackets.');

export const messageSummary = z.object({
  messageId,
  subject: string('Quelle licence pour les guides ?'),
  author: string('Camille Exemple')
    .nullable()
    .describe('The name of who wrote it, or what is before the @ of their address.'),
  sentAt: dateTime('When it was sent, as it says itself'),
  receivedAt: dateTime('When it came'),
  inReplyTo: string('20260310080000.1@office.example')
    .nullable()
    .describe('The message that it answers, whether the list has that or not.'),
  isPatch: z.boolean(),
  attachmentCount: z.int().meta({ examples: [0] }),
  byteCount: z.int(),
  url: url('Where people read it.', `${PAGE}/`),
  apiUrl: url('The whole message, for programs.', `/-/api/v1/lists/contributions/messages/${ID}`),
  threadUrl: url('Its thread, for people.', `${PAGE}/t/`),
  rawUrl: url('Its bytes.', `${PAGE}/raw`),
});

const attachment = z.object({
  name: string('devis.pdf'),
  type: string('application/pdf').describe('The media type that the message gives it.'),
  url: url('The file.', `${PAGE}/2-devis.pdf`),
});

const verdict = z.object({
  method: z.enum(['dkim', 'spf', 'dmarc', 'arc']),
  result: string('pass').describe('As RFC 8601 has them.'),
  domain: string('office.example').nullable(),
});

export const message = messageSummary.extend({
  text: string('Bonjour, …').describe(
    'What it says, as plain text: mail addresses are cut short, as on the pages. Those of a patch are in its bytes.',
  ),
  isTextCut: z.boolean().describe('Whether the text is only the beginning of a long one.'),
  isTextFromHtml: z.boolean().describe('Whether it has no other text than HTML.'),
  attachments: z.array(attachment),
  replies: z.array(messageId).describe('The messages that answer it, the oldest first.'),
  verdicts: z.array(verdict).describe('What was found out of its origin when it came.'),
  mboxUrl: url('Its thread, as a gzipped mbox.', `${PAGE}/t.mbox.gz`),
});

export const messageList = z.object({ items: z.array(messageSummary), next });

const lister = { id: 'listMessages', path: '/lists/{name}/messages' };

/** `/lists/{name}/messages`: the messages of a list, or those that a search finds, the newest first. */
export const listMessages = operation({
  ...lister,
  examples: ['contributions'],
  query: z.object({ q: text(1_000).optional(), limit: limit(30, 100), cursor }),
  answer: messageList,
  problems: [404],
  async respond(call) {
    const { context, query, names } = call;
    const list = namedList(context, names[0]);
    if (!list) return noList(context);
    const before = readCursor<number>(lister.id, query.cursor, 'number');
    const range = { limit: query.limit + 1, ...(before !== undefined && { before }) };
    const rows =
      query.q === undefined
        ? await context.ask(recentMessages, list.name, range)
        : (await findMail(context, list, query.q, range)).rows;
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      value: {
        items: shown.map((row) => summary(context, list, row)),
        next: rows.length > query.limit && last ? nextAddress(call, lister, last.id) : null,
      },
    };
  },
});

const path = '/lists/{name}/messages/{id}';

/** `/lists/{name}/messages/{id}`: one message, whole. */
export const getMessage = operation({
  id: 'getMessage',
  path,
  examples: ['contributions', ID],
  query: z.object({}),
  answer: message,
  problems: [404, 410],
  async respond({ context, names: [name, id = ''] }) {
    const list = namedList(context, name);
    if (!list) return noList(context);
    const row = await context.ask(messageNamed, list.name, id);
    if (row === 'erased')
      return problemAnswer(410, { detail: 'This message was erased from the archive of the list.' });
    if (!row)
      return problemAnswer(404, {
        detail: 'The list has no message of this name. Give its Message-ID, without angle brackets.',
      });
    return { value: await messageValue(context, list, row) };
  },
});

function summary(context: Context, list: ListPlace, row: MailMessageTable): z.infer<typeof messageSummary> {
  const { origin, site } = context;
  const address = (under: string) => origin + messageHref(site, list, row.message_id, under);
  return {
    messageId: row.message_id,
    subject: row.subject,
    author: shielded(row.from_name || row.from_address) || null,
    sentAt: rfc3339(row.sent_at),
    receivedAt: rfc3339(row.received_at),
    inReplyTo: row.in_reply_to,
    isPatch: row.is_patch === 1,
    attachmentCount: row.attachments,
    byteCount: row.size,
    url: address(''),
    apiUrl: origin + operationAddress(path, list.name, row.message_id),
    threadUrl: address('t/'),
    rawUrl: address('raw'),
  };
}

async function messageValue(
  context: Context,
  list: ListPlace,
  row: MailMessageTable,
): Promise<z.infer<typeof message>> {
  const { origin, site } = context;
  const read = readMessage(parseMessage(await list.archives.read(list.name, row.oid)));
  const thread = await context.ask(messagesOfThread, row.thread, MAX_OF_THREAD);
  return {
    ...summary(context, list, row),
    text: shielded(read.text),
    isTextCut: read.isCut,
    isTextFromHtml: read.isHtmlOnly,
    attachments: read.attachments.map(({ number, part }) => ({
      name: attachmentName(part, number),
      type: part.type,
      url: origin + attachmentHref(context, list, row, number, part),
    })),
    replies: thread
      .filter(({ in_reply_to }) => in_reply_to === row.message_id)
      .map(({ message_id }) => message_id),
    verdicts: readVerdicts(row.results).map(({ domain, ...verdict }) => ({
      ...verdict,
      domain: domain ?? null,
    })),
    mboxUrl: origin + messageHref(site, list, row.message_id, 't.mbox.gz'),
  };
}
