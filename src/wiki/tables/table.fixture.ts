import { readTable } from './read-table.ts';
import type { ReadingOptions } from './reading.ts';
import { readTableSchema, type TableSchema } from './schema.ts';
import type { Table } from './table.ts';

/** The bytes of a file, in pieces of a size. */
export async function* chunksOf(content: string | Uint8Array, size = 1_000): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content as string);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function tableOf(
  content: string | Uint8Array,
  options: Partial<ReadingOptions> = {},
): Promise<Table> {
  return await readTable(chunksOf(content), { path: 'list.csv', maxBytes: 1_000_000_000, ...options });
}

/** The cells of all rows. */
export function cellsOf(table: Table): (readonly string[])[] {
  return [...table.rows()].map(({ cells }) => cells);
}

/** The problems as `rule line: message`. */
export function complaints(table: Pick<Table, 'problems'>): string[] {
  return table.problems.map(({ rule, line, message }) => `${rule} ${line}: ${message}`);
}

export function schemaOf(value: unknown): TableSchema {
  const { schema } = readTableSchema(JSON.stringify(value));
  if (!schema) throw new Error('not a schema');
  return schema;
}

/** Numbers from 0 to below `limit`, the same at each run. */
export function random(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}
