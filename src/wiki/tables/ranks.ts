import type { CellValue } from './cell-value.ts';
import type { Haystack } from './haystack.ts';
import { atOnce, type Steps } from './in-steps.ts';
import { sortSteps } from './sort-steps.ts';

/** Distinct texts in order: what compares equal has one rank. */
export interface Ranks {
  /** The rank of each text, from 0. */
  readonly of: Uint32Array;
  /** The rank of what has no value: after all others, whichever way one sorts. */
  readonly last: number;
}

/** Two texts alike for so many characters compare equal. */
const MAX_KEY = 200;

/**
 * Ranks texts by what they mean: numbers, dates by time, then words, without regard to case and accents, the numbers in
 * them as numbers. `folded` are the texts folded.
 */
export function ranksOf(
  texts: readonly string[],
  folded: Haystack,
  read: (text: string) => CellValue,
): Ranks {
  return atOnce(rankSteps(texts, folded, read));
}

/** How many texts are read at a stretch: some milliseconds. */
const STRETCH = 4_096;

export function* rankSteps(
  texts: readonly string[],
  folded: Haystack,
  read: (text: string) => CellValue,
): Steps<Ranks> {
  const ranks = new Uint32Array(texts.length);
  const numbers: { readonly at: number; readonly key: number }[] = [];
  const words: Word[] = [];
  const empty: number[] = [];
  for (const [at, text] of texts.entries()) {
    if (at % STRETCH === 0) yield;
    const value = read(text);
    const number = numberOf(value);
    if (value === null) empty.push(at);
    else if (number !== undefined) numbers.push({ at, key: number });
    else words.push(word(at, folded));
  }
  const sortedNumbers = yield* sortSteps(numbers, (a, b) => a.key - b.key);
  const sortedWords = yield* sortSteps(
    words,
    (a, b) => a.start - b.start || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
  const last = giveRanks(sortedWords, giveRanks(sortedNumbers, 0, ranks), ranks);
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

const ISO = /^(?:\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?|\d\d:\d\d:\d\d)$/;

/** A number, truth as 0 or 1, a date or a time as milliseconds in UTC; undefined when it is none of these. */
function numberOf(value: CellValue): number | undefined {
  if (typeof value !== 'string') return Number(value);
  const [iso, zone] = ISO.exec(value) ?? [];
  if (iso === undefined) return undefined;
  const time = Date.parse(
    iso.includes('-') ? (iso.length > 10 && zone === undefined ? `${iso}Z` : iso) : `1970-01-01T${iso}Z`,
  );
  return Number.isNaN(time) ? undefined : time;
}

interface Word {
  readonly at: number;
  readonly key: string;
  /** The first characters of the key in one number, which compares faster than texts do. */
  readonly start: number;
}

/** « Lot 2 » comes before « Lot 10 ». */
function word(at: number, { text, starts }: Haystack): Word {
  const start = starts[at] as number;
  const folded = text.slice(start, Math.min((starts[at + 1] as number) - 1, start + MAX_KEY));
  const key = /\d/.test(folded) ? folded.replace(/\d+/g, (digits) => digits.padStart(12, '0')) : folded;
  return { at, key, start: startOf(key) };
}

function startOf(key: string): number {
  let start = 0;
  for (let at = 0; at < 6; at += 1)
    start = start * 256 + (at < key.length ? Math.min(key.charCodeAt(at), 255) : 0);
  return start;
}
