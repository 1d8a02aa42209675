import { inBatches, insertAll } from './batches.ts';
import type { Reader, Writer } from './database.ts';
import type { ChangeTable, CommitTable } from './schema.ts';

/** What a commit did to a file; `parents` as in `CommitTable`. */
export interface Version extends ChangeTable, Omit<CommitTable, 'seq' | 'id' | 'straight_from'> {
  readonly commit_id: string;
}

/** How many names of one file are followed back. */
const MAX_NAMES = 50;

/** Above every `seq`, in both engines. */
const LAST_SEQ = 2 ** 31 - 1;

/** The versions of a file, newest first, followed back through its renames; at most `limit` of them. */
export async function versionsOf(reader: Reader, path: string, limit: number): Promise<Version[]> {
  const versions: Version[] = [];
  let name: string | null = path;
  let before = LAST_SEQ;
  for (let names = 0; name !== null && names < MAX_NAMES && versions.length < limit; names++) {
    const rows = await versionsUnder(reader, name, before, limit - versions.length);
    const renamed: number = rows.findIndex((row) => row.kind === 'renamed');
    versions.push(...(renamed === -1 ? rows : rows.slice(0, renamed + 1)));
    if (names > 0) versions.push(...(await editsBeside(reader, name, before)));
    name = renamed === -1 ? null : (rows[renamed] as Version).old_path;
    before = rows[renamed]?.seq ?? 0;
  }
  return versions.sort((a, b) => b.seq - a.seq).slice(0, limit);
}

/** The newest version of a file. */
export async function lastVersion(reader: Reader, path: string): Promise<Version | undefined> {
  return (await versionsUnder(reader, path, LAST_SEQ, 1))[0];
}

/** The newest version of each path that ever had one. */
export function newestVersions(reader: Reader): Promise<Version[]> {
  return selectVersions(reader)
    .where((e) =>
      e(
        'change.seq',
        '=',
        e
          .selectFrom('change as later')
          .select((of) => of.fn.max('later.seq').as('seq'))
          .whereRef('later.path', '=', 'change.path'),
      ),
    )
    .execute();
}

function versionsUnder(reader: Reader, path: string, before: number, limit: number): Promise<Version[]> {
  return selectVersions(reader)
    .where('change.path', '=', path)
    .where('change.seq', '<', before)
    .orderBy('change.seq', 'desc')
    .limit(limit)
    .execute();
}

/** The edits under its old name that another line of history made while one renamed it. */
async function editsBeside(reader: Reader, path: string, renamedAt: number): Promise<Version[]> {
  const after = await selectVersions(reader)
    .where('change.path', '=', path)
    .where('change.seq', '>', renamedAt)
    .orderBy('change.seq')
    .limit(MAX_NAMES)
    .execute();
  const end = after.findIndex(({ kind }) => kind !== 'modified');
  return end === -1 ? after : after.slice(0, end);
}

function selectVersions(reader: Reader) {
  return reader
    .selectFrom('change')
    .innerJoin('commit', 'commit.seq', 'change.seq')
    .select([
      'change.seq',
      'change.path',
      'change.kind',
      'change.old_path',
      'change.oid',
      'change.edited',
      'commit.id as commit_id',
      'commit.parents',
      'commit.author_name',
      'commit.author_email',
      'commit.author_time',
      'commit.committer_name',
      'commit.committer_email',
      'commit.committer_time',
      'commit.subject',
    ]);
}

/** When each of these paths was first committed (its author's time). */
export function firstChanges(
  reader: Reader,
  paths: readonly string[],
): Promise<{ readonly path: string; readonly time: number }[]> {
  return inBatches(paths, (batch) =>
    reader
      .selectFrom('change')
      .innerJoin('commit', 'commit.seq', 'change.seq')
      .select(['change.path', (e) => e.fn.min('commit.author_time').as('time')])
      .where('change.path', 'in', batch)
      .groupBy('change.path')
      .orderBy('change.path')
      .execute(),
  );
}

/** The last time one of these paths ceased to be: renamed away, or deleted. */
export function lastDeparture(reader: Reader, paths: readonly string[]): Promise<ChangeTable | undefined> {
  return reader
    .selectFrom('change')
    .selectAll()
    .where((e) =>
      e.or([e('old_path', 'in', paths), e.and([e('path', 'in', paths), e('kind', '=', 'deleted')])]),
    )
    .orderBy('seq', 'desc')
    .executeTakeFirst();
}

/** The first time after `seq` that this path ceased to be. */
export function nextDeparture(reader: Reader, path: string, seq: number): Promise<ChangeTable | undefined> {
  return reader
    .selectFrom('change')
    .selectAll()
    .where((e) => e.or([e('old_path', '=', path), e.and([e('path', '=', path), e('kind', '=', 'deleted')])]))
    .where('seq', '>', seq)
    .orderBy('seq')
    .executeTakeFirst();
}

/** The first path where the same bytes came back after `seq`. */
export async function nextArrival(
  reader: Reader,
  oid: string,
  seq: number,
): Promise<ChangeTable | undefined> {
  return await reader
    .selectFrom('change')
    .selectAll()
    .where('oid', '=', oid)
    .where('kind', 'in', ['added', 'renamed'])
    .where('seq', '>', seq)
    .orderBy('seq')
    .executeTakeFirst();
}

/** The renames of the files that were under `folder/`, the last ones first; at most `limit` of them. */
export function departuresFrom(reader: Reader, folder: string, limit: number): Promise<ChangeTable[]> {
  return reader
    .selectFrom('change')
    .selectAll()
    .where('old_path', '>=', `${folder}/`)
    .where('old_path', '<', `${folder}0`)
    .orderBy('seq', 'desc')
    .orderBy('path')
    .limit(limit)
    .execute();
}

export function commitAt(reader: Reader, seq: number): Promise<CommitTable | undefined> {
  return reader.selectFrom('commit').selectAll().where('seq', '=', seq).executeTakeFirst();
}

export function commitsById(reader: Reader, ids: readonly string[]): Promise<CommitTable[]> {
  return inBatches(ids, (batch) =>
    reader.selectFrom('commit').selectAll().where('id', 'in', batch).execute(),
  );
}

export async function lastSeq(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom('commit')
    .select((e) => e.fn.max('seq').as('seq'))
    .executeTakeFirst();
  return row?.seq ?? 0;
}

/** The commits from one `seq` to another, both included. */
export function commitsBetween(
  reader: Reader,
  from: number,
  to: number,
): Promise<Pick<CommitTable, 'seq' | 'parents'>[]> {
  return reader
    .selectFrom('commit')
    .select(['seq', 'parents'])
    .where('seq', '>=', from)
    .where('seq', '<=', to)
    .orderBy('seq')
    .execute();
}

export async function addHistory(
  writer: Writer,
  commits: readonly CommitTable[],
  changes: readonly ChangeTable[],
): Promise<void> {
  await insertAll(writer, 'commit', commits);
  await insertAll(writer, 'change', changes);
}

/** Gives the paths that these commits had changed. */
export async function forgetCommits(writer: Writer, ids: readonly string[]): Promise<string[]> {
  const gone = (await commitsById(writer, ids)).map((commit) => commit.seq);
  const changes = await inBatches(gone, async (batch) => {
    const paths = await writer.deleteFrom('change').where('seq', 'in', batch).returning('path').execute();
    await writer.deleteFrom('commit').where('seq', 'in', batch).execute();
    return paths;
  });
  return changes.map(({ path }) => path);
}
