import type { ContributedPatchTable, ContributionTable } from './contribution-tables.ts';
import type { Reader, Writer } from './database.ts';

/** Keeps what somebody wants to send; what nobody confirmed before `since` (seconds since 1970) goes. */
export async function addContribution(writer: Writer, row: ContributionTable, since: number): Promise<void> {
  await writer
    .deleteFrom('contribution')
    .where('state', '=', 'asked')
    .where('created_at', '<', since)
    .execute();
  await writer.insertInto('contribution').values(row).execute();
}

export function contributionOf(reader: Reader, hash: string): Promise<ContributionTable | undefined> {
  return reader.selectFrom('contribution').selectAll().where('hash', '=', hash).executeTakeFirst();
}

export async function updateContribution(
  writer: Writer,
  hash: string,
  changes: Partial<Omit<ContributionTable, 'hash'>>,
): Promise<void> {
  await writer.updateTable('contribution').set(changes).where('hash', '=', hash).execute();
}

/** How many wait for their confirmation: of an address, and of all. */
export async function countAsked(
  reader: Reader,
  folded: string,
  since: number,
): Promise<{ readonly ofAddress: number; readonly all: number }> {
  const rows = await reader
    .selectFrom('contribution')
    .select(['folded', (e) => e.fn.countAll<number | string>().as('count')])
    .where('created_at', '>', since)
    .where('state', '=', 'asked')
    .groupBy('folded')
    .execute();
  const counts = rows.map((row) => ({ folded: row.folded, count: Number(row.count) }));
  return {
    ofAddress: counts.find((row) => row.folded === folded)?.count ?? 0,
    all: counts.reduce((sum, { count }) => sum + count, 0),
  };
}

/** Says for whom a patch is posted. */
export async function addContributedPatch(writer: Writer, row: ContributedPatchTable): Promise<void> {
  await writer.insertInto('contributed_patch').values(row).execute();
}

/** For whom a message of a list was posted; undefined for one that somebody sent. */
export function contributorOf(
  reader: Reader,
  list: string,
  messageId: string,
): Promise<ContributedPatchTable | undefined> {
  return reader
    .selectFrom('contributed_patch')
    .selectAll()
    .where('list', '=', list)
    .where('message_id', '=', messageId)
    .executeTakeFirst();
}

/** Forgets who sent a patch that is erased, and what they had typed. */
export async function eraseContribution(writer: Writer, list: string, messageId: string): Promise<void> {
  await writer
    .deleteFrom('contributed_patch')
    .where('list', '=', list)
    .where('message_id', '=', messageId)
    .execute();
  await writer
    .deleteFrom('contribution')
    .where('list', '=', list)
    .where('message_id', '=', messageId)
    .execute();
}
