import type { CellValue } from './cell-value.ts';
import { foldText } from './fold-text.ts';

/** Distinct texts in order: what compares equal has one rank. */
export interface Ranks {
  /** The rank of each text, from 0. */
  readonly of: Uint32Array;
  /** The rank of what has no value: after all others, whichever way one sorts. */
  readonly last: number;
}

/**
 * Ranks texts by what they mean: numbers, then dates by time, then words, without regard to case and accents, the numbers
 * in them as numbers.
 */
export function ranksOf(texts: readonly string[], read: (text: string) => CellValue): Ranks {
  const ranks = new Uint32Array(texts.length);
  const numbers: { readonly at: number; readonly key: number }[] = [];
  const words: { readonly at: number; readonly key: string }[] = [];
  const empty: number[] = [];
  for (const [at, text] of texts.entries()) {
    const value = read(text);
    if (value === null) empty.push(at);
    else if (typeof value === 'string') words.push({ at, key: sortKey(value) });
    else numbers.push({ at, key: Number(value) });
  }
  numbers.sort((a, b) => a.key - b.key);
  words.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const last = giveRanks(words, giveRanks(numbers, 0, ranks), ranks);
  for (const at of empty) ranks[at] = last;
  return { of: ranks, last };
}

function giveRanks<K>(sorted: readonly { at: number; key: K }[], first: number, ranks: Uint32Array): number {
  let rank = first - 1;
  let before: K | undefined;
  for (const { at, key } of sorted) {
    if (key !== before) rank += 1;
    before = key;
    ranks[at] = rank;
  }
  return rank + 1;
}

/** « Lot 2 » comes before « Lot 10 », and « Énergie » among the E. A date with its time zone is brought to UTC. */
function sortKey(text: string): string {
  const time = /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  const folded = foldText(text);
  return /\d/.test(folded) ? folded.replace(/\d+/g, (digits) => digits.padStart(12, '0')) : folded;
}
