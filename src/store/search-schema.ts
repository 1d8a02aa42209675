import { type Kysely, sql } from 'kysely';

/** What can be found: a page, a row, an event, a file by its name. Its number says how much it matters: the least, the most. */
export interface SearchDocumentTable {
  id: number;
  /** The file that it is, or is in. */
  path: string;
  kind: 'page' | 'row' | 'event' | 'file';
  language: string;
  /** The folder at the root that it is in; `''` for the root. */
  section: string;
  /** How many words of its title count. */
  title_words: number;
  /** Its stems, each with how much it weighs here, in one line without spaces: see `search-profile.ts`. */
  profile: string;
}

/** What a document says, as it is shown. */
export interface SearchTextTable {
  id: number;
  title: string;
  text: string;
  /** JSON: the headings, and where in the text each begins. */
  headings: string;
  /** Encoded; empty for a page, whose address is in its own row. */
  address: string;
}

/** A word as it is written, a stem that it has in some language, and how many documents have both. */
export interface SearchWordTable {
  /** In lower case. */
  form: string;
  /** Without accents. */
  word: string;
  stem: string;
  /** The first letters of the word: those of a head are kept in order of frequency. */
  head: string;
  documents: number;
  /** The word from its end to its beginning. */
  reversed: string;
}

/** The full text: in SQLite a table of FTS5, whose number is `rowid`; in PostgreSQL `id` and a `tsvector`. */
export interface SearchIndexTable {
  id: number;
  rowid: number;
  tokens: string;
}

/**
 * The tables of full text. In SQLite it holds which tokens a document has, and not where: phrases are looked for in the
 * texts. In PostgreSQL the function makes sure of the index: the planner, which knows nothing of how tokens are spread,
 * would rather read the whole table for those that are frequent.
 */
export async function createFullText(db: Kysely<unknown>, engine: 'sqlite' | 'postgresql'): Promise<void> {
  if (engine === 'sqlite') {
    await sql`
      create virtual table search_index using fts5(
        tokens, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '_.'"
      )`.execute(db);
    return;
  }
  await sql`create table search_index (id integer primary key, tokens tsvector not null)`.execute(db);
  await sql`create index search_index_by_tokens on search_index using gin (tokens) with (gin_pending_list_limit = 16384)`.execute(
    db,
  );
  await sql`
    create function search_candidates(queries text[], wanted integer) returns setof integer
    language plpgsql stable
    set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off set jit = off
    as $$
    declare
      query text;
      found_here integer;
      missing integer := wanted;
    begin
      foreach query in array queries loop
        return query select i.id from search_index i where i.tokens @@ query::tsquery order by i.id limit missing;
        get diagnostics found_here = row_count;
        missing := missing - found_here;
        exit when missing <= 0;
      end loop;
    end $$`.execute(db);
}

/** What is kept of new documents before it is written, in bytes: what is written in larger pieces is merged less often. */
const FTS5_HASH_BYTES = 8 * 1024 * 1024;

/**
 * What a million documents need. The words of a head come in order of their frequency out of the index alone; PostgreSQL
 * keeps tokens apart from the rows that its index leads to, so that the numbers of thousands are on a few pages.
 */
export async function prepareForMany(db: Kysely<unknown>, engine: 'sqlite' | 'postgresql'): Promise<void> {
  await sql`drop index search_word_by_head_documents`.execute(db);
  await sql`create index search_word_by_head on search_word (head, documents desc, word, form, stem)`.execute(
    db,
  );
  if (engine === 'sqlite') {
    await sql`insert into search_index (search_index, rank)
      values ('hashsize', ${sql.lit(FTS5_HASH_BYTES)})`.execute(db);
    return;
  }
  await sql`alter table search_index alter column tokens set storage external`.execute(db);
  await sql`alter table search_index set (toast_tuple_target = 128)`.execute(db);
}
