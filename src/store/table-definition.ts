import { type Kysely, sql } from 'kysely';

type Engine = 'sqlite' | 'postgresql';

const COLUMNS = {
  // Paths and addresses are compared byte by byte in both engines: PostgreSQL's own order follows the cluster's locale.
  text: { sqlite: sql`text`, postgresql: sql`text collate "C"` },
  integer: { sqlite: sql`integer`, postgresql: sql`integer` },
  bigint: { sqlite: sql`bigint`, postgresql: sql`bigint` },
  bytes: { sqlite: sql`blob`, postgresql: sql`bytea` },
} as const;

/** A table, as a migration makes it. */
export interface TableDefinition {
  readonly columns: Readonly<Record<string, keyof typeof COLUMNS>>;
  readonly nullable?: readonly string[];
  readonly key: readonly string[];
  readonly indexes?: readonly (readonly string[])[];
  /** Besides the key: no two rows have the same of these. */
  readonly unique?: readonly (readonly string[])[];
}

export async function createTables(
  db: Kysely<unknown>,
  engine: Engine,
  tables: Readonly<Record<string, TableDefinition>>,
): Promise<void> {
  for (const [name, { columns, nullable = [], key, indexes = [], unique = [] }] of Object.entries(tables)) {
    let table = db.schema.createTable(name);
    for (const [column, type] of Object.entries(columns))
      table = table.addColumn(column, COLUMNS[type][engine], (c) =>
        nullable.includes(column) ? c : c.notNull(),
      );
    await table.addPrimaryKeyConstraint(`${name}_key`, key as never).execute();
    for (const indexed of [...indexes, ...unique]) {
      const index = db.schema
        .createIndex(`${name}_by_${indexed.join('_')}`)
        .on(name)
        .columns(indexed as never);
      await (unique.includes(indexed) ? index.unique() : index).execute();
    }
  }
}
