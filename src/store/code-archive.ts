import { sql } from 'kysely';
import type { CodeArchivePauseTable, CodeArchiveTable } from './code-archive-tables.ts';
import type { Database, Reader } from './database.ts';

/** A repository that Software Heritage is to be asked for. */
export interface ArchiveTurn {
  readonly key: string;
  /** JSON. */
  readonly record: string;
  readonly failures: number;
  /** When it was last asked to be saved, in seconds since 1970. */
  readonly saved_at: number | null;
  readonly save_status: string | null;
}

/** Those whose turn it is at `now` (seconds since 1970): first those never asked for, the most open first. */
export async function archiveTurns(reader: Reader, now: number, limit: number): Promise<ArchiveTurn[]> {
  const rows = await reader
    .selectFrom('code_repository as r')
    .leftJoin('code_archive as a', 'a.key', 'r.key')
    .select(['r.key', 'r.record', 'a.failures', 'a.saved_at', 'a.save_status'])
    .where('r.state', '=', 'present')
    .where(sql<number>`coalesce(a.next_at, 0)`, '<=', now)
    .orderBy(sql`coalesce(a.next_at, 0)`)
    .orderBy('r.score', 'desc')
    .orderBy('r.key')
    .limit(limit)
    .execute();
  return rows.map(({ failures, saved_at, ...row }) => ({
    ...row,
    failures: failures ?? 0,
    saved_at: saved_at === null ? null : Number(saved_at),
  }));
}

/** How many wait for their turn at `now`. */
export async function countArchiveTurns(reader: Reader, now: number): Promise<number> {
  const { count } = await reader
    .selectFrom('code_repository as r')
    .leftJoin('code_archive as a', 'a.key', 'r.key')
    .select((e) => e.fn.countAll().as('count'))
    .where('r.state', '=', 'present')
    .where(sql<number>`coalesce(a.next_at, 0)`, '<=', now)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Keeps what is known of repositories at Software Heritage; forgets those that the register no longer has. */
export async function saveArchived(database: Database, rows: readonly CodeArchiveTable[]): Promise<void> {
  await database.write(async (writer) => {
    for (const { key, ...state } of rows)
      await writer
        .insertInto('code_archive')
        .values({ key, ...state })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(state))
        .execute();
    await writer
      .deleteFrom('code_archive')
      .where('key', 'not in', (e) => e.selectFrom('code_repository').select('key'))
      .execute();
  });
}

/** Until when Software Heritage is not asked, in seconds since 1970; 0 where it may be. */
export async function archivePause(reader: Reader, kind: CodeArchivePauseTable['kind']): Promise<number> {
  const row = await reader
    .selectFrom('code_archive_pause')
    .select('until')
    .where('kind', '=', kind)
    .executeTakeFirst();
  return Number(row?.until ?? 0);
}

export async function saveArchivePause(
  database: Database,
  { kind, until }: CodeArchivePauseTable,
): Promise<void> {
  await database.write((writer) =>
    writer
      .insertInto('code_archive_pause')
      .values({ kind, until })
      .onConflict((conflict) => conflict.column('kind').doUpdateSet({ until }))
      .execute(),
  );
}
