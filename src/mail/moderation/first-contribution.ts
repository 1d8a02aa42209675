import { settleContribution } from '../../store/contributions.ts';
import type { Reader, Writer } from '../../store/database.ts';
import { heldFrom, removeHeld } from '../../store/held.ts';
import type { HeldTable } from '../../store/held-table.ts';
import { addKnownAuthor } from '../../store/known-authors.ts';
import { parseMessage } from '../mime/parse.ts';

export const FIRST_CONTRIBUTION = 'first-contribution';

/** The change of somebody new is let through: the next ones are not held. */
export async function letThrough(writer: Writer, held: HeldTable, now: number): Promise<void> {
  if (held.reason === FIRST_CONTRIBUTION) await addKnownAuthor(writer, held.folded, now);
}

/** It is not: nothing becomes of it. */
export async function turnDown(writer: Writer, held: HeldTable): Promise<void> {
  if (held.reason !== FIRST_CONTRIBUTION) return;
  for (const id of idsOf(held))
    await settleContribution(writer, { list: held.list, messageId: id, state: 'withdrawn' });
}

/** Takes back a change that waits, because another version of it comes, or none. */
export async function dropHeldContribution(
  writer: Writer,
  { list, folded, messageId }: { readonly list: string; readonly folded: string; readonly messageId: string },
): Promise<void> {
  for (const held of await heldFrom(writer, folded))
    if (held.list === list && held.reason === FIRST_CONTRIBUTION && idsOf(held).includes(messageId))
      await removeHeld(writer, held.id);
}

/** Nobody looked at it in time: its author is told by its page, and may send it again. */
export async function letGo(writer: Writer, held: HeldTable): Promise<void> {
  if (held.reason !== FIRST_CONTRIBUTION) return;
  for (const id of idsOf(held))
    await settleContribution(writer, { list: held.list, messageId: id, state: 'forgotten' });
}

/** Whether a change waits for a moderator. */
export async function isWaiting(
  reader: Reader,
  { list, folded, messageId }: { readonly list: string; readonly folded: string; readonly messageId: string },
): Promise<boolean> {
  const held = await heldFrom(reader, folded);
  return held.some(
    (one) => one.list === list && one.reason === FIRST_CONTRIBUTION && idsOf(one).includes(messageId),
  );
}

const idsOf = ({ raw }: HeldTable) => parseMessage(Buffer.from(raw)).ids;
