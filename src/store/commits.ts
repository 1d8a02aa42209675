import type { Reader } from './database.ts';
import type { ChangeTable, CommitTable } from './schema.ts';

const SOME_ID = /^[0-9a-f]{7,64}$/;

/**
 * The commit of the wiki's history whose id is this one or, of seven digits at least, begins so; undefined when there is
 * none, or more than one. Only the commits that the wiki's branch leads to are there: what a forced push took away is not.
 */
export async function commitNamed(reader: Reader, id: string): Promise<CommitTable | undefined> {
  if (!SOME_ID.test(id)) return undefined;
  const found = await reader
    .selectFrom('commit')
    .selectAll()
    .where('id', '>=', id)
    .where('id', '<', `${id}g`)
    .limit(2)
    .execute();
  return found.length === 1 ? found[0] : undefined;
}

/** The id of the commit that the index holds; empty when it holds none. */
export async function indexedCommit(reader: Reader): Promise<string> {
  return (await reader.selectFrom('wiki').select('commit_id').executeTakeFirst())?.commit_id ?? '';
}

/** What a commit did to files at or below a folder (`''` is the root), by path; at most `limit` of them. */
export function changesWithin(
  reader: Reader,
  seq: number,
  folder: string,
  limit: number,
): Promise<ChangeTable[]> {
  const changes = reader.selectFrom('change').selectAll().where('seq', '=', seq).orderBy('path').limit(limit);
  if (folder === '') return changes.execute();
  return changes.where('path', '>=', `${folder}/`).where('path', '<', `${folder}0`).execute();
}

/** How many files each of these commits touched; those that touched none are left out. */
export async function changeCounts(
  reader: Reader,
  seqs: readonly number[],
): Promise<readonly { readonly seq: number; readonly count: number }[]> {
  if (seqs.length === 0) return [];
  return await reader
    .selectFrom('change')
    .select(['seq', (e) => e.fn.countAll<number>().as('count')])
    .where('seq', 'in', seqs)
    .groupBy('seq')
    .orderBy('seq')
    .execute();
}

/** What a commit did to one file; undefined when nothing. */
export function changeOf(reader: Reader, seq: number, path: string): Promise<ChangeTable | undefined> {
  return reader
    .selectFrom('change')
    .selectAll()
    .where('path', '=', path)
    .where('seq', '=', seq)
    .executeTakeFirst();
}

export function commitsAt(reader: Reader, seqs: readonly number[]): Promise<CommitTable[]> {
  if (seqs.length === 0) return Promise.resolve([]);
  return reader.selectFrom('commit').selectAll().where('seq', 'in', seqs).orderBy('seq').execute();
}
