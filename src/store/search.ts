import { sql } from 'kysely';
import { inBatches } from './batches.ts';
import type { Reader } from './database.ts';
import { engineOf } from './engine.ts';
import { type AnyToken, type Match, matchingNumbers } from './search-match.ts';
import { type Candidate, type RankedWord, type Ranking, rankDocuments } from './search-ranking.ts';
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
  const documents = await candidates(reader, numbers);
  const ranked = rankDocuments(documents, request.words, request.ranking);
  const facets = {} as Record<Facet, Readonly<Record<string, number>>>;
  for (const facet of FACETS) {
    const { [facet]: chosen, ...others } = request.filters;
    facets[facet] =
      chosen === undefined
        ? countBy(documents, facet)
        : await countIn(reader, (await find(reader, request, others)).numbers, facet);
  }
  return {
    ids: ranked.slice(request.offset, request.offset + request.limit).map(({ id }) => id),
    total: ranked.length,
    isExact,
    facets,
  };
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

async function candidates(reader: Reader, ids: readonly number[]): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    select d.id, d.kind, d.language, d.section, d.title_words, d.profile, page.family
    from search_document d left join page on page.path = d.path and d.kind = 'page'
    where d.id ${among(reader, ids)}`.execute(reader);
  return rows;
}

async function countIn(
  reader: Reader,
  ids: readonly number[],
  facet: Facet,
): Promise<Readonly<Record<string, number>>> {
  const column = sql.ref(facet);
  const { rows } = await sql<{ value: string; count: number }>`
    select ${column} as value, count(*) as count from search_document
    where id ${among(reader, ids)} group by ${column}`.execute(reader);
  return Object.fromEntries(rows.map(({ value, count }) => [value, count]));
}

/** One parameter, however many numbers. */
function among(reader: Reader, ids: readonly number[]) {
  return engineOf(reader) === 'sqlite'
    ? sql`in (select value from json_each(${JSON.stringify(ids)}))`
    : sql`= any(${ids})`;
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
  const counts = Object.entries(Object.groupBy(documents, (document) => document[facet]));
  return Object.fromEntries(counts.map(([value, of]) => [value, of?.length ?? 0]));
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
    described(reader, batch)
      .select(['search_text.title', 'search_text.headings', 'search_text.address'])
      .select((e) => e.fn<string>('substr', ['search_text.text', e.lit(1), e.lit(MAX_SHOWN)]).as('text'))
      .orderBy('search_text.id')
      .execute(),
  );
}

function described(reader: Reader, ids: readonly number[]) {
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
    described(reader, batch)
      .select(['search_text.title', 'search_text.address'])
      .orderBy('search_text.id')
      .execute(),
  );
}

/** Whether any document has all of this. */
export async function hasDocuments(reader: Reader, match: Match): Promise<boolean> {
  return (await matchingNumbers(reader, match, 1)).length > 0;
}
