import { inBatches } from './batches.ts';
import type { Reader } from './database.ts';
import { candidatesOf, familiesOf } from './search-candidates.ts';
import { type AnyToken, type Match, matchingNumbers } from './search-match.ts';
import {
  type Candidate,
  preferredOf,
  type RankedWord,
  type Ranking,
  rankDocuments,
} from './search-ranking.ts';
import type { SearchDocumentTable, SearchTextTable } from './search-schema.ts';

/** How many documents are looked at of those that match: more than that, and they are no longer counted. */
export const MAX_MATCHES = 1_000;

/** Phrases are looked for in the texts themselves, which costs more. */
const MAX_READ = 400;

/** Of a text, in characters. */
const MAX_SHOWN = 100_000;

/** Of those that have some of the words only, for each choice of words. */
const MAX_RELAXED = 200;

const FACETS = ['language', 'section', 'kind'] as const;
type Facet = (typeof FACETS)[number];

/** What is looked for. All of it is plain values, so that the question can be put again. */
export interface SearchRequest {
  readonly words: readonly RankedWord[];
  /** What a document must not have. */
  readonly none: readonly (readonly AnyToken[])[];
  /** Regular expressions (with the flags `iu`) of which a text must match all, or none. */
  readonly phrases: { readonly all: readonly string[]; readonly none: readonly string[] };
  /** The token of each facet chosen. */
  readonly filters: { readonly [F in Facet]?: string };
  /** Whether a document may miss words: those that have the most, and the rarest, come first. */
  readonly relaxed: boolean;
  readonly ranking: Ranking;
  readonly offset: number;
  readonly limit: number;
}

export interface SearchMatches {
  /** The numbers of the documents of the page asked for, the best first. */
  readonly ids: readonly number[];
  readonly total: number;
  /** Whether there were no more than are looked at. */
  readonly isExact: boolean;
  /** How many of each value, were this facet not chosen. */
  readonly facets: { readonly [F in Facet]: Readonly<Record<string, number>> };
}

/** Finds the documents of a request and ranks them. */
export async function searchDocuments(reader: Reader, request: SearchRequest): Promise<SearchMatches> {
  const { numbers, isExact } = await find(reader, request, request.filters);
  const known = new Map<number, Candidate>();
  const documents = await described(reader, numbers, known);
  const ranked = rankDocuments(documents, request.words, request.ranking);
  const facets = {} as Record<Facet, Readonly<Record<string, number>>>;
  for (const facet of FACETS) {
    const { [facet]: chosen, ...others } = request.filters;
    const counted =
      chosen === undefined
        ? documents
        : await described(reader, (await find(reader, request, others)).numbers, known);
    facets[facet] = countBy(counted, facet);
  }
  return { ids: await pageOf(reader, ranked, request), total: ranked.length, isExact, facets };
}

/** The documents of these numbers; those that are not `known` are looked up. */
async function described(
  reader: Reader,
  numbers: readonly number[],
  known: Map<number, Candidate>,
): Promise<readonly Candidate[]> {
  const missing = numbers.filter((id) => !known.has(id));
  if (missing.length > 0)
    for (const document of await candidatesOf(reader, missing)) known.set(document.id, document);
  return numbers.flatMap((id) => known.get(id) ?? []);
}

/** How many documents are asked for their translations at a time. */
const FAMILIES = 64;

/** The page asked for. Of pages that translate each other, all but the preferred one come after everything else. */
async function pageOf(
  reader: Reader,
  ranked: readonly Candidate[],
  { ranking, offset, limit }: SearchRequest,
): Promise<number[]> {
  const places = new Map(ranked.map(({ id }, place) => [id, place]));
  const first: number[] = [];
  const second: number[] = [];
  for (let at = 0; at < ranked.length && first.length < offset + limit; at += FAMILIES) {
    const some = ranked.slice(at, at + FAMILIES).map(({ id }) => id);
    const families = await familiesOf(reader, some);
    for (const id of some) {
      const family = (families.get(id) ?? []).flatMap((member) => places.get(member) ?? []);
      const pages = family.sort((a, b) => a - b).flatMap((place) => ranked[place] ?? []);
      (pages.length < 2 || preferredOf(pages, ranking)?.id === id ? first : second).push(id);
    }
  }
  return [...first, ...second].slice(offset, offset + limit);
}

