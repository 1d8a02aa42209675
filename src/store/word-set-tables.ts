import { type Kysely, sql } from 'kysely';

/** The full text of a catalogue: which tokens each of its rows has, not where. */
export type WordSet = 'code_words' | 'software_words';

export async function createWordSet(
  db: Kysely<unknown>,
  engine: 'sqlite' | 'postgresql',
  name: WordSet,
): Promise<void> {
  const table = sql.table(name);
  if (engine === 'sqlite') {
    await sql`
      create virtual table ${table} using fts5(
        tokens, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '_.'"
      )`.execute(db);
    return;
  }
  await sql`create table ${table} (id integer primary key, tokens tsvector not null)`.execute(db);
  await sql`create index ${sql.id(`${name}_by_tokens`)} on ${table} using gin (tokens)`.execute(db);
}
