import { randomBytes } from 'node:crypto';
import type { Reader, Writer } from '../../store/database.ts';
import { addOutgoing } from '../../store/deliveries.ts';
import { digestEntries, endDigest, lastDigest } from '../../store/digests.ts';
import { activeSubscribers } from '../../store/subscribers.ts';
import { commandAddress } from '../addresses.ts';
import type { MailList } from '../list.ts';
import type { MailSite } from '../mail-site.ts';
import { composeOwnMail } from '../own-mail.ts';
import { newId } from '../tokens.ts';
import { listWords } from '../words/list-words.ts';
import { mailLocale, mailWordsFor } from '../words/mail-words-for.ts';
import type { ReadArchived } from './copied-messages.ts';

/** From which hour on the digest of the day before is made, in the site's zone. */
const HOUR = 7;

/** How much of the messages follows the table of contents, in bytes; what is more is read where its line leads. */
const MAX_BYTES = 5 * 1024 * 1024;

/** Whether a digest of a list is due: messages wait, and today's is not made. Gives today, `YYYY-MM-DD`. */
export async function digestDue(
  reader: Reader,
  list: MailList,
  site: MailSite,
  now: number,
): Promise<string | undefined> {
  const { day, hour } = localTime(now, site.timezone);
  if (hour < HOUR || (await lastDigest(reader, list.name)) >= day) return undefined;
  return (await digestEntries(reader, list.name)).length > 0 ? day : undefined;
}

/**
 * Queues today's digest for those who want one: a table of contents, then the messages (RFC 2046, 5.1.5). In one
 * transaction, so that each message is in one digest, whatever happens.
 */
export async function queueDigest(
  writer: Writer,
  list: MailList,
  site: MailSite,
  {
    day,
    now,
    readArchived,
  }: { readonly day: string; readonly now: number; readonly readArchived: ReadArchived },
): Promise<void> {
  const entries = await digestEntries(writer, list.name);
  if (entries.length === 0 || (await lastDigest(writer, list.name)) >= day) return;
  const subscribers = await activeSubscribers(writer, list.name, ['digest']);
  const messages: Buffer[] = [];
  let length = 0;
  for (const { oid } of entries) {
    const raw = await readArchived(list.name, oid);
    length += raw?.length ?? 0;
    if (raw && length <= MAX_BYTES) messages.push(raw);
  }
  const archive = site.origin && `${site.origin}/-/lists/${list.name}/`;
  for (const [language, readers] of Map.groupBy(subscribers, (subscriber) => subscriber.language)) {
    const { raw, messageId } = await composeOwnMail({
      list,
      to: list.settings.address,
      ...mailWordsFor(language).digest({
        list: listWords(list, language),
        date: new Intl.DateTimeFormat(mailLocale(language), {
          dateStyle: 'long',
          timeZone: site.timezone,
        }).format(new Date(now * 1000)),
        messages: entries.map(({ subject, from_name, message_id }) => ({
          subject,
          from: from_name,
          link: archive && `${archive}${encodeURIComponent(message_id).replaceAll('%40', '@')}/`,
        })),
        unsubscribe: archive ? `${archive}unsubscribe` : commandAddress(list, 'unsubscribe'),
      }),
      language,
      replyTo: list.settings.address,
      now,
    });
    const outgoing = {
      id: newId(),
      list: list.name,
      kind: 'digest' as const,
      oid: null,
      raw: withMessages(raw, messages),
      message_id: messageId,
      envelope_from: null,
      queued_at: now,
    };
    await addOutgoing(
      writer,
      outgoing,
      readers.map(({ id, address }) => ({ id: newId(), recipient: address, subscriber: id })),
    );
  }
  await endDigest(writer, list.name, day);
}

/** A mail of text, followed by messages as they are (`multipart/digest`). */
export function withMessages(mail: Buffer, messages: readonly Buffer[]): Buffer {
  const end = mail.indexOf('\n\n');
  const fields = mail
    .subarray(0, end)
    .toString('latin1')
    .split(/\n(?![ \t])/);
  const isOfText = (field: string) => /^content-(?:type|transfer-encoding):/i.test(field);
  // Random, so that nothing written to the list can hold it.
  const outer = `=_${randomBytes(18).toString('hex')}`;
  const inner = `=_${randomBytes(18).toString('hex')}`;
  const text = (lines: readonly string[]) => Buffer.from(`${lines.join('\n')}\n`, 'latin1');
  const is8Bit = messages.some((message) => message.some((byte) => byte > 127));
  const encoding = `Content-Transfer-Encoding: ${is8Bit ? '8bit' : '7bit'}`;
  return Buffer.concat([
    text([
      ...fields.filter((field) => !isOfText(field)),
      `Content-Type: multipart/mixed; boundary="${outer}"`,
      encoding,
      '',
      `--${outer}`,
      ...fields.filter(isOfText),
      'Content-Disposition: inline',
      '',
    ]),
    mail.subarray(end + 2),
    text(['', `--${outer}`, `Content-Type: multipart/digest; boundary="${inner}"`, encoding, '']),
    ...messages.flatMap((message) => [
      text([`--${inner}`, 'Content-Type: message/rfc822', encoding, '']),
      message,
      text(['']),
    ]),
    text([`--${inner}--`, '', `--${outer}--`]),
  ]);
}

function localTime(now: number, timeZone: string): { readonly day: string; readonly hour: number } {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  });
  const parts = Object.fromEntries(format.formatToParts(now * 1000).map(({ type, value }) => [type, value]));
  return { day: `${parts.year}-${parts.month}-${parts.day}`, hour: Number(parts.hour) };
}
