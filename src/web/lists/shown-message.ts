import { type BodyBlock, bodyBlocks } from '../../mail/body-blocks.ts';
import { unfold } from '../../mail/flowed.ts';
import { htmlText } from '../../mail/html-text.ts';
import type { Mailbox, Message, Part } from '../../mail/mime/message.ts';
import { parseMessage, partText } from '../../mail/mime/parse.ts';
import { type Readable, readable } from '../../mail/readable.ts';
import type { MailMessageTable } from '../../store/mail-tables.ts';
import { type Context, messagesOf } from '../context.ts';
import { anchorOf, messageHref } from './list-addresses.ts';
import type { ListPlace } from './list-place.ts';
import { type Moment, moment } from './moment.ts';
import { personName } from './shielded.ts';
import { unbroken } from './unbroken.ts';

/** Something attached to a message. */
export interface ShownAttachment {
  readonly name: string;
  readonly href: string;
  readonly type: string;
  /** Of its encoded bytes: what it weighs in the message. */
  readonly size: number;
}

/** What is known of a message without reading it. */
export interface MessageHead {
  readonly messageId: string;
  readonly anchor: string;
  readonly href: string;
  readonly rawHref: string;
  readonly replyHref: string;
  readonly subject: string;
  readonly author: string;
  readonly sent: Moment;
  readonly isPatch: boolean;
}

/** A message as pages show it. */
export interface ShownMessage extends MessageHead {
  readonly blocks: readonly BodyBlock[];
  readonly attachments: readonly ShownAttachment[];
  readonly isHtmlOnly: boolean;
  readonly isCut: boolean;
  readonly isDamaged: boolean;
  readonly to: readonly string[];
  readonly cc: readonly string[];
}

/** In characters: what is longer is read in the source. */
const MAX_TEXT = 200_000;
const MAX_ATTACHMENTS = 100;
const MAX_RECIPIENTS = 50;

/** Faults after which a message may not be all there. */
const DAMAGES = new Set(['too-many-parts', 'too-deep', 'header-too-long', 'no-end-of-part', 'no-header']);

/** Reads a message of the archive, for a page. */
export async function showMessage(
  context: Context,
  list: ListPlace,
  row: MailMessageTable,
): Promise<ShownMessage> {
  const messages = messagesOf(context, list.language);
  const message = parseMessage(await list.archives.read(list.name, row.oid));
  const { text, isCut, isHtmlOnly, attachments } = readMessage(message);
  return {
    ...messageHead(context, list, row),
    blocks: bodyBlocks(text),
    attachments: attachments.map(({ number, part }) => ({
      name: part.filename ?? messages.lists.message.unnamed(number),
      href: attachmentHref(context, list, row, number, part),
      type: part.type,
      size: part.end - part.start,
    })),
    isHtmlOnly,
    isCut,
    isDamaged: message.faults.some((fault) => DAMAGES.has(fault)),
    to: people(message.to),
    cc: people(message.cc),
  };
}

export function messageHead(
  context: Pick<Context, 'site'>,
  list: ListPlace,
  row: MailMessageTable,
): MessageHead {
  const { site } = context;
  const messages = messagesOf(context, list.language);
  const address = (under = '') => messageHref(site, list, row.message_id, under);
  return {
    messageId: row.message_id,
    anchor: anchorOf(row.message_id),
    href: address(),
    rawHref: address('raw'),
    replyHref: replyHref(list, row),
    subject: unbroken(row.subject) || messages.lists.noSubject,
    author: personName(row.from_name, row.from_address, messages.lists.nobody),
    sent: moment(site, messages, row.sent_at),
    isPatch: row.is_patch === 1,
  };
}

/** What of a message is read, and what is attached to it. */
export interface ReadMessage {
  readonly text: string;
  /** Whether there is more than the text that is given. */
  readonly isCut: boolean;
  /** Whether the text is made of HTML. */
  readonly isHtmlOnly: boolean;
  readonly attachments: Readable['attachments'];
}

export function readMessage(message: Message): ReadMessage {
  const { texts, html, attachments } = readable(message);
  const isHtmlOnly = texts.length === 0 && html.length > 0;
  const text = isHtmlOnly
    ? html.map((part) => htmlText(partText(message, part).text)).join('\n')
    : texts.map((part) => plainText(message, part)).join('\n\n');
  return {
    text: text.slice(0, MAX_TEXT),
    isCut: text.length > MAX_TEXT,
    isHtmlOnly,
    attachments: attachments.slice(0, MAX_ATTACHMENTS),
  };
}

function plainText(message: Message, part: Part): string {
  const { text } = partText(message, part);
  const { format, delsp } = part.parameters;
  return format?.toLowerCase() === 'flowed' ? unfold(text, delsp?.toLowerCase() === 'yes') : text;
}

function people(mailboxes: readonly Mailbox[]): string[] {
  return mailboxes.slice(0, MAX_RECIPIENTS).map(({ name, address }) => personName(name, address, ''));
}

/** Where an attachment is downloaded, whatever the reader's language. */
export function attachmentHref(
  { site }: Pick<Context, 'site'>,
  { name }: Pick<ListPlace, 'name'>,
  { message_id }: Pick<MailMessageTable, 'message_id'>,
  number: number,
  part: Part,
): string {
  const file = `${number}-${encodeURIComponent(attachmentName(part, number))}`;
  return messageHref(site, { name, language: site.defaultLanguage }, message_id, file);
}

/** The name under which an attachment is kept by who downloads it: no path, nothing that hides its end. */
export function attachmentName({ filename = '' }: Pick<Part, 'filename'>, number: number): string {
  const name = filename
    .toWellFormed()
    .slice(-150)
    .replace(/[^\p{L}\p{N}._ -]+/gu, '_')
    .replace(/^[._ -]+|[. ]+$/g, '');
  return name || `part-${number}.bin`;
}

/** A mail program's window with the answer begun (RFC 6068). */
export function replyHref(
  { settings }: Pick<ListPlace, 'settings'>,
  row: Pick<MailMessageTable, 'message_id' | 'subject'>,
): string {
  const { subject, message_id } = row;
  const answer = /^re\s*:/i.test(subject) ? subject : `Re: ${subject}`;
  const fields = { 'In-Reply-To': `<${message_id}>`, Subject: answer.toWellFormed() };
  const query = Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `mailto:${encodeURIComponent(settings.address).replace('%40', '@')}?${query.join('&')}`;
}
