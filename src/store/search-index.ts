import { sql } from 'kysely';
import { inBatches, insertAll } from './batches.ts';
import type { Reader, Writer } from './database.ts';
import { engineOf } from './engine.ts';
import { blockOf, nextNumbers } from './search-numbers.ts';
import type { SearchDocumentTable, SearchTextTable, SearchWordTable } from './search-schema.ts';

/** A document to find. */
export interface SearchDocument {
  /** From 0, which matters most, to `SEARCH_CLASSES` - 1. */
  readonly importance: number;
  readonly facts: Omit<SearchDocumentTable, 'id'>;
  readonly text: Omit<SearchTextTable, 'id'>;
  /** What it is found by, each once, with spaces between. */
  readonly tokens: string;
}

/** Of the full text's own: two columns a row, so four hundred parameters. */
const BATCH = 200;

export async function addSearchDocuments(
  writer: Writer,
  documents: readonly SearchDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  const next = [...(await nextNumbers(writer))];
  const numbered = documents.map((document) => {
    const id = next[document.importance] as number;
    next[document.importance] = id + 1;
    return { id, ...document };
  });
  await insertAll(
    writer,
    'search_document',
    numbered.map(({ id, facts }) => ({ id, ...facts })),
  );
  await insertAll(
    writer,
    'search_text',
    numbered.map(({ id, text }) => ({ id, ...text })),
  );
  await addTokens(writer, numbered);
}

async function addTokens(
  writer: Writer,
  documents: readonly { readonly id: number; readonly tokens: string }[],
): Promise<void> {
  const isSqlite = engineOf(writer) === 'sqlite';
  for (let at = 0; at < documents.length; at += BATCH) {
    const rows = documents.slice(at, at + BATCH).map(({ id, tokens }) => {
      if (isSqlite) return sql`(${id}, ${tokens})`;
      const block = blockOf(id);
      return sql`(${id}, array_to_tsvector(string_to_array(${block + tokens.replaceAll(' ', ` ${block}`)}, ' ')))`;
    });
    const number = sql.ref(isSqlite ? 'rowid' : 'id');
    await sql`insert into search_index (${number}, tokens) values ${sql.join(rows)}`.execute(writer);
  }
}

/** What the documents of these files say, as it was when they were added. */
export function searchTextsOf(
  reader: Reader,
  paths: readonly string[],
): Promise<(SearchTextTable & Pick<SearchDocumentTable, 'language' | 'path'>)[]> {
  return inBatches(paths, (batch) =>
    reader
      .selectFrom('search_document')
      .innerJoin('search_text', 'search_text.id', 'search_document.id')
      .selectAll('search_text')
      .select(['search_document.language', 'search_document.path'])
      .where('search_document.path', 'in', batch)
      .execute(),
  );
}

/** Forgets documents by their numbers. */
export async function removeSearchDocuments(writer: Writer, ids: readonly number[]): Promise<void> {
  const number = engineOf(writer) === 'sqlite' ? 'rowid' : 'id';
  await inBatches(ids, async (batch) => {
    await writer.deleteFrom('search_index').where(number, 'in', batch).execute();
    await writer.deleteFrom('search_text').where('id', 'in', batch).execute();
    await writer.deleteFrom('search_document').where('id', 'in', batch).execute();
    return [];
  });
}

/** Changes in how many documents each word is; one that is in none any more is forgotten. */
export async function countWords(writer: Writer, changes: readonly SearchWordTable[]): Promise<void> {
  await inBatches(changes, async (batch) => {
    await writer
      .insertInto('search_word')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['form', 'stem']).doUpdateSet((e) => ({
          documents: e('search_word.documents', '+', e.ref('excluded.documents')),
        })),
      )
      .execute();
    return [];
  });
  const fewer = [...new Set(changes.filter(({ documents }) => documents < 0).map(({ form }) => form))];
  await inBatches(fewer, async (batch) => {
    await writer.deleteFrom('search_word').where('form', 'in', batch).where('documents', '<=', 0).execute();
    return [];
  });
}

/**
 * Ends a series of changes: PostgreSQL puts new tokens on a list, which each search would read until it is sorted in.
 * `isWhole` when the full text was made from nothing: then it is put in the best order, and PostgreSQL counts its rows.
 */
export async function settleSearch(writer: Writer, isWhole: boolean): Promise<void> {
  if (engineOf(writer) === 'sqlite') {
    if (isWhole) await sql`insert into search_index (search_index) values ('optimize')`.execute(writer);
    return;
  }
  await sql`select gin_clean_pending_list('search_index_by_tokens')`.execute(writer);
  if (isWhole) await sql`analyze search_document, search_text, search_word, search_index`.execute(writer);
}

/** Forgets all documents and words. */
export async function forgetSearch(writer: Writer): Promise<void> {
  if (engineOf(writer) === 'sqlite')
    await sql`insert into search_index (search_index) values ('delete-all')`.execute(writer);
  else await writer.deleteFrom('search_index').execute();
  for (const table of ['search_document', 'search_text', 'search_word'] as const)
    await writer.deleteFrom(table).execute();
}

/** The languages in which these files are found by their names or titles. */
export function fileDocumentLanguages(
  reader: Reader,
  paths: readonly string[],
): Promise<{ path: string; language: string }[]> {
  return inBatches(paths, (batch) =>
    reader
      .selectFrom('search_document')
      .select(['path', 'language'])
      .where('path', 'in', batch)
      .where('kind', '=', 'file')
      .execute(),
  );
}
