import type { Writer } from '../store/database.ts';
import { addHeld } from '../store/held.ts';
import type { MailList } from './list.ts';
import type { SpoolEntry } from './spool.ts';
import { newId, newToken, tokenHash } from './tokens.ts';

/**
 * Has a message of Greffe's own posted on a list, in the transaction of what it tells: as one that was held and let through,
 * which the office puts in the archive whatever happens meanwhile.
 */
export async function postOwn(
  writer: Writer,
  { settings, name }: Pick<MailList, 'settings' | 'name'>,
  { raw, subject, now }: { readonly raw: Buffer; readonly subject: string; readonly now: number },
): Promise<void> {
  const entry: SpoolEntry = {
    arrivedAt: now,
    door: 'own',
    sender: '',
    destinations: [{ kind: 'message', list: name }],
    isVerified: true,
  };
  await addHeld(writer, {
    id: newId(),
    list: name,
    hash: tokenHash(newToken()),
    state: 'approved',
    reason: '',
    entry: JSON.stringify(entry),
    raw,
    from_address: settings.address,
    folded: settings.address.toLowerCase(),
    subject: subject.slice(0, 1_000),
    held_at: now,
  });
}
