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

/** Words that begin with more letters are few enough to be put in order when asked for. */
const FEW = 4;

/** The words that begin so, those in most documents first. */
export function searchWordsBeginning(reader: Reader, prefix: string, limit: number): Promise<SearchWord[]> {
  const letters = [...prefix];
  let words = reader
    .selectFrom('search_word')
    .select(['form', 'word', 'stem', 'documents'])
    .orderBy('documents', 'desc')
    .limit(limit);
  if (letters.length < HEAD || letters.length >= FEW)
    words = words.where('word', '>=', prefix).where('word', '<', prefix + LAST);
  else {
    words = words.where('head', '=', letters.slice(0, HEAD).join(''));
    if (letters.length > HEAD)
      words = words.where((e) => e(e.fn('substr', ['word', e.lit(1), e.lit(letters.length)]), '=', prefix));
  }
  return words.orderBy('form').orderBy('stem').execute();
}

/** Words that may be a misspelt one: they begin or end as it does. */
export interface WordShape {
  readonly start: string;
  /** Its end, from the last letter backwards. */
  readonly end: string;
  readonly minLength: number;
  readonly maxLength: number;
}

/** The words of a shape, those in most documents first. */
export async function searchWordsShaped(
  reader: Reader,
  { start, end, minLength, maxLength }: WordShape,
  limit: number,
): Promise<SearchWord[]> {
  const ofSize = reader
    .selectFrom('search_word')
    .select(['form', 'word', 'stem', 'documents'])
    .where((e) => e.between(e.fn<number>('length', ['word']), minLength, maxLength))
    .orderBy('documents', 'desc')
    .orderBy('form')
    .orderBy('stem')
    .limit(limit);
  const [starting, ending] = await Promise.all([
    ofSize
      .where('word', '>=', start)
      .where('word', '<', start + LAST)
      .execute(),
    ofSize
      .where('reversed', '>=', end)
      .where('reversed', '<', end + LAST)
      .execute(),
  ]);
  return [...starting, ...ending];
}
