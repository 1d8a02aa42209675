import { inBatches, insertAll } from './batches.ts';
import type { Reader, Writer } from './database.ts';
import type { AwaitedTable, FindingTable } from './schema.ts';

/** How many findings of a rule a file has. */
export interface FindingCount {
  readonly path: string;
  readonly rule: string;
  readonly times: number;
}

/** The findings counted by file and by rule, in their order. */
export async function findingCounts(reader: Reader): Promise<FindingCount[]> {
  const rows = await reader
    .selectFrom('finding')
    .select(['path', 'rule', (e) => e.fn.sum<number | string>('times').as('times')])
    .groupBy(['path', 'rule'])
    .orderBy('path')
    .orderBy('rule')
    .execute();
  return rows.map((row) => ({ ...row, times: Number(row.times) }));
}

/** The files that have findings. */
export async function pathsWithFindings(reader: Reader): Promise<string[]> {
  const rows = await reader.selectFrom('finding').select('path').distinct().orderBy('path').execute();
  return rows.map(({ path }) => path);
}

/** The files in which one look found something. */
export async function pathsOfScope(reader: Reader, scope: FindingTable['scope']): Promise<string[]> {
  const rows = await reader
    .selectFrom('finding')
    .select('path')
    .distinct()
    .where('scope', '=', scope)
    .orderBy('path')
    .execute();
  return rows.map(({ path }) => path);
}

/** The findings of these files, by file and line. */
export function findingsAt(reader: Reader, paths: readonly string[]): Promise<FindingTable[]> {
  return inBatches(paths, (batch) =>
    reader
      .selectFrom('finding')
      .selectAll()
      .where('path', 'in', batch)
      .orderBy('path')
      .orderBy('line')
      .orderBy('column')
      .orderBy('scope')
      .orderBy('position')
      .execute(),
  );
}

export async function addFindings(writer: Writer, rows: readonly FindingTable[]): Promise<void> {
  await insertAll(writer, 'finding', rows);
}

/** Forgets what one look found in these files. */
export async function removeFindings(
  writer: Writer,
  scope: FindingTable['scope'],
  paths: readonly string[],
): Promise<void> {
  await inBatches(paths, async (batch) => {
    await writer.deleteFrom('finding').where('scope', '=', scope).where('path', 'in', batch).execute();
    return [];
  });
}

/** Says on which paths what is found in the links of these pages depends, in the place of what was said before. */
export async function replaceAwaited(
  writer: Writer,
  sources: readonly string[],
  awaited: readonly AwaitedTable[],
): Promise<void> {
  await inBatches(sources, async (batch) => {
    await writer.deleteFrom('awaited').where('source', 'in', batch).execute();
    return [];
  });
  await insertAll(writer, 'awaited', awaited);
}

/** Those of these paths on which what is found in the links of a page depends. */
export async function awaitedPaths(reader: Reader, paths: readonly string[]): Promise<string[]> {
  const rows = await inBatches(paths, (batch) =>
    reader.selectFrom('awaited').select('path').distinct().where('path', 'in', batch).execute(),
  );
  return rows.map(({ path }) => path);
}

/** The pages in whose links what is found depends on one of these paths. */
export async function awaitingPages(reader: Reader, paths: readonly string[]): Promise<string[]> {
  const rows = await inBatches(paths, (batch) =>
    reader.selectFrom('awaited').select('source').distinct().where('path', 'in', batch).execute(),
  );
  return rows.map(({ source }) => source);
}
