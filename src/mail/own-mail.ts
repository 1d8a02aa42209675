import MailComposer from 'nodemailer/lib/mail-composer';
import { localized } from '../config/settings.ts';
import type { Writer } from '../store/database.ts';
import { addOutgoing } from '../store/deliveries.ts';
import { commandAddress } from './addresses.ts';
import type { MailList } from './list.ts';
import { newId, newToken } from './tokens.ts';

/** A mail of Greffe's own, about a list. */
export interface OwnMail {
  readonly list: MailList;
  readonly to: string;
  readonly subject: string;
  /** Its paragraphs; an empty line between two. */
  readonly text: string;
  readonly language: string;
  /** The Message-ID, without brackets, of what it answers. */
  readonly inReplyTo?: string;
  /** Where an answer goes; to those who keep the list by default. */
  readonly replyTo?: string;
  /** Who it comes from, in words; the list by default. */
  readonly fromName?: string;
  /** Fields besides those that every mail has. */
  readonly headers?: Readonly<Record<string, string>>;
  /** For whom it is, of subscribers and followers: then what bounces is counted. */
  readonly subscriber?: string;
  /** Seconds since 1970; now by default. */
  readonly now?: number;
}

/**
 * Puts a mail of Greffe's own in the queue, in the transaction of what it tells. It says that a program wrote it (RFC 3834,
 * section 5) and has no envelope sender, unless it is a subscriber's: nothing answers it, nothing bounces.
 */
export async function queueOwnMail(writer: Writer, mail: OwnMail): Promise<void> {
  await queueComposed(writer, mail, await composeOwnMail(mail));
}

/** A mail of Greffe's own, as it is sent. */
export interface ComposedMail {
  readonly raw: Buffer;
  readonly messageId: string;
}

/** Puts a mail that is composed in the queue. */
export async function queueComposed(
  writer: Writer,
  {
    list,
    to,
    subscriber = '',
    now = Math.floor(Date.now() / 1000),
  }: Pick<OwnMail, 'list' | 'to' | 'subscriber' | 'now'>,
  { raw, messageId }: ComposedMail,
): Promise<void> {
  await addOutgoing(
    writer,
    {
      id: newId(),
      list: list.name,
      kind: 'own',
      oid: null,
      raw,
      message_id: messageId,
      envelope_from: subscriber === '' ? '' : null,
      queued_at: now,
    },
    [{ id: newId(), recipient: to, subscriber }],
  );
}

/** The bytes of such a mail (RFC 5322), its lines ending with LF, all in ASCII; no value can add a field. */
export async function composeOwnMail(mail: OwnMail): Promise<ComposedMail> {
  const { list, to, subject, text, language, inReplyTo, now } = mail;
  const { address, title } = list.settings;
  const messageId = `${newToken()}@${address.slice(address.lastIndexOf('@') + 1)}`;
  const name = mail.fromName ?? (title === undefined ? list.name : localized(title, language));
  const raw = await new MailComposer({
    from: { name, address: commandAddress(list, 'owner') },
    // As an object, it is one address whatever it holds.
    to: { name: '', address: to },
    ...(mail.replyTo !== undefined && { replyTo: { name: '', address: mail.replyTo } }),
    subject,
    text,
    textEncoding: 'quoted-printable',
    newline: 'linux',
    messageId: `<${messageId}>`,
    date: new Date(now === undefined ? Date.now() : now * 1000),
    ...(inReplyTo !== undefined && { inReplyTo: `<${inReplyTo}>`, references: `<${inReplyTo}>` }),
    headers: {
      'Auto-Submitted': inReplyTo === undefined ? 'auto-generated' : 'auto-replied',
      'Content-Language': language,
      ...mail.headers,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
  return { raw, messageId };
}