async function find(
  reader: Reader,
  request: SearchRequest,
  filters: SearchRequest['filters'],
): Promise<{ numbers: readonly number[]; isExact: boolean }> {
  const { words, none, phrases } = request;
  const chosen = Object.values(filters).map((token) => [token]);
  const match = (some: readonly RankedWord[], inTitle = false): Match => ({
    all: [...some.map((word) => tokensOf(word).map(inTitle ? titleToken : String)), ...chosen],
    none,
  });
  const hasPhrases = phrases.all.length + phrases.none.length > 0;
  const most = hasPhrases ? MAX_READ : MAX_MATCHES;
  const numbers = request.relaxed
    ? await relaxedNumbers(words, (some) => matchingNumbers(reader, match(some), MAX_RELAXED))
    : await matchingNumbers(reader, match(words), most);
  const isExact = numbers.length < (request.relaxed ? MAX_RELAXED : most);
  // Beyond those that matter most in general are those whose title says what is looked for.
  if (!isExact && !request.relaxed)
    numbers.push(...(await matchingNumbers(reader, match(words, true), MAX_RELAXED)));
  const found = [...new Set(numbers)];
  return { numbers: hasPhrases ? await withPhrases(reader, found, phrases) : found, isExact };
}

function tokensOf({ stems, completed }: RankedWord): AnyToken {
  return [...new Set([...stems, ...completed])];
}

/** The stem in a title. */
export function titleToken(stem: string): string {
  return `_${stem}`;
}

/** The documents that miss one word; where there are none, those that have one. */
async function relaxedNumbers(
  words: readonly RankedWord[],
  find: (some: readonly RankedWord[]) => Promise<number[]>,
): Promise<number[]> {
  const numbers: number[] = [];
  for (const word of words) numbers.push(...(await find(words.filter((other) => other !== word))));
  if (numbers.length === 0 && words.length > 2)
    for (const word of words) numbers.push(...(await find([word])));
  return numbers;
}

async function withPhrases(
  reader: Reader,
  ids: readonly number[],
  phrases: SearchRequest['phrases'],
): Promise<number[]> {
  const compile = (source: string) => new RegExp(source, 'iu');
  const [all, none] = [phrases.all.map(compile), phrases.none.map(compile)];
  const texts = await documentTexts(reader, ids);
  const fitting = texts.filter(({ title, text }) => {
    const whole = `${title}\n${text}`;
    return all.every((phrase) => phrase.test(whole)) && !none.some((phrase) => phrase.test(whole));
  });
  return fitting.map(({ id }) => id);
}

function countBy(documents: readonly Candidate[], facet: Facet): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { [facet]: value } of documents) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** What a document is, to show it. */
export interface DocumentText extends SearchTextTable {
  readonly path: string;
  readonly kind: SearchDocumentTable['kind'];
  readonly language: string;
  readonly section: string;
  /** Of a page: the decoded path of its address. */
  readonly pageAddress: string | null;
}

/** These documents, the most important first; of a very long text, the beginning. */
export function documentTexts(reader: Reader, ids: readonly number[]): Promise<DocumentText[]> {
  return inBatches(ids, (batch) =>
    shown(reader, batch)
      .select(['search_text.title', 'search_text.headings', 'search_text.address'])
      .select((e) => e.fn<string>('substr', ['search_text.text', e.lit(1), e.lit(MAX_SHOWN)]).as('text'))
      .orderBy('search_text.id')
      .execute(),
  );
}

function shown(reader: Reader, ids: readonly number[]) {
  return reader
    .selectFrom('search_text')
    .innerJoin('search_document', 'search_document.id', 'search_text.id')
    .leftJoin('page', (join) =>
      join.onRef('page.path', '=', 'search_document.path').on('search_document.kind', '=', 'page'),
    )
    .select([
      'search_text.id',
      'search_document.path',
      'search_document.kind',
      'search_document.language',
      'search_document.section',
      'page.address as pageAddress',
    ])
    .where('search_text.id', 'in', ids);
}

/** What a suggestion shows of a document. */
export type DocumentTitle = Omit<DocumentText, 'text' | 'headings'>;

/** The documents whose titles have all of these words, those that matter most first. */
export async function documentsTitled(
  reader: Reader,
  words: readonly AnyToken[],
  limit: number,
): Promise<DocumentTitle[]> {
  const all = words.map((tokens) => tokens.map(titleToken));
  const ids = await matchingNumbers(reader, { all, none: [] }, limit);
  return await inBatches(ids, (batch) =>
    shown(reader, batch)
      .select(['search_text.title', 'search_text.address'])
      .orderBy('search_text.id')
      .execute(),
  );
}

/** Whether any document has all of this. */
export async function hasDocuments(reader: Reader, match: Match): Promise<boolean> {
  return (await matchingNumbers(reader, match, 1)).length > 0;
}
