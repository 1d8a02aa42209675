import type { Reader, Writer } from './database.ts';
import type { DigestEntryTable } from './subscription-tables.ts';

/** Keeps a message for the next digest of its list; one that is kept already is kept once. */
export async function addDigestEntry(writer: Writer, entry: DigestEntryTable): Promise<void> {
  await writer
    .insertInto('digest_entry')
    .values(entry)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The messages that wait for the next digest of a list, the oldest first. */
export function digestEntries(reader: Reader, list: string): Promise<DigestEntryTable[]> {
  return reader
    .selectFrom('digest_entry')
    .selectAll()
    .where('list', '=', list)
    .orderBy('received_at')
    .orderBy('oid')
    .execute();
}

/** The day of the last digest of a list, `YYYY-MM-DD`; empty before the first. */
export async function lastDigest(reader: Reader, list: string): Promise<string> {
  const row = await reader.selectFrom('digest').select('day').where('list', '=', list).executeTakeFirst();
  return row?.day ?? '';
}

/** Says that the messages that waited are in the digest of a day. */
export async function endDigest(writer: Writer, list: string, day: string): Promise<void> {
  await writer.deleteFrom('digest_entry').where('list', '=', list).execute();
  await writer
    .insertInto('digest')
    .values({ list, day })
    .onConflict((conflict) => conflict.column('list').doUpdateSet({ day }))
    .execute();
}
