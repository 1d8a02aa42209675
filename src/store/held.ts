import type { Reader, Writer } from './database.ts';
import type { HeldTable } from './held-table.ts';

/** A message that waits, without its bytes. */
export type HeldSummary = Pick<
  HeldTable,
  'id' | 'list' | 'state' | 'reason' | 'from_address' | 'subject' | 'held_at'
>;

const SUMMARY = ['id', 'list', 'state', 'reason', 'from_address', 'subject', 'held_at'] as const;

export async function addHeld(writer: Writer, held: HeldTable): Promise<void> {
  await writer.insertInto('held').values(held).execute();
}

/** What waits in a list, the oldest first. */
export function heldOf(reader: Reader, list: string): Promise<HeldSummary[]> {
  return reader
    .selectFrom('held')
    .select(SUMMARY)
    .where('list', '=', list)
    .where('state', '=', 'waiting')
    .orderBy('held_at')
    .orderBy('id')
    .execute();
}

/** The message that a token, or its own id, stands for, while it waits. */
export function waitingHeld(
  reader: Reader,
  by: { readonly hash: string } | { readonly id: string },
): Promise<HeldTable | undefined> {
  const waiting = reader.selectFrom('held').selectAll().where('state', '=', 'waiting');
  return (
    'hash' in by ? waiting.where('hash', '=', by.hash) : waiting.where('id', '=', by.id)
  ).executeTakeFirst();
}

/** All that waits of a writer. */
export function heldFrom(reader: Reader, folded: string): Promise<HeldTable[]> {
  return reader
    .selectFrom('held')
    .selectAll()
    .where('folded', '=', folded)
    .where('state', '=', 'waiting')
    .orderBy('held_at')
    .execute();
}

/** Has a message put where it belongs; false when somebody else decided first. */
export async function approveHeld(writer: Writer, id: string): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('held')
    .set({ state: 'approved' })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Those approved that are to be put where they belong. */
export function approvedHeld(reader: Reader, limit: number): Promise<HeldTable[]> {
  return reader
    .selectFrom('held')
    .selectAll()
    .where('state', '=', 'approved')
    .orderBy('held_at')
    .limit(limit)
    .execute();
}

export async function removeHeld(writer: Writer, id: string): Promise<void> {
  await writer.deleteFrom('held').where('id', '=', id).execute();
}

/** Forgets what waited in vain since before a time; gives it. */
export async function expireHeld(writer: Writer, before: number): Promise<HeldTable[]> {
  const expired = await writer
    .selectFrom('held')
    .selectAll()
    .where('held_at', '<', before)
    .where('state', '=', 'waiting')
    .execute();
  for (const { id } of expired) await removeHeld(writer, id);
  return expired;
}

/** How many wait in a list: in all, of one writer, and since a time. */
export async function countHeld(
  reader: Reader,
  list: string,
  { folded, since }: { readonly folded: string; readonly since: number },
): Promise<{ readonly all: number; readonly ofWriter: number; readonly lately: number }> {
  const rows = await reader
    .selectFrom('held')
    .select(({ fn, val, eb }) => [
      fn.countAll<number | string>().as('all'),
      fn
        .sum<number | string>(eb.case().when('folded', '=', folded).then(val(1)).else(val(0)).end())
        .as('ofWriter'),
      fn
        .sum<number | string>(eb.case().when('held_at', '>', since).then(val(1)).else(val(0)).end())
        .as('lately'),
    ])
    .where('list', '=', list)
    .executeTakeFirst();
  return {
    all: Number(rows?.all ?? 0),
    ofWriter: Number(rows?.ofWriter ?? 0),
    lately: Number(rows?.lately ?? 0),
  };
}
