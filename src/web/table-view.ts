import { fileAddress } from '../wiki/data-addresses.ts';
import type { Site } from '../wiki/site.ts';
import { cellValue } from '../wiki/tables/cell-value.ts';
import type { Column } from '../wiki/tables/column.ts';
import type { TableQuery } from '../wiki/tables/query.ts';
import { tableQueryAddress } from '../wiki/tables/query-address.ts';
import type { Table, TableRow } from '../wiki/tables/table.ts';
import { ownAddress } from './context.ts';
import type { TableRow as ShownRow, TableColumn } from './views/table-column.ts';

/** A table as the page of a reader shows it: the addresses it leads to, and its cells as values. */
export interface TableView {
  /** The address of the table with a query. */
  href(query: TableQuery, change?: Partial<TableQuery>): string;
  rowHref(key: string): string;
  columns(query: TableQuery, chosen?: readonly Column[]): TableColumn[];
  rows(rows: readonly TableRow[], chosen?: readonly Column[]): ShownRow[];
}

export function tableView(site: Site, path: string, table: Table, language: string): TableView {
  const base = fileAddress(path);
  const withLanguage = (query: string) => ownAddress(site, base, language, [...new URLSearchParams(query)]);
  const href = (query: TableQuery, change?: Partial<TableQuery>) =>
    withLanguage(tableQueryAddress(query, change));
  return {
    href,
    rowHref: (key) => withLanguage(new URLSearchParams({ row: key }).toString()),
    columns: (query, chosen = table.columns) =>
      chosen.map((column) => {
        const sorted = query.sort?.column === column.name ? query.sort : undefined;
        const sort = { column: column.name, descending: sorted !== undefined && !sorted.descending };
        return {
          name: column.name,
          title: column.title,
          type: column.type,
          numeric: column.numeric,
          sortHref: href(query, { sort }),
          ...(column.description !== undefined && { description: column.description }),
          ...(sorted && { sorted: sorted.descending ? 'descending' : 'ascending' }),
        } satisfies TableColumn;
      }),
    rows: (rows, chosen = table.columns) =>
      rows.map((row) => ({
        key: row.key,
        href: withLanguage(new URLSearchParams({ row: row.key }).toString()),
        cells: chosen.map((column) => cellValue(column, row.cells[column.index] ?? '')),
      })),
  };
}
