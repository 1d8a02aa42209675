import type { Writer } from './database.ts';
import type { Schema } from './schema.ts';

/** Rows of one statement: wide enough that compiling it costs little, narrow enough for both engines' limits. */
const BATCH = 200;

/** Inserts rows a few hundred at a time; nothing when there are none. */
export async function insertAll<T extends keyof Schema>(
  writer: Writer,
  table: T,
  rows: readonly Schema[T][],
): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    await writer
      .insertInto(table)
      .values(rows.slice(at, at + BATCH) as never)
      .execute();
  }
}

/** Runs `work` on a few hundred values at a time, for `where … in (…)`, and joins what it gives. */
export async function inBatches<V, R>(
  values: readonly V[],
  work: (batch: readonly V[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < values.length; at += BATCH)
    results.push(...(await work(values.slice(at, at + BATCH))));
  return results;
}
