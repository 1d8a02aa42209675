import type { Reader, Writer } from './database.ts';
import type { PasskeyTable } from './sign-in-tables.ts';

export async function savePasskey(writer: Writer, passkey: PasskeyTable): Promise<void> {
  await writer.insertInto('passkey').values(passkey).execute();
}

export function passkeyAt(reader: Reader, id: string): Promise<PasskeyTable | undefined> {
  return reader.selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst();
}

export function passkeysOf(reader: Reader, folded: string): Promise<PasskeyTable[]> {
  return reader
    .selectFrom('passkey')
    .selectAll()
    .where('folded', '=', folded)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** A passkey was of use, for this many times by what its device says. */
export async function usePasskey(
  writer: Writer,
  { id, counter, now }: { readonly id: string; readonly counter: number; readonly now: number },
): Promise<void> {
  await writer.updateTable('passkey').set({ counter, used_at: now }).where('id', '=', id).execute();
}

/** Removes a passkey of somebody; whether there was one. */
export async function removePasskey(writer: Writer, folded: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await writer
    .deleteFrom('passkey')
    .where('folded', '=', folded)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
