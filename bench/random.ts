/** A source of numbers that gives the same ones for the same seed, on every machine. */
export interface Random {
  /** An integer from 0 to `limit` - 1. */
  below(limit: number): number;
  /** One of these, the first ones far more often (Zipf's law, as words in a text). */
  word(words: readonly string[]): string;
  /** An integer from 0 to `limit` - 1, by the same law. */
  rank(limit: number): number;
}

/** Mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const rank = (limit: number): number => Math.min(limit - 1, Math.floor((limit + 1) ** next()) - 1);
  return {
    below: (limit) => Math.floor(next() * limit),
    rank,
    word: (words) => words[rank(words.length)] ?? '',
  };
}
