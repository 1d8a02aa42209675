import type { Column } from './column.ts';
import type { ColumnCells } from './column-cells.ts';
import type { Table } from './table.ts';

/** The values of a column, among the rows that the rest of the query leaves. */
export interface Facet {
  readonly column: Column;
  /** The most frequent first, up to a hundred; those selected are always there. */
  readonly values: readonly FacetValue[];
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
  readonly selected: boolean;
}

const MAX_VALUES = 100;

/** Lists the values of columns with their counts, given for each column by the places of its values. */
export function facetsOf(
  table: Table,
  columns: readonly Column[],
  counts: readonly Uint32Array[],
  filters: ReadonlyMap<string, readonly string[]>,
): Facet[] {
  return columns.map((column, index) => ({
    column,
    values: valuesOf(
      table.cells[column.index] as ColumnCells,
      counts[index] as Uint32Array,
      new Set(filters.get(column.name)),
    ),
  }));
}

function valuesOf(
  { values, ranks }: ColumnCells,
  counts: Uint32Array,
  wanted: ReadonlySet<string>,
): FacetValue[] {
  const found = new Map<string, { count: number; readonly rank: number }>();
  for (const [code, value] of values.entries()) {
    const count = counts[code] as number;
    const before = found.get(value);
    if (before) before.count += count;
    else if (count > 0 || wanted.has(value)) found.set(value, { count, rank: ranks.of[code] as number });
  }
  return [...found]
    .sort(([, a], [, b]) => b.count - a.count || a.rank - b.rank)
    .map(([value, { count }]) => ({ value, count, selected: wanted.has(value) }))
    .filter(({ selected }, index) => selected || index < MAX_VALUES);
}
