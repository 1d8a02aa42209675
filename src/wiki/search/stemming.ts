/// <reference path="./snowball-stemmers.d.ts" />
import snowball from 'snowball-stemmers';
import { foldWord } from './fold.ts';

/** Snowball's algorithms by language (ISO 639-1). */
const ALGORITHMS: Readonly<Record<string, string>> = {
  ar: 'arabic',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hu: 'hungarian',
  hy: 'armenian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sl: 'slovene',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
};

/** Longer words are no words: the slowest of the algorithms is never given one. */
const MAX_STEMMED = 40;

/** Gives a word's stem, folded; `word` is in lower case, its accents as written. */
export type Stem = (word: string) => string;

/** Stems a language's words; where Snowball has no algorithm, the stem is the word. */
export function stemmer(language: string): Stem {
  const algorithm = ALGORITHMS[language.split('-', 1)[0] as string];
  if (algorithm === undefined) return foldWord;
  const { stem } = snowball.newStemmer(algorithm);
  return (word) => {
    if (word.length > MAX_STEMMED || /\d/.test(word)) return foldWord(word);
    const folded = foldWord(stem(word));
    return folded === '' ? foldWord(word) : folded;
  };
}

/** Ends of words that algorithms know by an accent, which people leave out when they type. */
const ACCENTED_ENDS: Readonly<Record<string, readonly (readonly [end: RegExp, accented: string])[]>> = {
  fr: [[/e(e?s?)$/, 'é$1']],
  es: [[/cion$/, 'ción']],
  pt: [[/cao$/, 'ção']],
};

/** The stems that a word may have in a language, whatever accents it was typed without; `folded` has none. */
export function stemsOfFolded(folded: string, language: string, stem: Stem): readonly string[] {
  const ends = ACCENTED_ENDS[language.split('-', 1)[0] as string] ?? [];
  return [folded, ...ends.map(([end, accented]) => folded.replace(end, accented))].map(stem);
}
