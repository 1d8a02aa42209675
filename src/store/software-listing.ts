import { type Expression, type SqlBool, sql } from 'kysely';
import { inBatches } from './batches.ts';
import type { Reader } from './database.ts';
import type { SoftwareTable } from './software-tables.ts';
import { havingWords } from './word-sets.ts';

/** In which order they come: of the alphabet, of the table, the newest recommendation first. */
export const SOFTWARE_SORTS = ['name', 'table', 'since'] as const;
export type SoftwareSort = (typeof SOFTWARE_SORTS)[number];

/** Which software: those that have one of each of the tokens, and the value chosen of each facet. */
export interface SoftwareRequest {
  readonly tokens: readonly (readonly string[])[];
  readonly filters: Readonly<Record<string, string>>;
}

const MAX_VALUES = 40;

const ORDERS = {
  name: [['folded_name', 'asc']],
  table: [['position', 'asc']],
  since: [
    ['since', 'desc'],
    ['folded_name', 'asc'],
  ],
} as const satisfies Record<SoftwareSort, readonly (readonly [keyof SoftwareTable, 'asc' | 'desc'])[]>;

export async function countSoftware(reader: Reader, request: SoftwareRequest): Promise<number> {
  const { count } = await reader
    .selectFrom('software')
    .select((e) => e.fn.countAll().as('count'))
    .where(matching(reader, request))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function listSoftware(
  reader: Reader,
  request: SoftwareRequest,
  { sort, limit, offset }: { readonly sort: SoftwareSort; readonly limit: number; readonly offset: number },
): Promise<SoftwareTable[]> {
  let rows = reader.selectFrom('software').selectAll().where(matching(reader, request));
  for (const [column, direction] of ORDERS[sort]) rows = rows.orderBy(column, direction);
  return await rows.orderBy('id').limit(limit).offset(offset).execute();
}

/** How many have each value of a facet, were nothing chosen of it: the most frequent ones. */
export async function countSoftwareFacet(
  reader: Reader,
  request: SoftwareRequest,
  facet: string,
): Promise<{ value: string; count: number }[]> {
  const { [facet]: _, ...filters } = request.filters;
  const rows = await reader
    .selectFrom('software_facet')
    .innerJoin('software', 'software.id', 'software_facet.software')
    .select(['value', (e) => e.fn.countAll().as('count')])
    .where('facet', '=', facet)
    .where(matching(reader, { ...request, filters }))
    .groupBy('value')
    .orderBy('count', 'desc')
    .orderBy('value')
    .limit(MAX_VALUES)
    .execute();
  return rows.map(({ value, count }) => ({ value, count: Number(count) }));
}

/** All that the list has today, in its order: what an export goes through. */
export function everySoftware(reader: Reader): Promise<SoftwareTable[]> {
  return reader
    .selectFrom('software')
    .selectAll()
    .where('state', '=', 'listed')
    .orderBy('position')
    .execute();
}

export function softwareAt(reader: Reader, key: string): Promise<SoftwareTable | undefined> {
  return reader.selectFrom('software').selectAll().where('key', '=', key).executeTakeFirst();
}

export function softwareOf(reader: Reader, keys: readonly string[]): Promise<SoftwareTable[]> {
  return inBatches(keys, (batch) =>
    reader.selectFrom('software').selectAll().where('key', 'in', batch).orderBy('position').execute(),
  );
}

/** Those whose source code is at this address of the register. */
export function softwareOfRepository(
  reader: Reader,
  repository: string,
): Promise<Pick<SoftwareTable, 'key' | 'name'>[]> {
  return reader
    .selectFrom('software')
    .select(['key', 'name'])
    .where('repository', '=', repository)
    .where('state', '=', 'listed')
    .orderBy('position')
    .execute();
}

function matching(reader: Reader, { tokens, filters }: SoftwareRequest): Expression<SqlBool> {
  const conditions = Object.entries(filters).map(
    ([facet, value]) =>
      sql<SqlBool>`software.id in (select software from software_facet where facet = ${facet} and value = ${value})`,
  );
  if (tokens.length > 0) conditions.push(havingWords(reader, 'software_words', 'software.id', tokens));
  const all = [sql<SqlBool>`software.state = 'listed'`, ...conditions];
  return sql<SqlBool>`(${sql.join(all, sql` and `)})`;
}

/** Those of the list that are called so, whatever the case and the accents: their keys by their folded names. */
export async function softwareNamed(
  reader: Reader,
  folded: readonly string[],
): Promise<{ key: string; folded_name: string }[]> {
  return await inBatches(folded, (batch) =>
    reader
      .selectFrom('software')
      .select(['key', 'folded_name'])
      .where('folded_name', 'in', batch)
      .where('state', '=', 'listed')
      .orderBy('position')
      .execute(),
  );
}
