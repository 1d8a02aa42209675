import { sql } from 'kysely';
import { FACET_COLUMNS } from './code-facets.ts';
import { type CodeRequest, chosenOf, matching } from './code-request.ts';
import { having, rowsMatching, tallyOf } from './code-rows.ts';
import { type CodeRepositoryTable, numberedRepository } from './code-tables.ts';
import { codeTally } from './code-tallies.ts';
import type { Reader } from './database.ts';
import { engineOf } from './engine.ts';

/** In which order they come. */
export const CODE_SORTS = ['score', 'stars', 'forks', 'updated', 'created', 'released', 'name'] as const;
export type CodeSort = (typeof CODE_SORTS)[number];

const ORDERS = {
  score: [
    ['score', 'desc'],
    ['stars', 'desc'],
  ],
  stars: [['stars', 'desc']],
  forks: [['forks', 'desc']],
  updated: [['updated_at', 'desc']],
  created: [['created_at', 'desc']],
  released: [['released_at', 'desc']],
  name: [['folded_name', 'asc']],
} as const satisfies Record<CodeSort, readonly (readonly [keyof CodeRepositoryTable, 'asc' | 'desc'])[]>;

/** As `order by` has it; of two that are alike, the one that was known first. */
function orderOf(sort: CodeSort) {
  const columns = ORDERS[sort].map(
    ([column, direction]) => sql`${sql.ref(`code_repository.${column}`)} ${sql.raw(direction)}`,
  );
  return sql.join([...columns, sql.ref('code_repository.id')]);
}

/** Beyond so many, repositories are not counted one by one: it is said that there are more. */
export const MAX_COUNTED = 10_000;

/** How many repositories there are of a request; the least that there are where `isMore`. */
export interface CodeTotal {
  readonly count: number;
  readonly isMore: boolean;
}

export async function countCode(reader: Reader, request: CodeRequest): Promise<CodeTotal> {
  const tallied = talliedBy(request);
  if (tallied) {
    const { count = 0 } = (await codeTally(reader, ...tallied)) ?? {};
    return { count, isMore: false };
  }
  const { from, where } = await rowsMatching(reader, request);
  const { rows } = await sql<{ count: number | string }>`
    select count(*) as count from (select 1 from ${from} where ${where} limit ${MAX_COUNTED + 1}) counted`.execute(
    reader,
  );
  const count = Number(rows[0]?.count ?? 0);
  return { count: Math.min(count, MAX_COUNTED), isMore: count > MAX_COUNTED };
}

/** The tally that has the answer: of all repositories, or of one value of a facet. */
function talliedBy({ tokens, filters }: CodeRequest): readonly [string, string] | undefined {
  const all = chosenOf(filters);
  if (tokens.length > 0 || all.length > 1) return undefined;
  return all[0] ? tallyOf(all[0]) : ['all', ''];
}

/** Which of the repositories of a request. */
export interface CodeSlice {
  readonly sort: CodeSort;
  readonly limit: number;
  readonly offset: number;
  /** How many there are, where it is known already: up to `MAX_COUNTED`. */
  readonly count?: number;
}

/** Some repositories of a request. */
export async function listCode(
  reader: Reader,
  request: CodeRequest,
  slice: CodeSlice,
): Promise<CodeRepositoryTable[]> {
  const { sort, limit, offset } = slice;
  const passed = await numbersInPassing(reader, request, slice);
  if (passed) {
    const found = reader.selectFrom('code_repository').selectAll().where('id', 'in', passed);
    const rows = new Map((await found.execute()).map((row) => [row.id, row]));
    return passed.flatMap((id) => rows.get(id) ?? []).map(numberedRepository);
  }
  const { from, where } = await rowsMatching(reader, request);
  const { rows } = await sql<CodeRepositoryTable>`select code_repository.* from ${from} where ${where}
    order by ${orderOf(sort)} limit ${limit} offset ${offset}`.execute(reader);
  return rows.map(numberedRepository);
}

/** The numbers of all repositories of a request, in its order. */
export async function codeNumbers(reader: Reader, request: CodeRequest, sort: CodeSort): Promise<number[]> {
  const { from, where } = await rowsMatching(reader, request);
  const { rows } = await sql<{ id: number }>`select code_repository.id as id from ${from} where ${where}
    order by ${orderOf(sort)}`.execute(reader);
  return rows.map(({ id }) => id);
}

/** What is gone through in the order that is wanted, at most: to read so many rows takes some 50 ms. */
const MAX_PASSED = 30_000;

/**
 * The numbers of some repositories of a request, found by going through all of them in their order until there are enough.
 * Undefined where it would take longer than to gather those of the request and put them in order. SQLite does not know how
 * many rows have a value, and always gathers; PostgreSQL chooses by itself.
 */
async function numbersInPassing(
  reader: Reader,
  request: CodeRequest,
  { sort, limit, offset, count: known }: CodeSlice,
): Promise<number[] | undefined> {
  const isWhole = request.tokens.length === 0 && Object.keys(request.filters).length === 0;
  if (isWhole || engineOf(reader) !== 'sqlite') return undefined;
  const count = known ?? (await countCode(reader, request)).count;
  const needed = Math.min(limit, count - offset);
  // What is beyond those that are counted is gathered.
  if (needed <= 0) return undefined;
  const all = (await codeTally(reader, 'all', ''))?.count ?? 0;
  const expected = ((offset + needed) * all) / count;
  if (expected > MAX_PASSED || expected * 2 > (await gathered(reader, request, count))) return undefined;
  const columns = [...new Set(['id', 'state', 'organisation', ...Object.values(FACET_COLUMNS)])];
  const { rows } = await sql<{ id: number }>`
    select id from (
      select ${sql.join(columns.map((column) => sql.ref(column)))} from code_repository
      order by ${orderOf(sort)} limit ${MAX_PASSED}
    ) code_repository where ${matching(reader, request)} limit ${limit} offset ${offset}`.execute(reader);
  return rows.length < needed ? undefined : rows.map(({ id }) => id);
}

/** How many rows are read to gather the `count` repositories of a request: those of the rarest value that it names. */
async function gathered(reader: Reader, { tokens, filters }: CodeRequest, count: number): Promise<number> {
  if (tokens.length > 0) return count;
  const all = chosenOf(filters);
  return Math.min(...(await Promise.all(all.map((one) => having(reader, one)))));
}
