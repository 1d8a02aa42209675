import type { Writer } from './database.ts';
import type { Schema } from './schema.ts';

/** Rows of one statement: wide enough that compiling it costs little, narrow enough for both engines' limits. */
const BATCH = 200;
const MAX_INSERTED = 256;

/**
 * Inserts rows, a few hundred at a time; nothing when there are none. Few numbers of rows make few statements, which
 * stay compiled.
 */
export async function insertAll<T extends keyof Schema>(
  writer: Writer,
  table: T,
  rows: readonly Schema[T][],
): Promise<void> {
  let at = 0;
  while (at < rows.length) {
    const size = Math.min(MAX_INSERTED, 2 ** Math.floor(Math.log2(rows.length - at)));
    await writer
      .insertInto(table)
      .values(rows.slice(at, at + size) as never)
      .execute();
    at += size;
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
