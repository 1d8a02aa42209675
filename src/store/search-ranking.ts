import { profileKey, TITLE_WEIGHT, weightIn } from './search-profile.ts';
import type { SearchDocumentTable } from './search-schema.ts';

/** A document that matches, with what it is ranked by. */
export interface Candidate
  extends Pick<SearchDocumentTable, 'id' | 'kind' | 'language' | 'section' | 'profile'> {
  /** How many words of its title count. */
  readonly titleWords: number;
}

/** A word looked for. */
export interface RankedWord {
  /** The stems that are it. */
  readonly stems: readonly string[];
  /** Those of words that only begin as it does. */
  readonly completed: readonly string[];
  /** More for a rarer word. */
  readonly rarity: number;
}

/** What a reader prefers, words being equal. */
export interface Ranking {
  readonly language: string;
  /** Of the site: what a page that is not in the reader's language had better be in. */
  readonly defaultLanguage: string;
}

/** What a document is worth by its kind, and by being in another language than the reader's. */
const KINDS: Readonly<Record<Candidate['kind'], number>> = { page: 1, event: 0.8, row: 0.8, file: 0.6 };
const FOREIGN = 0.75;

/** What a word is worth that only begins like the one looked for. */
const COMPLETED = 0.4;

/** What a title adds that holds nothing but the words looked for. */
const WHOLE_TITLE = 15;

/** The documents, the best first. */
export function rankDocuments(
  documents: readonly Candidate[],
  words: readonly RankedWord[],
  { language }: Ranking,
): readonly Candidate[] {
  const keyed = words.map(({ stems, completed, rarity }) => ({
    keys: stems.map(profileKey),
    completedKeys: completed.map(profileKey),
    rarity,
  }));
  return documents
    .map((document) => ({ document, score: scoreOf(document, keyed, language) }))
    .sort((a, b) => b.score - a.score || a.document.id - b.document.id)
    .map(({ document }) => document);
}

/** A word as profiles are asked for it. */
interface KeyedWord {
  readonly keys: readonly number[];
  readonly completedKeys: readonly number[];
  readonly rarity: number;
}

function scoreOf(document: Candidate, words: readonly KeyedWord[], language: string): number {
  const { profile, kind, titleWords } = document;
  let score = 0;
  let inTitle = 0;
  let rarities = 0;
  for (const { keys, completedKeys, rarity } of words) {
    let weight = heaviest(profile, keys);
    let worth = 1;
    if (weight === 0 && completedKeys.length > 0) {
      weight = heaviest(profile, completedKeys);
      worth = COMPLETED;
    }
    score += rarity * worth * weight;
    inTitle += weight >= TITLE_WEIGHT ? worth : 0;
    rarities += rarity;
  }
  score /= rarities || 1;
  score += WHOLE_TITLE * Math.min(1, inTitle / Math.max(titleWords, words.length));
  return score * KINDS[kind] * (document.language === language ? 1 : FOREIGN);
}

function heaviest(profile: string, keys: readonly number[]): number {
  let most = 0;
  for (const key of keys) most = Math.max(most, weightIn(profile, key));
  return most;
}

/**
 * Of pages that translate each other, ranked, the one that a reader is shown: in the language that is read, else in the
 * site's, else the best.
 */
export function preferredOf(
  pages: readonly Candidate[],
  { language, defaultLanguage }: Ranking,
): Candidate | undefined {
  return (
    pages.find((page) => page.language === language) ??
    pages.find((page) => page.language === defaultLanguage) ??
    pages[0]
  );
}
