import type { ExpressionBuilder } from 'kysely';
import type {
  ContributedPatchTable,
  ContributionFileTable,
  ContributionTable,
} from './contribution-tables.ts';
import type { Reader, Writer } from './database.ts';
import type { Schema } from './schema.ts';

/** A file that a contribution changes, but for the contribution. */
export type ChangedFile = Omit<ContributionFileTable, 'hash'>;

/** Keeps what somebody wants to send; what nobody sent or confirmed before `since` (seconds since 1970) goes. */
export async function addContribution(
  writer: Writer,
  row: ContributionTable,
  files: readonly ChangedFile[],
  since: number,
): Promise<void> {
  const old = (e: ExpressionBuilder<Schema, 'contribution'>) =>
    e.and([e('state', 'in', ['draft', 'asked']), e('created_at', '<', since)]);
  await writer
    .deleteFrom('contribution_file')
    .where('hash', 'in', (e) => e.selectFrom('contribution').select('hash').where(old))
    .execute();
  await writer.deleteFrom('contribution').where(old).execute();
  await writer.insertInto('contribution').values(row).execute();
  for (const file of files) await keepContributionFile(writer, row.hash, file);
}

export async function removeContribution(writer: Writer, hash: string): Promise<void> {
  await writer.deleteFrom('contribution_file').where('hash', '=', hash).execute();
  await writer.deleteFrom('accepted_wording').where('hash', '=', hash).execute();
  await writer.deleteFrom('contribution').where('hash', '=', hash).execute();
}

/** The files of a contribution, by path. */
export function contributionFiles(reader: Reader, hash: string): Promise<ContributionFileTable[]> {
  return reader
    .selectFrom('contribution_file')
    .selectAll()
    .where('hash', '=', hash)
    .orderBy('path')
    .execute();
}

/** Has a contribution change a file so, instead of how it did. */
export async function keepContributionFile(writer: Writer, hash: string, file: ChangedFile): Promise<void> {
  await dropContributionFile(writer, hash, file.path);
  await writer
    .insertInto('contribution_file')
    .values({ hash, ...file })
    .execute();
}

/** Has a contribution leave a file as it is. */
export async function dropContributionFile(writer: Writer, hash: string, path: string): Promise<void> {
  await writer.deleteFrom('contribution_file').where('hash', '=', hash).where('path', '=', path).execute();
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

/** Nothing becomes of what was posted by a message: it was turned down, or nobody looked at it. */
export async function settleContribution(
  writer: Writer,
  {
    list,
    messageId,
    state,
  }: { readonly list: string; readonly messageId: string; readonly state: 'withdrawn' | 'forgotten' },
): Promise<void> {
  await writer
    .updateTable('contribution')
    .set({ state })
    .where('list', '=', list)
    .where('message_id', '=', messageId)
    .execute();
}

/** How many drafts there are. */
export async function countDrafts(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom('contribution')
    .select((e) => e.fn.countAll<number | string>().as('count'))
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return Number(row?.count ?? 0);
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

/** Forgets who sent a message that is erased, what they had typed, and what was accepted of it. */
export async function eraseContribution(writer: Writer, list: string, messageId: string): Promise<void> {
  await writer
    .deleteFrom('contributed_patch')
    .where('list', '=', list)
    .where('message_id', '=', messageId)
    .execute();
  await writer
    .deleteFrom('accepted_wording')
    .where('list', '=', list)
    .where('message_id', '=', messageId)
    .execute();
  const rows = await writer
    .selectFrom('contribution')
    .select('hash')
    .where('list', '=', list)
    .where('message_id', '=', messageId)
    .execute();
  for (const { hash } of rows) await removeContribution(writer, hash);
}

/** What somebody last called themselves in what was posted for them; undefined of who never posted. */
export async function nameOfContributor(reader: Reader, address: string): Promise<string | undefined> {
  const row = await reader
    .selectFrom('contributed_patch')
    .select('name')
    .where('address', '=', address)
    .limit(1)
    .executeTakeFirst();
  return row?.name;
}
