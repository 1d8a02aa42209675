import { type Expression, type SqlBool, sql } from 'kysely';
import { inBatches } from './batches.ts';
import type { CodeAccountTable, CodeRepositoryTable } from './code-tables.ts';
import { codeTallies, codeTally } from './code-tallies.ts';
import type { Reader } from './database.ts';
import { TALLIED } from './tally-code.ts';
import { havingWords } from './word-sets.ts';

/** What repositories can be told apart by. */
export const CODE_FACETS = [
  'organisation',
  'ministry',
  'account',
  'language',
  'licence',
  'forge',
  'topic',
  'kind',
  'year',
  'fork',
  'archived',
  'template',
  'publiccode',
  'contributing',
  'releases',
  'heritage',
] as const;
export type CodeFacet = (typeof CODE_FACETS)[number];

/** What they can be chosen by: besides, what they depend on, of which there is too much to be told apart by. */
export const CODE_FILTERS = [...CODE_FACETS, 'dependency'] as const;
export type CodeFilterName = (typeof CODE_FILTERS)[number];

/** In which order they come. */
export const CODE_SORTS = ['score', 'stars', 'forks', 'updated', 'created', 'released', 'name'] as const;
export type CodeSort = (typeof CODE_SORTS)[number];

/** Which repositories: those that have one of each of the tokens, and the value chosen of each facet. */
export interface CodeRequest {
  readonly tokens: readonly (readonly string[])[];
  readonly filters: { readonly [F in CodeFilterName]?: string };
}

/** A value of a facet, and how many have it. */
export interface CodeCount {
  readonly value: string;
  readonly count: number;
}

/** Of most values there are a few; a facet shows the most frequent. */
const MAX_VALUES = 20;

/** Which column tells a facet. A flag is `yes` or `no`; what is unknown is neither. */
const COLUMNS = {
  ministry: 'ministry',
  account: 'account',
  language: 'language',
  licence: 'licence',
  forge: 'forge',
  kind: 'kind',
  year: 'created_year',
  fork: 'is_fork',
  archived: 'is_archived',
  template: 'is_template',
  publiccode: 'has_publiccode',
  contributing: 'has_contributing',
  releases: 'has_releases',
  heritage: 'in_heritage',
} as const satisfies Partial<Record<CodeFacet, keyof CodeRepositoryTable>>;

/** Those of which the values are `yes` and `no`. */
export const CODE_FLAGS: readonly CodeFilterName[] = [
  'fork',
  'archived',
  'template',
  'publiccode',
  'contributing',
  'releases',
  'heritage',
];

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
  return (await rows.orderBy('id').limit(limit).offset(offset).execute()).map(numbered);
}

/** The numbers of all repositories of a request, in its order. */
export async function codeNumbers(reader: Reader, request: CodeRequest, sort: CodeSort): Promise<number[]> {
  let rows = reader.selectFrom('code_repository').select('id').where(matching(reader, request));
  for (const [column, direction] of ORDERS[sort]) rows = rows.orderBy(column, direction);
  return (await rows.orderBy('id').execute()).map(({ id }) => id);
}

/** A facet, and how many repositories have each of its most frequent values. */
export interface CodeFacetCounts {
  readonly facet: CodeFacet;
  readonly values: readonly CodeCount[];
}

/**
 * How many repositories have each value of some facets, were nothing chosen of the facet itself: the most frequent ones. Of a
 * request that has more than `MAX_COUNTED`, those are counted.
 */
export async function countCodeFacets(
  reader: Reader,
  request: CodeRequest,
  facets: readonly CodeFacet[] = CODE_FACETS,
): Promise<CodeFacetCounts[]> {
  const counts = new Map<CodeFacet, readonly CodeCount[]>();
  const chosen = facets.filter((facet) => request.filters[facet] !== undefined);
  const others = facets.filter((facet) => !chosen.includes(facet));
  for (const together of [others, ...chosen.map((facet) => [facet])]) {
    const filters = Object.entries(request.filters).filter(([name]) => !together.includes(name as CodeFacet));
    const asked = { tokens: request.tokens, filters: Object.fromEntries(filters) };
    for (const [facet, values] of await countedOf(reader, asked, together)) counts.set(facet, values);
  }
  return facets.map((facet) => ({ facet, values: counts.get(facet) ?? [] }));
}

async function countedOf(
  reader: Reader,
  request: CodeRequest,
  facets: readonly CodeFacet[],
): Promise<readonly (readonly [CodeFacet, CodeCount[]])[]> {
  const written = (facet: CodeFacet, rows: readonly { value: string | number; count: number | string }[]) =>
    rows.map(({ value, count }) => ({ value: writtenValue(facet, value), count: Number(count) }));
  if (facets.length === 0) return [];
  if (request.tokens.length === 0 && Object.keys(request.filters).length === 0)
    return await Promise.all(
      facets.map(
        async (facet) =>
          [facet, written(facet, await codeTallies(reader, { facet, limit: MAX_VALUES }))] as const,
      ),
    );
  const { rows } = await counted(facets, matching(reader, request)).execute(reader);
  const byFacet = Map.groupBy(rows, ({ facet }) => facet);
  return facets.map((facet) => [
    facet,
    written(facet, byFacet.get(facet) ?? [])
      .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, MAX_VALUES),
  ]);
}

