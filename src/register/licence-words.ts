/** How often each pair of words that follow one another occurs in a text, and how many there are. */
export interface WordPairs {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

/** Where the licence has ended and says how to use it. */
const APPENDIX =
  /\b(?:end of terms and conditions how to apply|how to apply these terms to your new|appendix how to apply the apache)\b/;

/** Folds what differs between copies of one licence: marks, case, spelling, whose it is. */
export function licenceWords(text: string): readonly string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/<[a-z/][^<>\n]{0,200}>|\[[^\]\n]{0,60}\]|\{[^}\n]{0,60}\}/gi, ' ')
    .replace(/^.{0,20}(?:copyright|\(c\)|©|spdx-).{0,200}$/gim, (line) => (isSentence(line) ? line : ' '))
    .toLowerCase()
    .replace(/\blicen[cs]e/g, 'license')
    .replace(/\bcopyright (?:holders?|owners?)\b/g, 'holder')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const end = folded.search(APPENDIX);
  return (end > 200 ? folded.slice(0, end) : folded).split(' ').filter((word) => word !== '');
}

/** A line about copyright that belongs to the terms, not the one that names its holder. */
function isSentence(line: string): boolean {
  return !/(?:copyright|©|\(c\))[\s(c)©:,-]*(?:\d{4}|<|\[|\{|[yx]{4}|by\b)|spdx-/i.test(line);
}

export function wordPairs(words: readonly string[]): WordPairs {
  const counts = new Map<string, number>();
  for (let index = 1; index < words.length; index++) {
    const pair = `${words[index - 1]} ${words[index]}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, size: Math.max(0, words.length - 1) };
}

/** How many pairs are in both. */
export function shared(one: WordPairs, other: WordPairs): number {
  const [few, many] = one.counts.size < other.counts.size ? [one, other] : [other, one];
  let count = 0;
  for (const [pair, times] of few.counts) count += Math.min(times, many.counts.get(pair) ?? 0);
  return count;
}

/** Dice’s coefficient: 0 for texts with nothing in common, 1 for the same. */
export function likeness(one: WordPairs, other: WordPairs): number {
  return one.size + other.size === 0 ? 0 : (2 * shared(one, other)) / (one.size + other.size);
}
