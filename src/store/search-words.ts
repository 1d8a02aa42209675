import { inBatches } from './batches.ts';
import type { Reader } from './database.ts';
import type { SearchWordTable } from './search-schema.ts';

/** A word of the texts, as it is written and without accents, one of its stems, and how many documents have both. */
export type SearchWord = Pick<SearchWordTable, 'form' | 'word' | 'stem' | 'documents'>;

/** After every word that begins like the one before. */
const LAST = '\u{10ffff}';

/** The stems of these words. */
export function searchWords(reader: Reader, words: readonly string[]): Promise<SearchWord[]> {
  return inBatches(words, (batch) =>
    reader
      .selectFrom('search_word')
      .select(['form', 'word', 'stem', 'documents'])
      .where('word', 'in', batch)
      .orderBy('form')
      .orderBy('stem')
      .execute(),
  );
}

/** How many letters of a word are its head: the words of a head are kept in order of frequency. */
export const HEAD = 2;

/** How many words of a large dictionary are looked at: of those that begin so, and of the most frequent of a head. */
const MAX_LOOKED_AT = 3_000;

/**
 * The words that begin so, those in most documents first. Where they are too many to look at them all, the most frequent
 * of those with the same head are looked at too.
 */
export async function searchWordsBeginning(
  reader: Reader,
  prefix: string,
  limit: number,
): Promise<SearchWord[]> {
  const letters = [...prefix];
  const head = letters.slice(0, HEAD).join('');
  if (letters.length === HEAD) return await ofHead(reader, head, limit).execute();
  const words = byFrequency(await alphabetical(reader, 'word', prefix).execute());
  if (words.length < MAX_LOOKED_AT || letters.length < HEAD) return words.slice(0, limit);
  const frequent = await ofHead(reader, head, MAX_LOOKED_AT).execute();
  return merged(
    words,
    frequent.filter(({ word }) => word.startsWith(prefix)),
  ).slice(0, limit);
}

/** The most frequent words of a head. */
function ofHead(reader: Reader, head: string, limit: number) {
  return reader
    .selectFrom('search_word')
    .select(['form', 'word', 'stem', 'documents'])
    .where('head', '=', head)
    .orderBy('documents', 'desc')
    .orderBy('word')
    .orderBy('form')
    .orderBy('stem')
    .limit(limit);
}

/** The first of the words that are written so, from one of their ends. */
function alphabetical(reader: Reader, column: 'word' | 'reversed', beginning: string) {
  return reader
    .selectFrom('search_word')
    .select(['form', 'word', 'stem', 'documents'])
    .where(column, '>=', beginning)
    .where(column, '<', beginning + LAST)
    .orderBy(column)
    .limit(MAX_LOOKED_AT);
}

function merged(some: readonly SearchWord[], others: readonly SearchWord[]): SearchWord[] {
  return byFrequency([
    ...new Map([...some, ...others].map((word) => [`${word.form} ${word.stem}`, word])).values(),
  ]);
}

function byFrequency(words: readonly SearchWord[]): SearchWord[] {
  return words.toSorted(
    (a, b) =>
      b.documents - a.documents || order(a.word, b.word) || order(a.form, b.form) || order(a.stem, b.stem),
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Words that may be a misspelt one: they begin or end as it does. */
export interface WordShape {
  readonly start: string;
  /** Its end, from the last letter backwards. */
  readonly end: string;
  readonly minLength: number;
  readonly maxLength: number;
}

/** The words of a shape, those in most documents first; of a large dictionary, of those that are looked at. */
export async function searchWordsShaped(
  reader: Reader,
  { start, end, minLength, maxLength }: WordShape,
  limit: number,
): Promise<SearchWord[]> {
  const starting = await searchWordsBeginning(reader, start, MAX_LOOKED_AT);
  const ending = await alphabetical(reader, 'reversed', end).execute();
  const ofSize = merged(starting, ending).filter(({ word }) => {
    const { length } = [...word];
    return length >= minLength && length <= maxLength;
  });
  return ofSize.slice(0, limit);
}
