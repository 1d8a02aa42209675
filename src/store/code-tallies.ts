import { type SqlBool, sql } from 'kysely';
import { type CodeTallyTable, numberedTally } from './code-tally-table.ts';
import type { Reader } from './database.ts';

/** Of which facet, and which of its values: the most frequent first. */
export interface TalliesAsked {
  readonly facet: string;
  readonly limit: number;
  readonly offset?: number;
  readonly order?: 'count' | 'value' | 'stars';
  /** What values begin with. */
  readonly prefix?: string;
}

/** How many repositories have each value of a facet. */
export async function codeTallies(
  reader: Reader,
  { facet, limit, offset = 0, order = 'count', prefix = '' }: TalliesAsked,
): Promise<CodeTallyTable[]> {
  const rows = reader
    .selectFrom('code_tally')
    .selectAll()
    .where('facet', '=', facet)
    .where(beginningWith(prefix));
  const ordered = order === 'value' ? rows : rows.orderBy(order, 'desc');
  return (await ordered.orderBy('value').limit(limit).offset(offset).execute()).map(numberedTally);
}

/** How many different values of a facet there are. */
export async function countCodeValues(reader: Reader, facet: string, prefix = ''): Promise<number> {
  const { count } = await reader
    .selectFrom('code_tally')
    .select((e) => e.fn.countAll().as('count'))
    .where('facet', '=', facet)
    .where(beginningWith(prefix))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** How many repositories have one value of a facet. */
export async function codeTally(
  reader: Reader,
  facet: string,
  value: string,
): Promise<CodeTallyTable | undefined> {
  const row = await reader
    .selectFrom('code_tally')
    .selectAll()
    .where('facet', '=', facet)
    .where('value', '=', value)
    .executeTakeFirst();
  return row && numberedTally(row);
}

/** How many repositories have any value of each facet. */
export async function codeTallySums(reader: Reader): Promise<{ facet: string; count: number }[]> {
  const rows = await reader
    .selectFrom('code_tally')
    .select((e) => ['facet', e.fn.sum<number | string>('count').as('count')] as const)
    .groupBy('facet')
    .orderBy('facet')
    .execute();
  return rows.map(({ facet, count }) => ({ facet, count: Number(count) }));
}

function beginningWith(prefix: string) {
  return sql<SqlBool>`value >= ${prefix} and value < ${`${prefix}\u{10ffff}`}`;
}
