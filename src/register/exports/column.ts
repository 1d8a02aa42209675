/** What a cell holds: null where nobody knows, a moment as RFC 3339 writes it in UTC. */
export type Cell = string | number | boolean | null;

/** The words of Table Schema for what a column holds. */
export type ColumnType = 'string' | 'integer' | 'boolean' | 'datetime';

/** What every writer and every description of a column needs. */
export interface ColumnHead {
  readonly name: string;
  readonly type: ColumnType;
  readonly format?: 'uri' | 'email';
  /** Whether every row has it. */
  readonly isRequired?: true;
  readonly meaning: { readonly en: string; readonly fr: string };
}

/** A column of an export, and where its cells come from. */
export interface ExportColumn<R> extends ColumnHead {
  readonly of: (row: R) => Cell;
}

/** Rows, some at a time: cells in the order of the columns. */
export type Batches = AsyncIterable<readonly (readonly Cell[])[]>;

/** The cells of rows, in the order of their columns. */
export async function* cellsOf<R>(
  columns: readonly ExportColumn<R>[],
  batches: AsyncIterable<readonly R[]>,
): AsyncGenerator<readonly (readonly Cell[])[]> {
  for await (const rows of batches) yield rows.map((row) => columns.map(({ of }) => of(row)));
}

/** A date as it was recorded, to the second and in UTC; null where it is none. */
export function moment(recorded: string | null): string | null {
  const time = Date.parse(recorded ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
