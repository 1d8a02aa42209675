import type { AnyToken } from '../../store/search-match.ts';
import type { RankedWord } from '../../store/search-ranking.ts';
import {
  type SearchWord,
  searchWords,
  searchWordsBeginning,
  searchWordsShaped,
} from '../../store/search-words.ts';
import type { Site } from '../site.ts';
import type { Ask } from '../trace.ts';
import { phrasePattern } from './phrase-pattern.ts';
import type { ParsedQuery, QueryWord } from './query.ts';
import { type Stem, stemmer, stemsOfFolded } from './stemming.ts';

/** What the index is asked for, word by word. */
export interface Plan {
  readonly words: readonly PlannedWord[];
  readonly none: readonly (readonly AnyToken[])[];
  readonly phrases: { readonly all: readonly string[]; readonly none: readonly string[] };
}

export interface PlannedWord extends RankedWord {
  readonly of: QueryWord;
  /** Whether no text has the word as it is typed. */
  readonly isUnknown: boolean;
  /** Only part of a phrase: looked for, and not shown by itself. */
  readonly inPhrase: boolean;
}

/** How many words the last one may be the beginning of, the most frequent ones. */
const MAX_COMPLETIONS = 40;

/** The site's languages whose stems a word may have, beside those that the texts show. */
const MAX_LANGUAGES = 6;

const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+$/u;

/**
 * What to look for. A word has the stems that texts show for it, whatever its accents there, and those that the reader's
 * language and the site's would give it.
 */
export async function planQuery(ask: Ask, query: ParsedQuery, language: string, site: Site): Promise<Plan> {
  const { words, excluded, phrases, excludedPhrases } = query;
  const all = [...words, ...excluded, ...phrases.flat()];
  const known = await ask(searchWords, [...new Set(all.flatMap(spellings))]);
  const byWord = Map.groupBy(known, ({ word }) => word);
  const languages = [...new Set([language, ...site.languages])].slice(0, MAX_LANGUAGES);
  const stemmers = languages.map((code) => [code, stemmer(code)] as const);
  const plain = words.flatMap((word) => planWord(word, byWord, stemmers, false));
  const quoted = phrases.flat().flatMap((word) => planWord(word, byWord, stemmers, true));
  return {
    words: [...(await completed(ask, plain, query.isUnfinished)), ...quoted],
    none: excluded.map((word) => planWord(word, byWord, stemmers, false).map(({ stems }) => stems)),
    phrases: { all: phrases.map(phrasePattern), none: excludedPhrases.map(phrasePattern) },
  };
}

/** Each part of a word, and all of them as one. */
function spellings({ parts }: QueryWord): readonly string[] {
  const pieces = parts.flatMap(pairsOf);
  return parts.length > 1 ? [...pieces, parts.join('')] : pieces;
}

function planWord(
  word: QueryWord,
  known: ReadonlyMap<string, readonly SearchWord[]>,
  stemmers: readonly (readonly [language: string, stem: Stem])[],
  inPhrase: boolean,
): PlannedWord[] {
  const stemsOf = (folded: string) => [
    ...(known.get(folded) ?? []).map(({ stem }) => stem),
    ...stemmers.flatMap(([language, stem]) => stemsOfFolded(folded, language, stem)),
  ];
  const joined = word.parts.length > 1 ? stemsOf(word.parts.join('')) : [];
  const isUnknown = !spellings(word).some((spelling) => known.has(spelling));
  return word.parts.flatMap(pairsOf).map((part) => ({
    stems: [...new Set([...stemsOf(part), ...joined])],
    completed: [],
    rarity: rarityOf(known.get(part) ?? []),
    of: word,
    isUnknown,
    inPhrase,
  }));
}

/** A word of a script without spaces is looked for by each two of its characters. */
function pairsOf(part: string): readonly string[] {
  const characters = [...part];
  if (characters.length < 3 || !UNSPACED.test(part)) return [part];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

/** From 0 to 1, less for a word that more documents have; the number of all documents would change with each of them. */
function rarityOf(known: readonly SearchWord[]): number {
  const documents = known.reduce((sum, word) => sum + word.documents, 0);
  return 1 / (1 + Math.log(1 + documents));
}

/** The last word also stands for those that begin as it does. */
async function completed(
  ask: Ask,
  words: readonly PlannedWord[],
  isUnfinished: boolean,
): Promise<readonly PlannedWord[]> {
  const last = words.at(-1);
  const beginning = last?.of.parts.at(-1) ?? '';
  const isOneSign = [...beginning].length === 1 && UNSPACED.test(beginning);
  if (!last || !isUnfinished || (beginning.length < 2 && !isOneSign)) return words;
  const begun = await ask(searchWordsBeginning, beginning, MAX_COMPLETIONS);
  const ended = isOneSign
    ? await ask(
        searchWordsShaped,
        { start: beginning, end: beginning, minLength: 1, maxLength: 2 },
        MAX_COMPLETIONS,
      )
    : [];
  const stems = new Set([...begun, ...ended].map(({ stem }) => stem));
  const own = new Set(last.stems);
  const others = [...stems].filter((stem) => !own.has(stem));
  return [
    ...words.slice(0, -1),
    { ...last, completed: others, isUnknown: last.isUnknown && others.length === 0 },
  ];
}
