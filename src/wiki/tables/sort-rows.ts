import type { Table } from './table.ts';
import type { TableQuery } from './table-query.ts';

/**
 * Sorts rows (from 0) by a column. Ranks are few whole numbers: counting them takes one pass, where comparing would take
 * many. Equals stay in the order of the file; no value comes last, whichever way one sorts.
 */
export function sortRows(table: Table, rows: Uint32Array, sort: TableQuery['sort']): Uint32Array {
  const cells = sort && table.cells.find(({ column }) => column.name === sort.column);
  if (cells === undefined || sort === undefined) return rows;
  const { codes, ranks } = cells;
  const { of: rankOf, last } = ranks;
  const places = rows.map((row) => {
    const rank = rankOf[codes[row] as number] as number;
    return sort.descending && rank !== last ? last - 1 - rank : rank;
  });
  const next = new Uint32Array(last + 2);
  for (const place of places) next[place + 1] = (next[place + 1] as number) + 1;
  for (let place = 1; place < next.length; place += 1)
    next[place] = (next[place] as number) + (next[place - 1] as number);
  const sorted = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const place = places[at] as number;
    const to = next[place] as number;
    next[place] = to + 1;
    sorted[to] = rows[at] as number;
  }
  return sorted;
}
