import { inBatches, insertAll } from './batches.ts';
import type { Reader, Writer } from './database.ts';
import type { RevisionTable } from './proposal-tables.ts';
import { OPEN_STATES } from './proposals.ts';

/** The latest revisions of somebody in a list, newest first. */
export function revisionsFrom(
  reader: Reader,
  list: string,
  folded: string,
  limit: number,
): Promise<RevisionTable[]> {
  return reader
    .selectFrom('revision')
    .selectAll()
    .where('list', '=', list)
    .where('folded', '=', folded)
    .orderBy('first_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** All the revisions of a proposal, the one that counts last. */
export function revisionsOf(reader: Reader, proposal: number): Promise<RevisionTable[]> {
  return reader
    .selectFrom('revision')
    .selectAll()
    .where('proposal', '=', proposal)
    .orderBy('version')
    .orderBy('id')
    .execute();
}

export function revisionById(reader: Reader, id: number): Promise<RevisionTable | undefined> {
  return reader.selectFrom('revision').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The revisions of open proposals that count. */
export function openRevisions(reader: Reader): Promise<RevisionTable[]> {
  return reader
    .selectFrom('revision')
    .innerJoin('proposal', 'proposal.revision', 'revision.id')
    .selectAll('revision')
    .where('proposal.state', 'in', OPEN_STATES)
    .orderBy('revision.id')
    .execute();
}

export async function addRevision(
  writer: Writer,
  revision: Omit<RevisionTable, 'id'>,
): Promise<RevisionTable> {
  const last = await writer
    .selectFrom('revision')
    .select((e) => e.fn.max('id').as('id'))
    .executeTakeFirst();
  const row = { ...revision, id: (last?.id ?? 0) + 1 };
  await insertAll(writer, 'revision', [row]);
  return row;
}

export async function updateRevision(
  writer: Writer,
  id: number,
  changes: Partial<Omit<RevisionTable, 'id'>>,
): Promise<void> {
  await writer.updateTable('revision').set(changes).where('id', '=', id).execute();
}

/**
 * The revisions that count and are to be tried, of open proposals: those that nobody tried since they changed. And those of
 * which all was erased, whose name is gone.
 */
export function untriedRevisions(reader: Reader, limit: number): Promise<RevisionTable[]> {
  return reader
    .selectFrom('revision')
    .innerJoin('proposal', 'proposal.revision', 'revision.id')
    .selectAll('revision')
    .where((e) => e.or([e('proposal.state', 'in', OPEN_STATES), e('proposal.title', '=', '')]))
    .where('revision.verdict', '=', 'pending')
    .orderBy('revision.id')
    .limit(limit)
    .execute();
}

/** Says the same of many revisions. */
export async function moveRevisions(
  writer: Writer,
  ids: readonly number[],
  changes: Partial<Pick<RevisionTable, 'base' | 'verdict'>>,
): Promise<void> {
  await inBatches(ids, async (batch) => {
    await writer.updateTable('revision').set(changes).where('id', 'in', batch).execute();
    return [];
  });
}

/** The series that came to a list, the newest first: those with a smaller id than `before`. */
export function seriesBefore(
  reader: Reader,
  list: string,
  before: number,
  limit: number,
): Promise<RevisionTable[]> {
  return reader
    .selectFrom('revision')
    .selectAll()
    .where('list', '=', list)
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** The newest revision whose patches are of a thread. */
export function revisionInThread(
  reader: Reader,
  list: string,
  thread: number,
): Promise<RevisionTable | undefined> {
  return reader
    .selectFrom('proposal_message')
    .innerJoin('mail_message', (join) =>
      join
        .onRef('mail_message.list', '=', 'proposal_message.list')
        .onRef('mail_message.message_id', '=', 'proposal_message.message_id'),
    )
    .innerJoin('revision', 'revision.id', 'proposal_message.revision')
    .selectAll('revision')
    .where('mail_message.list', '=', list)
    .where('mail_message.thread', '=', thread)
    .orderBy('revision.version', 'desc')
    .orderBy('revision.id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Says which files a revision changes. */
export async function saveRevisionPaths(
  writer: Writer,
  revision: number,
  paths: readonly string[],
): Promise<void> {
  await writer.deleteFrom('revision_path').where('revision', '=', revision).execute();
  const rows = [...new Set(paths)].map((path) => ({ revision, path }));
  await insertAll(writer, 'revision_path', rows);
}
