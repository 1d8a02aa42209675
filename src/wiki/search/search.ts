import { type DocumentText, documentTexts, type SearchMatches, searchDocuments } from '../../store/search.ts';
import type { Site } from '../site.ts';
import type { Ask } from '../trace.ts';
import { Analyser } from './analyse.ts';
import { correct } from './correct.ts';
import { facetToken } from './document.ts';
import { addressOf } from './document-address.ts';
import { excerptOf, type Highlights, highlight } from './excerpt.ts';
import { type Plan, planQuery } from './plan.ts';
import { parseQuery } from './query.ts';
import type { FacetCount, SearchAnswer, SearchQuery, SearchResult } from './results.ts';

export type { FacetCount, SearchAnswer, SearchQuery, SearchResult, Segment, Suggestion } from './results.ts';
export { suggest } from './suggest.ts';

const MAX_LIMIT = 100;
const USUAL_LIMIT = 20;

/** Finds what answers a query, the best first. Any text is a query; one that says nothing finds nothing. */
export async function search(ask: Ask, query: SearchQuery, site: Site): Promise<SearchAnswer> {
  const parsed = parseQuery(query.text, query.language);
  const plan = await planQuery(ask, parsed, query.language, site);
  if (plan.words.length === 0) return NOTHING;
  const strict = await find(ask, plan, query, site, false);
  if (strict.total > 0) return await answer(ask, strict, plan);
  const didYouMean = await correct(ask, query, parsed, plan, site);
  const relaxed = plan.words.length > 1 ? await find(ask, plan, query, site, true) : strict;
  return {
    ...(await answer(ask, relaxed, plan)),
    ...(didYouMean !== undefined && { didYouMean }),
    ...(relaxed.total > 0 && { relaxed: true }),
  };
}

const NOTHING: SearchAnswer = {
  results: [],
  total: 0,
  totalIsExact: true,
  facets: { language: [], section: [], kind: [] },
};

function find(
  ask: Ask,
  { words, none, phrases }: Plan,
  { language, filters = {}, offset = 0, limit = USUAL_LIMIT }: SearchQuery,
  { defaultLanguage }: Site,
  relaxed: boolean,
): Promise<SearchMatches> {
  const { language: inLanguage, section, kind } = filters;
  return ask(searchDocuments, {
    words: words.map(({ stems, completed, rarity }) => ({ stems, completed, rarity })),
    none,
    phrases: relaxed ? { all: [], none: phrases.none } : phrases,
    filters: {
      ...(inLanguage !== undefined && { language: facetToken('language', inLanguage) }),
      ...(section !== undefined && { section: facetToken('section', section) }),
      ...(kind !== undefined && { kind: facetToken('kind', kind) }),
    },
    relaxed,
    ranking: { language, defaultLanguage },
    offset: Math.max(0, Math.trunc(offset)),
    limit: Math.min(MAX_LIMIT, Math.max(0, Math.trunc(limit))),
  });
}

async function answer(
  ask: Ask,
  { ids, total, isExact, facets }: SearchMatches,
  plan: Plan,
): Promise<SearchAnswer> {
  const texts = new Map((await ask(documentTexts, ids)).map((text) => [text.id, text]));
  const highlights: Highlights = {
    stems: new Map(
      plan.words
        .filter(({ inPhrase }) => !inPhrase)
        .flatMap(({ stems, completed, rarity }) => [
          ...completed.map((stem) => [stem, rarity / 2] as const),
          ...stems.map((stem) => [stem, rarity] as const),
        ]),
    ),
    phrases: plan.phrases.all.map((source) => new RegExp(source, 'giu')),
  };
  const analysers = new Map<string, Analyser>();
  const analyserOf = (language: string) => {
    const known = analysers.get(language) ?? new Analyser(language);
    analysers.set(language, known);
    return known;
  };
  return {
    results: ids.flatMap((id) => {
      const text = texts.get(id);
      return text ? [resultOf(text, analyserOf(text.language), highlights)] : [];
    }),
    total,
    totalIsExact: isExact,
    facets: {
      language: countsOf(facets.language),
      section: countsOf(facets.section),
      kind: countsOf(facets.kind),
    },
  };
}

function resultOf(document: DocumentText, analyser: Analyser, highlights: Highlights): SearchResult {
  const { kind, language, title, section, text } = document;
  const { segments, heading } = excerptOf(text, JSON.parse(document.headings), analyser, highlights);
  return {
    address: addressOf(document) + (heading ? `#${encodeURIComponent(heading.slug)}` : ''),
    kind,
    language,
    title,
    titleSegments: highlight(title, analyser, highlights),
    ...(heading && {
      heading: heading.text,
      headingSegments: highlight(heading.text, analyser, highlights),
    }),
    section,
    excerpt: segments,
  };
}

function countsOf(counts: Readonly<Record<string, number>>): FacetCount[] {
  return Object.entries(counts)
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
