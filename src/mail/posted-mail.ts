import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailList } from './list.ts';
import type { Mailbox } from './mime/message.ts';
import type { ComposedMail } from './own-mail.ts';
import { newToken } from './tokens.ts';

/** A message that somebody wrote on the web, for a list. */
export interface PostedMail {
  readonly list: MailList;
  /** Of who wrote it. */
  readonly name: string;
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  readonly text: string;
  readonly language: string;
  /** The Message-ID, without brackets, of what it answers. */
  readonly inReplyTo: string;
  /** Seconds since 1970. */
  readonly now: number;
}

/**
 * The bytes of such a message (RFC 5322), its lines ending with LF. It comes from the list in the name of who wrote it:
 * Greffe cannot sign for the domain of their address (DMARC, RFC 7489). No value can add a field.
 */
export async function composePosted(mail: PostedMail): Promise<ComposedMail> {
  const { list, name, cc, subject, text, language, inReplyTo, now } = mail;
  const { address } = list.settings;
  const messageId = `${newToken()}@${address.slice(address.lastIndexOf('@') + 1)}`;
  const raw = await new MailComposer({
    from: { name: `${name} (${list.name})`, address },
    to: { name: '', address },
    cc: cc.map((one) => ({ ...one })),
    subject,
    text,
    textEncoding: 'quoted-printable',
    newline: 'linux',
    messageId: `<${messageId}>`,
    date: new Date(now * 1000),
    inReplyTo: `<${inReplyTo}>`,
    references: `<${inReplyTo}>`,
    headers: { 'Content-Language': language },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
  return { raw, messageId };
}
