import { inBatches } from './batches.ts';
import type { Reader } from './database.ts';
import type { ChangeTable, CommitTable } from './schema.ts';

/** Above every `seq`, in both engines. */
const MAX_SEQ = 2 ** 31 - 1;

/** Which commits of the history are wanted, the newest first. */
export interface CommitRange {
  /** Only those whose `seq` is below. */
  readonly before?: number;
  /** Only those whose committer's time, in seconds, is at or above `since`, or below `until`. */
  readonly since?: number;
  readonly until?: number;
  readonly limit: number;
}

/** The commits of a range, the newest first. */
export function recentCommits(reader: Reader, range: CommitRange): Promise<CommitTable[]> {
  return selectRange(reader, range).execute();
}

/** The commits of a range that changed a file at or below a folder. */
export function recentCommitsBelow(
  reader: Reader,
  folder: string,
  range: CommitRange,
): Promise<CommitTable[]> {
  if (folder === '') return recentCommits(reader, range);
  return selectRange(reader, range)
    .where((e) =>
      e.exists(
        e
          .selectFrom('change')
          .select('change.seq')
          .whereRef('change.seq', '=', 'commit.seq')
          .where((inside) =>
            inside.or(
              (['change.path', 'change.old_path'] as const).map((path) =>
                inside.and([inside(path, '>=', `${folder}/`), inside(path, '<', `${folder}0`)]),
              ),
            ),
          ),
      ),
    )
    .execute();
}

function selectRange(reader: Reader, { before, since, until, limit }: CommitRange) {
  let commits = reader.selectFrom('commit').selectAll('commit').orderBy('commit.seq', 'desc').limit(limit);
  if (before !== undefined) commits = commits.where('commit.seq', '<', Math.min(before, MAX_SEQ));
  if (since !== undefined) commits = commits.where('commit.committer_time', '>=', since);
  if (until !== undefined) commits = commits.where('commit.committer_time', '<', until);
  return commits;
}

/** What these commits did to files, by commit and path. */
export function changesOf(reader: Reader, seqs: readonly number[]): Promise<ChangeTable[]> {
  return inBatches(seqs, (batch) =>
    reader
      .selectFrom('change')
      .selectAll()
      .where('seq', 'in', batch)
      .orderBy('seq')
      .orderBy('path')
      .execute(),
  );
}

/** The first commit of the history. */
export function oldestCommit(reader: Reader): Promise<Pick<CommitTable, 'id'> | undefined> {
  return reader.selectFrom('commit').select('id').orderBy('seq').limit(1).executeTakeFirst();
}
