/** How much a stem weighs in a document: how often its text has it, and whether its title or a heading does. */
export interface StemWeight {
  readonly stem: string;
  /** In how many places of the text. */
  readonly count: number;
  readonly place: 'title' | 'heading' | 'text';
}

/** What a word in a heading or in the title adds: more than any number of times in the text. */
const PLACES = { text: 0, heading: 6, title: 20 } as const;

/** In words: a longer text says each of its words more often without being more about it. */
const USUAL_LENGTH = 300;

/** Of the stems of a very long text, those that weigh most. */
const MAX_STEMS = 3_000;

/** Sixty-four characters in the order of their codes. */
const DIGITS = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const VALUES = Uint8Array.from({ length: 128 }, (_, code) =>
  Math.max(0, DIGITS.indexOf(String.fromCharCode(code))),
);

/** How many characters an entry takes, and how many of its 24 bits say the level: the others tell stems apart. */
const ENTRY = 4;
const LEVEL_BITS = 5;

/**
 * The weights as one line of entries of four characters, in order, to look stems up in by halves. Of a stem it keeps a
 * number of 19 bits: two stems of one document are taken for each other once in thousands of times, and then the one may
 * rank as the other does. `length` is the text's, in words.
 */
export function writeProfile(stems: readonly StemWeight[], length: number): string {
  const weighed = stems.map(({ stem, count, place }) => ({
    key: profileKey(stem),
    level: frequency(count, length) + PLACES[place],
  }));
  weighed.sort((a, b) => b.level - a.level);
  const levels = new Map<number, number>();
  for (const { key, level } of weighed.slice(0, MAX_STEMS)) if (!levels.has(key)) levels.set(key, level);
  const entries = Uint32Array.from(levels, ([key, level]) => key * 2 ** LEVEL_BITS + level).sort();
  let line = '';
  for (const entry of entries)
    line += `${DIGITS[entry >>> 18]}${DIGITS[(entry >>> 12) & 63]}${DIGITS[(entry >>> 6) & 63]}${DIGITS[entry & 63]}`;
  return line;
}

/** From 0 to 9, by the formula of BM25. */
function frequency(count: number, length: number): number {
  return Math.round((9 * count) / (count + 1.2 * (0.4 + (0.6 * length) / USUAL_LENGTH)));
}

/** What to look a stem up by: FNV-1a of its UTF-16, its bits mixed (as MurmurHash3 ends). */
export function profileKey(stem: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < stem.length; at++) hash = Math.imul(hash ^ stem.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> (8 + LEVEL_BITS);
}

/** What a stem weighs that is in the title; from 0, when it is not there, or lost among thousands. */
export const TITLE_WEIGHT = PLACES.title + 1;

/** The weight of a stem, from 0 to 30. */
export function weightIn(profile: string, key: number): number {
  let from = 0;
  let to = profile.length / ENTRY;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const entry = entryAt(profile, middle * ENTRY);
    const found = entry >>> LEVEL_BITS;
    if (found === key) return (entry & (2 ** LEVEL_BITS - 1)) + 1;
    if (found < key) from = middle + 1;
    else to = middle;
  }
  return 0;
}

function entryAt(profile: string, at: number): number {
  const digit = (offset: number) => VALUES[profile.charCodeAt(at + offset) & 127] as number;
  return (digit(0) << 18) | (digit(1) << 12) | (digit(2) << 6) | digit(3);
}
