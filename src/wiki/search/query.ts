import { partsOf, WORDS } from './analyse.ts';
import { foldWord } from './fold.ts';
import { isStopWord } from './stop-words.ts';

/** A query as it was understood. Words are folded, elisions left out. */
export interface ParsedQuery {
  /** Each what one word as typed says: `mot-clé` is two words, and may be written as one. */
  readonly words: readonly QueryWord[];
  readonly excluded: readonly QueryWord[];
  readonly phrases: readonly (readonly QueryWord[])[];
  readonly excludedPhrases: readonly (readonly QueryWord[])[];
  /** Whether the last word may be the beginning of one. */
  readonly isUnfinished: boolean;
}

export interface QueryWord {
  readonly written: string;
  readonly parts: readonly string[];
}

/** A longer query is read so far. */
const MAX_LENGTH = 2_000;
const MAX_WORDS = 32;

const QUOTES = /[“”„‟«»]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;
const PIECES = /(?<minus>(?<![^\s])-)?(?:"(?<phrase>[^"]*)"?|(?<chunk>[^\s"]+))/gu;

/** Reads a query: words, `"phrases"`, and `-` before what must not be there. Any text is a query. */
export function parseQuery(text: string, language: string): ParsedQuery {
  const clean = text.slice(0, MAX_LENGTH).toWellFormed().replace(CONTROL, ' ').replace(QUOTES, '"');
  const words: QueryWord[] = [];
  const excluded: QueryWord[] = [];
  const phrases: QueryWord[][] = [];
  const excludedPhrases: QueryWord[][] = [];
  let room = MAX_WORDS;
  for (const { groups } of clean.matchAll(PIECES)) {
    const found = wordsIn(groups?.phrase ?? groups?.chunk ?? '').slice(0, room);
    room -= found.length;
    if (found.length === 0) continue;
    const isPhrase = groups?.phrase !== undefined;
    if (isPhrase) (groups?.minus ? excludedPhrases : phrases).push(found);
    else (groups?.minus ? excluded : words).push(...found);
  }
  if (words.length === 0 && phrases.length === 0) {
    // Nothing but what must not be there: then it is what is looked for.
    return { words: [...excluded, ...excludedPhrases.flat()], ...NOTHING, isUnfinished: false };
  }
  const telling = words.filter(({ parts }) => !parts.every((part) => isStopWord(part, language)));
  const isSilent = telling.length === 0 && phrases.length === 0;
  const isUnfinished = !isSilent && telling.at(-1) === words.at(-1) && /[\p{L}\p{M}\p{N}]$/u.test(clean);
  return { words: isSilent ? words : telling, excluded, phrases, excludedPhrases, isUnfinished };
}

const NOTHING = { excluded: [], phrases: [], excludedPhrases: [] };

function wordsIn(text: string): QueryWord[] {
  return [...text.matchAll(WORDS)].flatMap(([written]) => {
    const parts = partsOf(written)
      .map(foldWord)
      .filter((part) => part !== '');
    return parts.length > 0 ? [{ written, parts }] : [];
  });
}
