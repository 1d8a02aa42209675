import { sql } from 'kysely';
import type { Reader } from './database.ts';
import { engineOf } from './engine.ts';
import { blocksHeld } from './search-numbers.ts';

/** A word, in any of the forms that these tokens are. */
export type AnyToken = readonly string[];

/** What documents must have, and must not. */
export interface Match {
  readonly all: readonly AnyToken[];
  /** Of each, they must not have all. */
  readonly none: readonly (readonly AnyToken[])[];
}

/** The numbers of the documents that match, at most `limit` of them, those that matter most first. */
export async function matchingNumbers(reader: Reader, match: Match, limit: number): Promise<number[]> {
  if (match.all.length === 0 || match.all.some((tokens) => tokens.length === 0)) return [];
  if (engineOf(reader) === 'sqlite') {
    const { rows } = await sql<{ id: number }>`select rowid as id from search_index
      where search_index match ${fts5(match)} order by rowid limit ${limit}`.execute(reader);
    return rows.map(({ id }) => id);
  }
  const queries = (await blocksHeld(reader)).map((block) => tsquery(match, block));
  const { rows } = await sql<{
    id: number;
  }>`select id from search_candidates(${queries}, ${limit}) as id`.execute(reader);
  return rows.map(({ id }) => id);
}

/** The match as FTS5 reads it (sqlite.org/fts5.html, section 3). Tokens are letters, digits, `_` and `.`. */
function fts5({ all, none }: Match): string {
  const every = (words: readonly AnyToken[]) =>
    words.map((tokens) => `(${tokens.map((token) => `"${token}"`).join(' OR ')})`).join(' AND ');
  if (none.length === 0) return every(all);
  return `(${every(all)}) NOT (${none.map((words) => `(${every(words)})`).join(' OR ')})`;
}

/** The match as a `tsquery`, in one block. */
function tsquery({ all, none }: Match, block: string): string {
  const every = (words: readonly AnyToken[]) =>
    words.map((tokens) => `(${tokens.map((token) => `'${block}${token}'`).join(' | ')})`).join(' & ');
  return [every(all), ...none.map((words) => `!(${every(words)})`)].join(' & ');
}
