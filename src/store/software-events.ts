import type { Reader } from './database.ts';
import type { SoftwareEventTable } from './software-tables.ts';

/** What happened to a row of the table, the newest first. */
export async function eventsOfSoftware(
  reader: Reader,
  key: string,
  limit: number,
): Promise<SoftwareEventTable[]> {
  const rows = await reader
    .selectFrom('software_event')
    .selectAll()
    .where('key', '=', key)
    .orderBy('position', 'desc')
    .limit(limit)
    .execute();
  return rows.map(numbered);
}

/** The commits that changed rows of the table, the newest first. */
export async function softwareCommits(
  reader: Reader,
  { limit, before }: { readonly limit: number; readonly before?: number },
): Promise<{ commit_id: string; last: number; count: number }[]> {
  const grouped = reader
    .selectFrom('software_event')
    .select(['commit_id', (e) => e.fn.max('position').as('last'), (e) => e.fn.countAll().as('count')])
    .groupBy('commit_id')
    .orderBy('last', 'desc')
    .limit(limit);
  const rows = await (before === undefined ? grouped : grouped.where('position', '<', before)).execute();
  return rows.map(({ commit_id, last, count }) => ({ commit_id, last: Number(last), count: Number(count) }));
}

/** What a commit did to the rows, in their order; at most `limit` of it. */
export async function eventsOfCommit(
  reader: Reader,
  commit: string,
  limit: number,
): Promise<SoftwareEventTable[]> {
  const rows = await reader
    .selectFrom('software_event')
    .selectAll()
    .where('commit_id', '=', commit)
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map(numbered);
}

/** PostgreSQL gives large integers as text. */
function numbered(row: SoftwareEventTable): SoftwareEventTable {
  return { ...row, at: Number(row.at) };
}
