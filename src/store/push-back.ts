import type { Reader, Writer } from './database.ts';
import type { PushBackTable } from './push-back-table.ts';

/** Proposals whose home did not take them, and are tried again. */
export function putOffProposals(reader: Reader): Promise<PushBackTable[]> {
  return reader.selectFrom('push_back').selectAll().orderBy('next_at').execute();
}

export function putOffOf(reader: Reader, proposal: number): Promise<PushBackTable | undefined> {
  return reader.selectFrom('push_back').selectAll().where('proposal', '=', proposal).executeTakeFirst();
}

export async function putOff(writer: Writer, row: PushBackTable): Promise<void> {
  await endPutOff(writer, row.proposal);
  await writer.insertInto('push_back').values(row).execute();
}

export async function endPutOff(writer: Writer, proposal: number): Promise<void> {
  await writer.deleteFrom('push_back').where('proposal', '=', proposal).execute();
}
