import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
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
export function havingWords(reader: Reader, name: WordSet, id: string, tokens: SoughtTokens) {
  if (isNever(tokens)) return sql<SqlBool>`1 = 0`;
  return sql<SqlBool>`${sql.ref(id)} in (select ${numberOf(reader, name)} from ${sql.table(name)} where ${wordsMatch(reader, name, tokens)})`;
}

/**
 * The rows of `table` that have one of each of the tokens, by the words first: where the first of many are enough, the others
 * are not gathered.
 */
export function rowsHavingWords(
  reader: Reader,
  name: WordSet,
  table: string,
  tokens: SoughtTokens,
): { readonly from: RawBuilder<unknown>; readonly where: Expression<SqlBool> } {
  if (isNever(tokens)) return { from: sql.table(table), where: sql<SqlBool>`1 = 0` };
  // SQLite takes the tables of a cross join in the order that they are written.
  const join = engineOf(reader) === 'sqlite' ? sql`cross join` : sql`join`;
  const from = sql`${sql.table(name)} ${join} ${sql.table(table)} on ${sql.ref(`${table}.id`)} = ${numberOf(reader, name)}`;
  return { from, where: wordsMatch(reader, name, tokens) };
}

/** Words, each of which is to be there in one of the forms that these tokens are. */
type SoughtTokens = readonly (readonly string[])[];

function isNever(tokens: SoughtTokens): boolean {
  return tokens.some((any) => any.length === 0);
}

function numberOf(reader: Reader, name: WordSet) {
  return sql.ref(`${name}.${engineOf(reader) === 'sqlite' ? 'rowid' : 'id'}`);
}

/** Tokens are letters, digits, `_` and `.`. */
function wordsMatch(reader: Reader, name: WordSet, tokens: SoughtTokens) {
  if (engineOf(reader) === 'sqlite') {
    const match = tokens.map((any) => `(${any.map((token) => `"${token}"`).join(' OR ')})`).join(' AND ');
    return sql<SqlBool>`${sql.ref(name)} match ${match}`;
  }
  const query = tokens.map((any) => `(${any.map((token) => `'${token}'`).join(' | ')})`).join(' & ');
  return sql<SqlBool>`${sql.ref(`${name}.tokens`)} @@ ${query}::tsquery`;
}
