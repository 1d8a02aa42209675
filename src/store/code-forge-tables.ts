import { type Kysely, sql } from 'kysely';
import { createTables, type TableDefinition } from './table-definition.ts';

/** What the wiki says of a forge. */
export interface CodeForgeTable {
  host: string;
  /** What program it runs: `gitlab`. */
  kind: string | null;
  /** The public body that all of it belongs to. */
  organisation: string | null;
  /** 1 where its accounts are asked for; 0 where only its program is told. */
  is_asked: number;
}

const forgeTables: Readonly<Record<'code_forge', TableDefinition>> = {
  code_forge: {
    columns: { host: 'text', kind: 'text', organisation: 'text', is_asked: 'integer' },
    nullable: ['kind', 'organisation'],
    key: ['host'],
  },
};

/** Forges as the wiki tells them, and what accounts tell of theirs and of who follows them. The index is made again. */
export async function addForgesAndFollowers(
  db: Kysely<unknown>,
  engine: 'sqlite' | 'postgresql',
): Promise<void> {
  await createTables(db, engine, forgeTables);
  const account = () => db.schema.alterTable('code_account');
  await account()
    .addColumn('kind', engine === 'sqlite' ? sql`text` : sql`text collate "C"`)
    .execute();
  await account().addColumn('followers', 'integer').execute();
  for (const [table, ...columns] of [
    ['code_account', 'forge', 'kind'],
    ['code_account', 'followers'],
    ['code_harvest', 'address', 'harvested_at'],
  ] as const)
    await db.schema
      .createIndex(`${table}_by_${columns.join('_')}`)
      .on(table)
      .columns(columns as never)
      .execute();
}
