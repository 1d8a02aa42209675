import type { Reader, Writer } from './database.ts';
import type { AcceptedWordingTable } from './review-tables.ts';

/** The wordings that the author of a contribution accepted. */
export function acceptedWordings(reader: Reader, hash: string): Promise<AcceptedWordingTable[]> {
  return reader
    .selectFrom('accepted_wording')
    .selectAll()
    .where('hash', '=', hash)
    .orderBy('message_id')
    .orderBy('place')
    .execute();
}

export async function addAcceptedWording(writer: Writer, row: AcceptedWordingTable): Promise<void> {
  await writer.insertInto('accepted_wording').values(row).execute();
}
