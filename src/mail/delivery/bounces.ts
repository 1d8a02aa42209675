import type { Writer } from '../../store/database.ts';
import { mailSecret } from '../../store/mail-secret.ts';
import { removeFollow } from '../../store/page-follows.ts';
import { countBounce } from '../../store/subscribers.ts';
import { commandAddress } from '../addresses.ts';
import type { MailList } from '../list.ts';
import type { Message } from '../mime/message.ts';
import { signedId, signId } from '../tokens.ts';

/** How much of a bounce is read. */
const MAX_READ = 64 * 1024;

/** The envelope sender of a copy: what bounces says by its very address whose it was (VERP). */
export function bounceAddress(list: MailList, secret: string, subscriber: string): string {
  return commandAddress(list, 'bounce', signId(secret, 'bounce', subscriber));
}

/** What a mail to such an address says: the address is dead, a delay or anything else. */
export type BounceKind = 'hard' | 'soft' | 'none';

/**
 * Reads a bounce: a delivery status notification (RFC 3464), or the text of a server that writes none. Absence notes, which
 * some send to the envelope sender, are no bounces.
 */
export function bounceKind({ raw, headers }: Pick<Message, 'raw' | 'headers'>): BounceKind {
  const value = (name: string) => headers.find((field) => field.name === name)?.value.toLowerCase() ?? '';
  const text = raw.subarray(0, MAX_READ).toString('latin1');
  if (/multipart\/report/.test(value('content-type'))) {
    if (!/report-type="?delivery-status/.test(value('content-type'))) return 'none';
    const report = text.slice(
      Math.max(0, text.search(/^content-type:[ \t]*message\/(?:global-)?delivery-status/im)),
    );
    const action = /^action:[ \t]*([a-z]+)/im.exec(report)?.[1]?.toLowerCase();
    const status = /^status:[ \t]*([245])\./im.exec(report)?.[1];
    return action === 'failed' ? (status === '5' ? 'hard' : 'soft') : action === 'delayed' ? 'soft' : 'none';
  }
  const submitted = value('auto-submitted');
  if (/^auto-replied/.test(submitted) && !/mailer-daemon|postmaster/.test(value('from'))) return 'none';
  if (!/mailer-daemon|postmaster|mail delivery/.test(value('from'))) return 'none';
  if (/\b5\.[0-7]\.\d{1,3}\b|\b55[0134]\b|permanent (?:fatal )?error/i.test(text)) return 'hard';
  return 'soft';
}

/** Counts a bounce against the subscription it is of; one whose address we did not make is nobody's. */
export async function takeBounce(
  writer: Writer,
  {
    argument,
    message,
    now,
  }: {
    readonly list: MailList;
    readonly argument: string;
    readonly message: Pick<Message, 'raw' | 'headers'>;
    readonly now: number;
  },
): Promise<'forged' | 'ignored' | 'counted' | 'suspended'> {
  const secret = await mailSecret(writer);
  const id = secret && signedId(secret, 'bounce', argument);
  if (!id) return 'forged';
  if (bounceKind(message) !== 'hard') return 'ignored';
  return (await takeHardBounce(writer, id, now)) ? 'suspended' : 'counted';
}

/** Counts that the address of a subscriber or a follower does not exist; says whether that ends what they get. */
export async function takeHardBounce(writer: Writer, id: string, now: number): Promise<boolean> {
  // To follow a page is asked again in a moment, and missed by nobody who does not read their mail.
  return (await removeFollow(writer, id)) || (await countBounce(writer, id, now));
}
