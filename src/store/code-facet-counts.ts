import { sql } from 'kysely';
import { CODE_FACETS, CODE_FLAGS, type CodeFacet, FACET_COLUMNS } from './code-facets.ts';
import { MAX_COUNTED } from './code-listing.ts';
import type { CodeRequest } from './code-request.ts';
import { rowsMatching } from './code-rows.ts';
import { codeTallies } from './code-tallies.ts';
import type { Reader } from './database.ts';
import { engineOf } from './engine.ts';

/** A value of a facet, and how many have it. */
export interface CodeCount {
  readonly value: string;
  readonly count: number;
}

/** Of most values there are a few; a facet shows the most frequent. */
const MAX_VALUES = 20;

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
  const { rows } = await (await counted(reader, request, facets)).execute(reader);
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
  // What is found comes first: of a cross join, SQLite takes the tables as they are written.
  topic: { value: 't.topic', join: 'cross join code_topic t', where: 't.repository = r.id' },
  organisation: {
    value: 'coalesce(a.ancestor, r.organisation)',
    join: 'left join code_ancestor a on a.organisation = r.organisation',
    where: 'r.organisation is not null',
  },
} as const;

function inColumn(facet: keyof typeof FACET_COLUMNS) {
  const value = `r.${FACET_COLUMNS[facet]}`;
  return { value, join: '', where: `${value} is not null` };
}

/** Repositories are found once, then counted by each facet. */
async function counted(reader: Reader, request: CodeRequest, facets: readonly CodeFacet[]) {
  // In SQLite, a column of a union may hold numbers and texts; to write them all as texts takes a fifth of the time.
  const isMixed = engineOf(reader) === 'sqlite';
  const each = facets.map((facet) => {
    const { value, join, where } =
      facet === 'topic' || facet === 'organisation' ? JOINED[facet] : inColumn(facet);
    const text = sql.raw(isMixed ? value : `cast(${value} as text)`);
    return sql`
      select ${sql.lit(facet)} as facet, ${text} as value, count(*) as count from found r ${sql.raw(join)}
      where ${sql.raw(where)} group by 2`;
  });
  const columns = ['id', 'organisation', ...new Set(Object.values(FACET_COLUMNS))];
  const { from, where } = await rowsMatching(reader, request);
  return sql<{ facet: CodeFacet; value: string | number; count: number | string }>`
    with found as materialized (
      select ${sql.join(columns.map((column) => sql.ref(`code_repository.${column}`)))}
      from ${from} where ${where} limit ${MAX_COUNTED}
    ) ${sql.join(each, sql` union all `)}`;
}

function writtenValue(facet: CodeFacet, value: string | number): string {
  if (!CODE_FLAGS.includes(facet)) return String(value);
  return Number(value) === 1 ? 'yes' : 'no';
}
