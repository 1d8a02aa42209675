import { sql } from 'kysely';
import { CODE_FLAGS, type CodeFilterName } from './code-facets.ts';
import { type CodeRequest, matching } from './code-request.ts';
import { type CodeRepositoryTable, numberedRepository } from './code-tables.ts';
import { codeTally } from './code-tallies.ts';
import type { Reader } from './database.ts';
import { TALLIED } from './tally-code.ts';

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
  const { rows } = await sql<{ count: number | string }>`
    select count(*) as count from (
      select 1 from code_repository where ${matching(reader, request)} limit ${MAX_COUNTED + 1}
    ) counted`.execute(reader);
  const count = Number(rows[0]?.count ?? 0);
  return { count: Math.min(count, MAX_COUNTED), isMore: count > MAX_COUNTED };
}

/** The tally that has the answer: of all repositories, or of one value of a facet. */
function talliedBy({ tokens, filters }: CodeRequest): readonly [string, string] | undefined {
  const chosen = Object.entries(filters);
  const [facet, value] = chosen[0] ?? ['all', ''];
  if (tokens.length > 0 || chosen.length > 1 || !TALLIED.includes(facet)) return undefined;
  return [facet, CODE_FLAGS.includes(facet as CodeFilterName) ? String(Number(value === 'yes')) : value];
}

/** Some repositories of a request. */
export async function listCode(
  reader: Reader,
  request: CodeRequest,
  { sort, limit, offset }: { readonly sort: CodeSort; readonly limit: number; readonly offset: number },
): Promise<CodeRepositoryTable[]> {
  let rows = reader.selectFrom('code_repository').selectAll().where(matching(reader, request));
  for (const [column, direction] of ORDERS[sort]) rows = rows.orderBy(column, direction);
  return (await rows.orderBy('id').limit(limit).offset(offset).execute()).map(numberedRepository);
}

/** The numbers of all repositories of a request, in its order. */
export async function codeNumbers(reader: Reader, request: CodeRequest, sort: CodeSort): Promise<number[]> {
  let rows = reader.selectFrom('code_repository').select('id').where(matching(reader, request));
  for (const [column, direction] of ORDERS[sort]) rows = rows.orderBy(column, direction);
  return (await rows.orderBy('id').execute()).map(({ id }) => id);
}
