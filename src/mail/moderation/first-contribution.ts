import { withdrawContribution } from '../../store/contributions.ts';
import type { Writer } from '../../store/database.ts';
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
  for (const id of idsOf(held)) await withdrawContribution(writer, held.list, id);
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

const idsOf = ({ raw }: HeldTable) => parseMessage(Buffer.from(raw)).ids;
