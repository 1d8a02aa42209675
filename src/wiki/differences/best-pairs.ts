/** Places in two lists that belong together. */
export type Pair = readonly [number, number];

/**
 * The pairs, both in order, whose likeness is the most in all; `likeness` is 0 for what cannot be a pair. Compares each
 * place of one list with each of the other.
 */
export function bestPairs(
  before: number,
  after: number,
  likeness: (before: number, after: number) => number,
): Pair[] {
  const width = after + 1;
  const best = new Float64Array((before + 1) * width);
  const alike = new Float64Array(best.length);
  for (let old = before - 1; old >= 0; old -= 1) {
    for (let recent = after - 1; recent >= 0; recent -= 1) {
      const at = old * width + recent;
      const score = likeness(old, recent);
      alike[at] = score;
      const paired = score > 0 ? score + (best[at + width + 1] as number) : 0;
      best[at] = Math.max(paired, best[at + 1] as number, best[at + width] as number);
    }
  }
  const pairs: Pair[] = [];
  for (let [old, recent] = [0, 0]; old < before && recent < after; ) {
    const at = old * width + recent;
    const score = alike[at] as number;
    if (score > 0 && best[at] === score + (best[at + width + 1] as number)) pairs.push([old++, recent++]);
    else if (best[at] === best[at + width]) old += 1;
    else recent += 1;
  }
  return pairs;
}

/** The words of a text, and how often each occurs. */
export interface WordBag {
  readonly words: ReadonlyMap<string, number>;
  readonly count: number;
}

export function wordBag(text: string): WordBag {
  const words = new Map<string, number>();
  let count = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    words.set(word, (words.get(word) ?? 0) + 1);
    count += 1;
  }
  return { words, count };
}

export function mergedBags(bags: readonly WordBag[]): WordBag {
  const [only] = bags;
  if (only && bags.length === 1) return only;
  const words = new Map<string, number>();
  let count = 0;
  for (const bag of bags) {
    count += bag.count;
    for (const [word, times] of bag.words) words.set(word, (words.get(word) ?? 0) + times);
  }
  return { words, count };
}

/** What one of two texts that contains the other counts for, at least. */
const CONTAINED = 0.6;

/**
 * The share of words that two texts have in common (Dice's coefficient); undefined when neither has any. With
 * `contained`, words that were only added make no other text.
 */
export function commonWords(
  one: WordBag,
  two: WordBag,
  { contained = false }: { readonly contained?: boolean } = {},
): number | undefined {
  const all = one.count + two.count;
  if (all === 0) return undefined;
  const [few, many] = one.words.size < two.words.size ? [one, two] : [two, one];
  let common = 0;
  for (const [word, count] of few.words) common += Math.min(count, many.words.get(word) ?? 0);
  const least = contained && few.count > 0 ? (CONTAINED * common) / Math.min(one.count, two.count) : 0;
  return Math.max((2 * common) / all, least);
}
