import { profileKey, type Weight, weightIn, weightOfBeginning } from './search-profile.ts';
import type { SearchDocumentTable } from './search-schema.ts';

/** A document that matches, with what it is ranked by. */
export interface Candidate extends Omit<SearchDocumentTable, 'path'> {
  /** Of a page: what it shares with its translations. */
  readonly family: string | null;
}

/** A word looked for. */
export interface RankedWord {
  /** The stems that are it. */
  readonly stems: readonly string[];
  /** Those of words that only begin as it does, and how. */
  readonly completed: readonly string[];
  readonly beginning: string;
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

/**
 * The documents, the best first. Of pages that translate each other, the one the reader reads comes with its score, and
 * the others after everything else.
 */
export function rankDocuments(
  documents: readonly Candidate[],
  words: readonly RankedWord[],
  ranking: Ranking,
): readonly Candidate[] {
  const keyed = words.map(keysOf);
  const scored = documents.map((document) => ({ document, score: scoreOf(document, keyed, ranking) }));
  const preferred = preferredOfFamilies(scored, ranking);
  const isSecond = ({ document: { id, family } }: Scored) => family !== null && preferred.get(family) !== id;
  return scored
    .map((one) => ({ ...one, second: isSecond(one) ? 1 : 0 }))
    .sort((a, b) => a.second - b.second || b.score - a.score || a.document.id - b.document.id)
    .map(({ document }) => document);
}

interface Scored {
  readonly document: Candidate;
  readonly score: number;
}

/** A word as profiles are asked for it. */
interface KeyedWord {
  readonly keys: readonly string[];
  /** Of the stems of words that begin as it does, how most begin; and the others. */
  readonly beginning: string | undefined;
  readonly otherKeys: readonly string[];
  readonly rarity: number;
}

function keysOf({ stems, completed, beginning, rarity }: RankedWord): KeyedWord {
  const others = completed.filter((stem) => !stem.startsWith(beginning));
  return {
    keys: stems.map(profileKey),
    beginning: completed.length > 0 ? beginning : undefined,
    otherKeys: others.map(profileKey),
    rarity,
  };
}

function scoreOf(document: Candidate, words: readonly KeyedWord[], { language }: Ranking): number {
  const { profile, kind, title_words: titleWords } = document;
  let score = 0;
  let inTitle = 0;
  let rarities = 0;
  for (const { keys, beginning, otherKeys, rarity } of words) {
    let found = heaviest(profile, keys, NOTHING);
    let worth = 1;
    if (found.weight === 0 && beginning !== undefined) {
      found = heaviest(profile, otherKeys, weightOfBeginning(profile, beginning));
      worth = COMPLETED;
    }
    score += rarity * worth * found.weight;
    inTitle += found.inTitle ? worth : 0;
    rarities += rarity;
  }
  score /= rarities || 1;
  score += WHOLE_TITLE * Math.min(1, inTitle / Math.max(titleWords, words.length));
  return score * KINDS[kind] * (document.language === language ? 1 : FOREIGN);
}

const NOTHING: Weight = { weight: 0, inTitle: false };

function heaviest(profile: string, keys: readonly string[], least: Weight): Weight {
  let most = least;
  for (const key of keys) {
    const found = weightIn(profile, key);
    if (found.weight > most.weight) most = found;
  }
  return most;
}

/** The number of the page of each family that is shown first. */
function preferredOfFamilies(
  scored: readonly Scored[],
  { language, defaultLanguage }: Ranking,
): ReadonlyMap<string, number> {
  const rank = ({ document }: Scored) =>
    document.language === language ? 0 : document.language === defaultLanguage ? 1 : 2;
  const order = (a: Scored, b: Scored) =>
    rank(a) - rank(b) || b.score - a.score || a.document.id - b.document.id;
  const preferred = new Map<string, Scored>();
  for (const one of scored) {
    const { family } = one.document;
    if (family === null) continue;
    const other = preferred.get(family);
    if (!other || order(one, other) < 0) preferred.set(family, one);
  }
  return new Map([...preferred].map(([family, { document }]) => [family, document.id]));
}
