import { sql } from 'kysely';
import type { Database } from './database.ts';
import { engineOf } from './engine.ts';

/** How many bytes the database takes on disk, its indexes included. */
export async function databaseSize({ reader }: Database): Promise<number> {
  const question =
    engineOf(reader) === 'sqlite'
      ? sql<{ size: number }>`select page_count * page_size as size from pragma_page_count, pragma_page_size`
      : sql<{ size: number }>`select pg_database_size(current_database()) as size`;
  const { rows } = await question.execute(reader);
  return rows[0]?.size ?? 0;
}
