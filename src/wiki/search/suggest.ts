import { type DocumentTitle, documentsTitled } from '../../store/search.ts';
import { searchWordsBeginning } from '../../store/search-words.ts';
import type { Site } from '../site.ts';
import type { Ask } from '../trace.ts';
import { addressOf } from './document-address.ts';
import { foldWord } from './fold.ts';
import { planQuery } from './plan.ts';
import { parseQuery } from './query.ts';
import type { Suggestion } from './results.ts';

const MIN_LENGTH = 2;
const MAX_TITLES = 6;
const MAX_WORDS = 3;

/** Titles looked at to choose from. */
const MAX_LOOKED_AT = 60;

/**
 * What a reader may be about to type, from the second letter: titles that begin so, titles with a word that begins so, then
 * such words.
 */
export async function suggest(
  ask: Ask,
  prefix: string,
  language: string,
  site: Site,
): Promise<readonly Suggestion[]> {
  const query = parseQuery(prefix, language);
  const last = query.words.at(-1);
  if (!last || [...last.parts.join('')].length < MIN_LENGTH) return [];
  const { words } = await planQuery(ask, query, language, site);
  const titled = await ask(
    documentsTitled,
    words.map(({ stems, completed }) => [...stems, ...completed]),
    MAX_LOOKED_AT,
  );
  const begun = foldWord(prefix.trim());
  const place = (document: DocumentTitle) =>
    2 * rank(document, language) + (foldWord(document.title).startsWith(begun) ? 0 : 1);
  const titles = titled.toSorted((a, b) => place(a) - place(b)).slice(0, MAX_TITLES);
  const completions = query.isUnfinished ? await completionsOf(ask, prefix, last.parts.at(-1) ?? '') : [];
  return [
    ...titles.map((document) => ({
      label: document.title,
      address: addressOf(document),
      kind: document.kind,
      language: document.language,
    })),
    ...completions.map((label) => ({
      label,
      address: `/-/search?q=${encodeURIComponent(label)}`,
      kind: 'word' as const,
      language,
    })),
  ];
}

function rank({ kind, language: own }: DocumentTitle, language: string): number {
  return (own === language ? 0 : 2) + (kind === 'page' ? 0 : 1);
}

/** What was typed, its last word completed. */
async function completionsOf(ask: Ask, prefix: string, last: string): Promise<string[]> {
  const begun = await ask(searchWordsBeginning, last, MAX_WORDS * 3);
  const before = prefix.replace(/[\p{L}\p{M}\p{N}]+$/u, '');
  const forms = [...new Map(begun.map(({ word, form }) => [word, form])).entries()];
  return forms
    .filter(([word]) => word !== last)
    .slice(0, MAX_WORDS)
    .map(([, form]) => before.trimStart() + form);
}
