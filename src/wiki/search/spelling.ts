import { type SearchWord, searchWordsShaped } from '../../store/search-words.ts';
import type { Ask } from '../trace.ts';

/** Shorter words resemble too many others. */
const MIN_LENGTH = 4;

/** From this length on two slips are forgiven. */
const LONG = 8;

/** Words looked at, of those that begin and of those that end like a misspelt one. */
const MAX_LOOKED_AT = 1_000;

/**
 * The words of the texts that resemble one that is in none, folded; the nearest first, then the most frequent. A slip is a
 * letter too many, missing, wrong, or two in the wrong order; either the first half of a word or the second has none.
 */
export async function resembling(ask: Ask, word: string, limit: number): Promise<readonly SearchWord[]> {
  const letters = [...word];
  if (letters.length < MIN_LENGTH) return [];
  const slips = letters.length >= LONG ? 2 : 1;
  const half = Math.floor((letters.length - 1) / 2);
  const shape = {
    start: letters.slice(0, half).join(''),
    end: letters.toReversed().slice(0, half).join(''),
    minLength: letters.length - slips,
    maxLength: letters.length + slips,
  };
  const candidates = await ask(searchWordsShaped, shape, MAX_LOOKED_AT);
  const near = new Map<string, { readonly found: SearchWord; readonly distance: number }>();
  for (const found of candidates) {
    if (near.has(found.word)) continue;
    const distance = slipsBetween(word, found.word, slips);
    if (distance <= slips && distance > 0) near.set(found.word, { found, distance });
  }
  return [...near.values()]
    .sort((a, b) => a.distance - b.distance || b.found.documents - a.found.documents)
    .slice(0, limit)
    .map(({ found }) => found);
}

/** The distance of Damerau and Levenshtein (optimal string alignment); anything above `limit` once it is known to be. */
export function slipsBetween(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(
        (previous[j - 1] as number) + (same ? 0 : 1),
        (previous[j] as number) + 1,
        (row[j - 1] as number) + 1,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] as number) + 1);
      row.push(least);
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = previous;
    previous = row;
  }
  return previous[b.length] as number;
}