/** From where each facet that is not a column is told, and by what. */
const JOINED = {
  topic: { value: 't.topic', join: 'join code_topic t on t.repository = r.id' },
  organisation: {
    value: 'coalesce(a.ancestor, r.organisation)',
    join: 'left join code_ancestor a on a.organisation = r.organisation',
  },
} as const;

/** Repositories are found once, then counted by each facet. */
function counted(facets: readonly CodeFacet[], where: Expression<SqlBool>) {
  const each = facets.map((facet) => {
    const { value, join } =
      facet === 'topic' || facet === 'organisation'
        ? JOINED[facet]
        : { value: `r.${COLUMNS[facet]}`, join: '' };
    const text = sql.raw(`cast(${value} as text)`);
    return sql`
      select ${sql.lit(facet)} as facet, ${text} as value, count(*) as count from found r ${sql.raw(join)}
      where ${sql.raw(value)} is not null group by 2`;
  });
  const columns = [...new Set(Object.values(COLUMNS))].join(', ');
  return sql<{ facet: CodeFacet; value: string; count: number | string }>`
    with found as materialized (
      select id, organisation, ${sql.raw(columns)} from code_repository where ${where} limit ${MAX_COUNTED}
    ) ${sql.join(each, sql` union all `)}`;
}

function writtenValue(facet: CodeFacet, value: string | number): string {
  if (!CODE_FLAGS.includes(facet)) return String(value);
  return Number(value) === 1 ? 'yes' : 'no';
}

function matching(reader: Reader, { tokens, filters }: CodeRequest): Expression<SqlBool> {
  const conditions = Object.entries(filters).map(([facet, value]) => chosen(facet as CodeFilterName, value));
  if (tokens.length > 0) conditions.push(havingWords(reader, 'code_words', 'code_repository.id', tokens));
  const all = [sql<SqlBool>`code_repository.state <> 'gone'`, ...conditions];
  return sql<SqlBool>`(${sql.join(all, sql` and `)})`;
}

function chosen(facet: CodeFilterName, value: string) {
  switch (facet) {
    case 'topic':
      return sql<SqlBool>`code_repository.id in (select repository from code_topic where topic = ${value})`;
    case 'dependency':
      return sql<SqlBool>`code_repository.id in (select repository from code_dependency where purl = ${value})`;
    case 'organisation':
      return sql<SqlBool>`(code_repository.organisation = ${value} or code_repository.organisation in
        (select organisation from code_ancestor where ancestor = ${value}))`;
    case 'year':
      return sql<SqlBool>`code_repository.created_year = ${/^\d{1,5}$/.test(value) ? Number(value) : -1}`;
    default: {
      const column = sql.ref(`code_repository.${COLUMNS[facet]}`);
      const wanted = CODE_FLAGS.includes(facet) ? Number(value === 'yes') : value;
      return sql<SqlBool>`${column} = ${wanted}`;
    }
  }
}

/** The repository that an address leads to: its present one, or a former one. */
export async function codeRepository(
  reader: Reader,
  alias: string,
): Promise<CodeRepositoryTable | undefined> {
  const row = await reader
    .selectFrom('code_repository')
    .selectAll()
    .where('key', '=', (e) =>
      e
        .selectFrom('code_alias')
        .select('code_alias.key')
        .where('kind', '=', 'repository')
        .where('alias', '=', alias),
    )
    .executeTakeFirst();
  return row && numbered(row);
}

/** The repositories that these addresses lead to, each with the address. */
export async function codeRepositoriesAt(
  reader: Reader,
  aliases: readonly string[],
): Promise<(CodeRepositoryTable & { readonly alias: string })[]> {
  const rows = await inBatches(aliases, (batch) =>
    reader
      .selectFrom('code_alias as a')
      .innerJoin('code_repository as r', 'r.key', 'a.key')
      .selectAll('r')
      .select('a.alias')
      .where('a.kind', '=', 'repository')
      .where('a.alias', 'in', batch)
      .orderBy('a.alias')
      .execute(),
  );
  return rows.map(({ alias, ...row }) => ({ alias, ...numbered(row) }));
}

/** The account that an address leads to. */
export function codeAccount(reader: Reader, alias: string): Promise<CodeAccountTable | undefined> {
  return reader
    .selectFrom('code_account')
    .selectAll()
    .where('key', '=', (e) =>
      e
        .selectFrom('code_alias')
        .select('code_alias.key')
        .where('kind', '=', 'account')
        .where('alias', '=', alias),
    )
    .executeTakeFirst();
}

/** The accounts at these addresses, by them. */
export function codeAccountNames(
  reader: Reader,
  addresses: readonly string[],
): Promise<{ address: string; name: string }[]> {
  if (addresses.length === 0) return Promise.resolve([]);
  return reader
    .selectFrom('code_account')
    .select(['address', 'name'])
    .where('address', 'in', addresses)
    .orderBy('address')
    .execute();
}

/** Whether there is anything in the register. */
export async function hasCode(reader: Reader): Promise<boolean> {
  const some = await reader.selectFrom('code_repository').select('id').limit(1).executeTakeFirst();
  return some !== undefined;
}

/** PostgreSQL gives large integers as text. */
function numbered(row: CodeRepositoryTable): CodeRepositoryTable {
  const { created_at, updated_at, released_at } = row;
  return {
    ...row,
    created_at: Number(created_at),
    updated_at: Number(updated_at),
    released_at: Number(released_at),
  };
}
