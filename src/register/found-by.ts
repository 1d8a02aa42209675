import type { Analyser } from '../wiki/search/analyse.ts';
import { partsOf, WORDS } from '../wiki/search/analyse.ts';
import { foldWord } from '../wiki/search/fold.ts';
import { stemsOfFolded } from '../wiki/search/stemming.ts';
import type { RepositoryRecord } from './record.ts';

/** A description that is longer says the rest to who opens it. */
const MAX_DESCRIPTION = 5_000;

/** What a repository is found by: the stems of its words in each of the languages, each once. */
export function foundBy(record: RepositoryRecord, analysers: readonly Analyser[]): string {
  const text = [
    apart(record.name),
    apart(record.organization_name),
    record.description?.slice(0, MAX_DESCRIPTION) ?? '',
    record.topics.map(apart).join(' '),
    record.language ?? '',
  ].join('\n');
  return tokensOf(text, analysers);
}

/** The stems of the words of a text in each of the languages, each once. */
export function tokensOf(text: string, analysers: readonly Analyser[]): string {
  const tokens = new Set<string>();
  for (const analyser of analysers) {
    analyser.forgetSome();
    for (const [written] of text.matchAll(WORDS))
      for (const { stem, isStop } of analyser.terms(written)) if (!isStop) tokens.add(stem);
  }
  return [...tokens].join(' ');
}

/** A name as it is written, and its parts: `dataGouvApi_v2` is also `data Gouv Api v2`. */
export function apart(name: string): string {
  const parts = name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/[_./]/g, ' ');
  return parts === name ? name : `${name} ${parts}`;
}

const MAX_WORDS = 16;
const MAX_LENGTH = 300;

/**
 * The tokens that one of a catalogue must have one each of to be found by `text`: for each word, its stems in each of the
 * languages. None when there is no word that says something.
 */
export function tokensSought(text: string, analysers: readonly Analyser[]): readonly (readonly string[])[] {
  const words = [...text.slice(0, MAX_LENGTH).toWellFormed().matchAll(WORDS)].slice(0, MAX_WORDS);
  return words.flatMap(([written]) => {
    const isSymbol = /[+#]$/.test(written);
    const parts = isSymbol ? [written] : partsOf(written);
    return parts.flatMap((part) => {
      const terms = analysers.map((analyser) => analyser.terms(part));
      if (terms.every((own) => own.every(({ isStop }) => isStop))) return [];
      const folded = foldWord(part);
      const typed = isSymbol
        ? []
        : analysers.flatMap(({ language, stem }) => stemsOfFolded(folded, language, stem));
      return [[...new Set([...terms.flat().map(({ stem }) => stem), ...typed])]];
    });
  });
}
