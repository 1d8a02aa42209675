import { inBatches, insertAll } from './batches.ts';
import type { Reader, Writer } from './database.ts';

/** Says that the work of these files of the spool is done, in the transaction that does it. */
export async function markTaken(writer: Writer, ids: readonly string[]): Promise<void> {
  await insertAll(
    writer,
    'taken',
    ids.map((id) => ({ id })),
  );
}

/** All whose work is done and whose file may be there still. */
export async function takenIds(reader: Reader): Promise<Set<string>> {
  const rows = await reader.selectFrom('taken').select('id').execute();
  return new Set(rows.map(({ id }) => id));
}

/** Forgets those whose file is gone. */
export async function forgetTaken(writer: Writer, ids: readonly string[]): Promise<void> {
  await inBatches(ids, async (batch) => {
    await writer.deleteFrom('taken').where('id', 'in', batch).execute();
    return [];
  });
}
