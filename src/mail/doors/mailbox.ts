import type { Intake } from '../intake.ts';
import { parseMessage } from '../mime/parse.ts';
import type { Door as DoorName } from '../spool.ts';
import { recipientsOf, senderOf } from './recipients.ts';

/** What became of a message of a mailbox: it is taken, for none of the lists, refused, or to be tried again. */
export type MailboxOutcome =
  | { readonly kind: 'taken' | 'foreign' | 'later' }
  | { readonly kind: 'refused'; readonly why: string };

/** Takes a message that another server put in a mailbox. Its sender hears of no refusal: that server has said yes already. */
export async function takeFromMailbox(
  intake: Intake,
  door: DoorName,
  bytes: Buffer,
): Promise<MailboxOutcome> {
  if ((await intake.maxBytes()) < bytes.length) return { kind: 'refused', why: 'It is too large.' };
  // A mailbox may keep either line end; a message of both is read as one of LF.
  const raw = bytes.includes('\r\n')
    ? Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
    : bytes;
  const message = parseMessage(raw);
  let isLate = false;
  const recipients = await recipientsOf(message, async (address) => {
    const refusal = await intake.recipient(address);
    if (refusal && refusal.code < 500) isLate = true;
    return refusal === undefined;
  });
  if (isLate) return { kind: 'later' };
  if (recipients.length === 0) return { kind: 'foreign' };
  const refusal = await intake.take({ door, sender: senderOf(message), recipients }, raw);
  if (!refusal) return { kind: 'taken' };
  return refusal.code < 500 ? { kind: 'later' } : { kind: 'refused', why: refusal.words[0] ?? '' };
}
