import { foldWord } from './fold.ts';
import type { QueryWord } from './query.ts';

/** Letters with accents, by what they fold to: Latin, Greek, Cyrillic. */
const VARIANTS = variants([
  [0xc0, 0x24f],
  [0x370, 0x45f],
  [0x1e00, 0x1fff],
]);

const INVISIBLE = '\\p{M}\\u00ad\\u200b-\\u200d';
const INSIDE = `[${INVISIBLE}]*`;
const ELISION = "(?:(?:qu|jusqu|lorsqu|puisqu|quoiqu|presqu|[cdjlmnst])['’ʼ＇])?";
const CLITIC = "(?:['’ʼ＇](?:s|t|d|m|ll|re|ve))?";
/** It begins with nothing that may end a word: else each way to share a run of such characters would be tried. */
const GAP = `[^\\p{L}\\p{N}${INVISIBLE}][^\\p{L}\\p{N}]*`;
const BETWEEN = `${CLITIC}${GAP}${ELISION}`;
const JOINT = `(?:${GAP})?`;

/** The source of a regular expression (flags `iu`) that finds these words one after the other, however they are accented. */
export function phrasePattern(words: readonly QueryWord[]): string {
  const body = words.map(({ parts }) => parts.map(wordPattern).join(JOINT)).join(BETWEEN);
  const first = words[0]?.parts[0] ?? '';
  const last = words.at(-1)?.parts.at(-1) ?? '';
  const before = isSpaced(first) ? '(?<![\\p{L}\\p{N}])' : '';
  const after = isSpaced(last) ? '(?![\\p{L}\\p{N}])' : '';
  return `${before}${body}${after}`;
}

/** Each letter, or a ligature of two; what is invisible after it, unless the next letter is such a mark itself. */
function wordPattern(folded: string): string {
  const letters = [...folded];
  let pattern = '';
  for (let at = 0; at < letters.length; at++) {
    const [one = '', two = ''] = letters.slice(at, at + 2);
    const ligatures = VARIANTS.pairs.get(one + two);
    pattern += ligatures ? `(?:${variantsOf(one)}${INSIDE}${variantsOf(two)}|${ligatures})` : variantsOf(one);
    if (ligatures) at++;
    if (!/^\p{M}/u.test(letters[at + 1] ?? '')) pattern += INSIDE;
  }
  return pattern;
}

function variantsOf(letter: string): string {
  return VARIANTS.letters.get(letter) ?? escaped(letter);
}

function escaped(letter: string): string {
  return letter.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function isSpaced(word: string): boolean {
  return /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u.test(word);
}

function variants(ranges: readonly (readonly [number, number])[]) {
  const letters = new Map<string, string>();
  const pairs = new Map<string, string>();
  for (const [from, to] of ranges) {
    for (let code = from; code <= to; code++) {
      const letter = String.fromCodePoint(code);
      const folded = foldWord(letter);
      if (folded === letter || !/^\p{L}+$/u.test(folded)) continue;
      const known = folded.length === 1 ? letters : pairs;
      known.set(folded, (known.get(folded) ?? '') + letter);
    }
  }
  return {
    letters: new Map([...letters].map(([folded, accented]) => [folded, `[${folded}${accented}]`])),
    pairs: new Map([...pairs].map(([folded, accented]) => [folded, `[${accented}]`])),
  };
}
