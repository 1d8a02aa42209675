import { type SqlBool, sql } from 'kysely';
import { inBatches } from './batches.ts';
import type { Reader, Writer } from './database.ts';
import { engineOf } from './engine.ts';
import type { WordSet } from './word-set-tables.ts';

/** What a row is found by, each once, with spaces between. */
export interface Worded {
  readonly id: number;
  readonly tokens: string;
}

/** Two parameters a row. */
const WORDS_BATCH = 200;

export async function addWords(writer: Writer, name: WordSet, entries: readonly Worded[]): Promise<void> {
  const isSqlite = engineOf(writer) === 'sqlite';
  const number = sql.ref(isSqlite ? 'rowid' : 'id');
  for (let at = 0; at < entries.length; at += WORDS_BATCH) {
    const rows = entries
      .slice(at, at + WORDS_BATCH)
      .map(({ id, tokens }) =>
        isSqlite
          ? sql`(${id}, ${tokens})`
          : sql`(${id}, array_to_tsvector(array_remove(string_to_array(${tokens}, ' '), '')))`,
      );
    await sql`insert into ${sql.table(name)} (${number}, tokens) values ${sql.join(rows)}`.execute(writer);
  }
}

export async function removeWords(writer: Writer, name: WordSet, ids: readonly number[]): Promise<void> {
  const number = engineOf(writer) === 'sqlite' ? 'rowid' : 'id';
  await inBatches(ids, async (batch) => {
    await writer.deleteFrom(name).where(number, 'in', batch).execute();
    return [];
  });
}

export async function forgetWords(writer: Writer, name: WordSet): Promise<void> {
  if (engineOf(writer) === 'sqlite')
    await sql`insert into ${sql.table(name)} (${sql.ref(name)}) values ('delete-all')`.execute(writer);
  else await writer.deleteFrom(name).execute();
}

/** Whether the row whose number is in the column `id` has one of each of the tokens. */
export function havingWords(
  reader: Reader,
  name: WordSet,
  id: string,
  tokens: readonly (readonly string[])[],
) {
  if (tokens.some((any) => any.length === 0)) return sql<SqlBool>`1 = 0`;
  const [table, column] = [sql.table(name), sql.ref(id)];
  if (engineOf(reader) === 'sqlite') {
    const match = tokens.map((any) => `(${any.map((token) => `"${token}"`).join(' OR ')})`).join(' AND ');
    return sql<SqlBool>`${column} in (select rowid from ${table} where ${sql.ref(name)} match ${match})`;
  }
  const query = tokens.map((any) => `(${any.map((token) => `'${token}'`).join(' | ')})`).join(' & ');
  return sql<SqlBool>`${column} in (select id from ${table} where tokens @@ ${query}::tsquery)`;
}
