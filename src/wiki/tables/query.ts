import type { Column } from './column.ts';
import { type Facet, facetsOf } from './facets.ts';
import { selectRows } from './select-rows.ts';
import { sortRows } from './sort-rows.ts';
import type { Table, TableRow } from './table.ts';
import type { TableQuery } from './table-query.ts';

export type { TableQuery } from './table-query.ts';

export interface TableView {
  readonly rows: readonly TableRow[];
  /** How many rows answer the query, on all pages. */
  readonly matched: number;
  readonly pages: number;
  /** The page shown: the last one when a later one was asked for. */
  readonly page: number;
  readonly facets: readonly Facet[];
}

/**
 * Makes what a query needs and the table has not yet: of a large one, that takes a while, and other work of the process
 * gets its turn. Without it, the first such query makes it at once.
 */
export async function prepareQuery(table: Table, { text, sort }: TableQuery): Promise<void> {
  for (const cells of table.cells) {
    if (text !== '') await cells.prepareSearch();
    if (cells.column.name === sort?.column) await cells.prepareSort();
  }
}

/** Answers a query: a page of rows, and the counts of the facets asked for (by default, the columns good to filter by). */
export function queryTable(
  table: Table,
  query: TableQuery,
  facets: readonly Column[] = table.columns.filter(({ facet }) => facet),
): TableView {
  const { rows, counts } = selectRows(table, query, facets);
  const sorted = sortRows(table, rows, query.sort);
  const size = Math.max(1, query.size);
  const pages = Math.max(1, Math.ceil(sorted.length / size));
  const page = Math.min(Math.max(1, query.page), pages);
  const shown = sorted.subarray((page - 1) * size, page * size);
  return {
    rows: Array.from(shown, (row) => table.row(row + 1)),
    matched: sorted.length,
    pages,
    page,
    facets: facetsOf(table, facets, counts, query.filters),
  };
}

/** The positions (from 1) of all rows that answer a query, in its order, whatever its page. */
export function matchingPositions(table: Table, query: TableQuery): Uint32Array {
  const { rows } = selectRows(table, query, []);
  return sortRows(table, rows, query.sort).map((row) => row + 1);
}
