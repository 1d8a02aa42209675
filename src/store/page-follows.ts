import type { Reader, Writer } from './database.ts';
import type { ChangeTable, CommitTable } from './schema.ts';
import type { PageFollowTable } from './subscription-tables.ts';

/** Those who may be told now: whom nothing was told since `before`. */
export function followsToTell(reader: Reader, before: number): Promise<PageFollowTable[]> {
  return reader
    .selectFrom('page_follow')
    .selectAll()
    .where('told_at', '<=', before)
    .orderBy('folded')
    .orderBy('path')
    .execute();
}

export function followById(reader: Reader, id: string): Promise<PageFollowTable | undefined> {
  return reader.selectFrom('page_follow').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Follows a path; whoever follows it already goes on, in this language. */
export async function saveFollow(writer: Writer, follow: PageFollowTable): Promise<void> {
  const { language, address } = follow;
  await writer
    .insertInto('page_follow')
    .values(follow)
    .onConflict((conflict) => conflict.columns(['folded', 'path']).doUpdateSet({ language, address }))
    .execute();
}

/** Notes what a follower now knows of; `path` where what they follow was renamed. */
export async function followSaw(
  writer: Writer,
  id: string,
  seen: { readonly commit: string; readonly path?: string; readonly toldAt?: number },
): Promise<void> {
  await writer
    .updateTable('page_follow')
    .set({
      seen_commit: seen.commit,
      ...(seen.path !== undefined && { path: seen.path }),
      ...(seen.toldAt !== undefined && { told_at: seen.toldAt }),
    })
    .where('id', '=', id)
    .execute();
}

/** Whether somebody at this address follows a path. */
export async function isFollowing(reader: Reader, folded: string, path: string): Promise<boolean> {
  const row = await reader
    .selectFrom('page_follow')
    .select('id')
    .where('folded', '=', folded)
    .where('path', '=', path)
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends a follow; says whether there was one. */
export async function removeFollow(writer: Writer, id: string): Promise<boolean> {
  const { numDeletedRows } = await writer.deleteFrom('page_follow').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** A change to what somebody follows, with the commit it is of. */
export interface FollowedChange
  extends Pick<ChangeTable, 'seq' | 'path' | 'kind' | 'old_path' | 'oid'>,
    Pick<CommitTable, 'author_name' | 'author_time' | 'subject'> {
  readonly commit_id: string;
}

/**
 * The changes after a commit (`seq`) of a file or, where the path ends with `/`, of all that is in a folder, oldest first;
 * at most `limit`.
 */
export function changesAfter(
  reader: Reader,
  path: string,
  seq: number,
  limit: number,
): Promise<FollowedChange[]> {
  const all = reader
    .selectFrom('change')
    .innerJoin('commit', 'commit.seq', 'change.seq')
    .select(['change.seq', 'change.path', 'change.kind', 'change.old_path', 'change.oid'])
    .select(['commit.id as commit_id', 'author_name', 'author_time', 'subject'])
    .where('change.seq', '>', seq)
    .orderBy('change.seq')
    .orderBy('change.path')
    .limit(limit);
  if (path === '/') return all.execute();
  const columns = ['change.path', 'change.old_path'] as const;
  return all
    .where((e) =>
      e.or(
        columns.map((column) =>
          path.endsWith('/')
            ? e.and([e(column, '>=', path), e(column, '<', `${path.slice(0, -1)}0`)])
            : e(column, '=', path),
        ),
      ),
    )
    .execute();
}

/** What a file held before a commit: the id of its content; undefined where it was not there. */
export async function contentBefore(reader: Reader, path: string, seq: number): Promise<string | undefined> {
  const row = await reader
    .selectFrom('change')
    .select(['oid', 'kind'])
    .where('path', '=', path)
    .where('seq', '<', seq)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.kind === 'deleted' ? undefined : row?.oid;
}
