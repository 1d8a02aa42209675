import { hasDocuments } from '../../store/search.ts';
import type { Site } from '../site.ts';
import type { Ask } from '../trace.ts';
import { type Plan, planQuery } from './plan.ts';
import { type ParsedQuery, parseQuery } from './query.ts';
import type { SearchQuery } from './results.ts';
import { resembling } from './spelling.ts';

/** How many words of a query are looked up for a better spelling, and how many spellings are tried of each. */
const MAX_WORDS = 4;
const MAX_SPELLINGS = 3;

/** The query with each word that is in no text spelt as the nearest one that is; undefined when that finds nothing. */
export async function correct(
  ask: Ask,
  { text, language }: SearchQuery,
  parsed: ParsedQuery,
  plan: Plan,
  site: Site,
): Promise<string | undefined> {
  const unknown = new Set(plan.words.filter(({ isUnknown }) => isUnknown).map(({ of }) => of.written));
  if (unknown.size === 0 || unknown.size > MAX_WORDS) return undefined;
  let attempts = [text];
  for (const written of unknown) {
    const word = [...parsed.words, ...parsed.phrases.flat()].find((one) => one.written === written);
    const spellings = await resembling(ask, word?.parts.join('') ?? '', MAX_SPELLINGS);
    if (spellings.length === 0) return undefined;
    attempts = attempts.flatMap((attempt) =>
      spellings.map(({ form }) => attempt.replaceAll(written, () => form)),
    );
  }
  for (const attempt of attempts.slice(0, MAX_SPELLINGS ** 2)) {
    const { words, none } = await planQuery(ask, parseQuery(`${attempt} `, language), language, site);
    const all = words.map(({ stems }) => stems);
    if (await ask(hasDocuments, { all, none })) return attempt.trim();
  }
  return undefined;
}
