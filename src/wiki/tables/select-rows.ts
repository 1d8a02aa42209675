import type { Column } from './column.ts';
import type { ColumnCells } from './column-cells.ts';
import type { Table } from './table.ts';
import type { TableQuery } from './table-query.ts';
import { rowsWithWords } from './words.ts';

interface Filter {
  /** Of its column. */
  readonly index: number;
  readonly codes: Uint32Array;
  /** For each value of the column, whether it is let through. */
  readonly passes: Uint8Array;
}

export interface Selection {
  /** The rows that answer the query, from 0, in the order of the file. */
  readonly rows: Uint32Array;
  /** For each facet, how many rows have each value of its column. */
  readonly counts: readonly Uint32Array[];
}

/** Finds the rows that answer a query and counts for facets, in one pass over the rows. */
export function selectRows(table: Table, query: TableQuery, facets: readonly Column[]): Selection {
  const filters = filtersOf(table, query.filters);
  const withWords = rowsWithWords(table, query.text);
  const counted = facets.map(({ index }) => table.cells[index] as ColumnCells);
  const counts = counted.map(({ values }) => new Uint32Array(values.length));
  const rows = new Uint32Array(table.rowCount);
  let matched = 0;
  for (let row = 0; row < table.rowCount; row += 1) {
    if (withWords?.[row] === 0) continue;
    const failing = failingFilter(filters, row);
    if (failing === SEVERAL) continue;
    if (failing === NONE) {
      rows[matched] = row;
      matched += 1;
    }
    for (let at = 0; at < counted.length; at += 1) {
      const { codes, column } = counted[at] as ColumnCells;
      // What a facet itself lets through does not narrow its own counts.
      if (failing === NONE || failing === column.index)
        increment(counts[at] as Uint32Array, codes[row] as number);
    }
  }
  return { rows: rows.subarray(0, matched), counts };
}

const NONE = -1;
const SEVERAL = -2;

/** The column of the one filter that a row does not pass, or `NONE`, or `SEVERAL`. */
function failingFilter(filters: readonly Filter[], row: number): number {
  let failing = NONE;
  for (const { codes, passes, index } of filters) {
    if (passes[codes[row] as number] === 1) continue;
    if (failing !== NONE) return SEVERAL;
    failing = index;
  }
  return failing;
}

function filtersOf(table: Table, filters: TableQuery['filters']): Filter[] {
  return table.cells.flatMap(({ column, codes, values }) => {
    const wanted = new Set(filters.get(column.name));
    if (wanted.size === 0) return [];
    const passes = Uint8Array.from(values, (value) => (wanted.has(value) ? 1 : 0));
    return [{ index: column.index, codes, passes }];
  });
}

function increment(counts: Uint32Array, place: number): void {
  counts[place] = (counts[place] as number) + 1;
}
