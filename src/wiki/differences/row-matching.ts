import type { Table } from '../tables/table.ts';
import { pairLeftRows } from './left-rows.ts';
import { longestRising } from './longest-rising.ts';
import type { ColumnPair } from './table-columns.ts';

/** Which rows of two tables are the same one. */
export interface RowMatching {
  /** For each position of a row before, less one, its position after; 0 for none. */
  readonly afterOf: Uint32Array;
  /** For each position of a row after, less one, its position before; 0 for none. */
  readonly beforeOf: Uint32Array;
  /** The fewest rows that explain the new order. */
  readonly moved: number;
}

/**
 * Tells which rows are the same: by what names them (the primary key, else the first column whose cells are all there and
 * all different in both versions), else by all their cells; then, of those left, by their place and most of their cells.
 * Takes a time that grows as the rows.
 */
export function matchRows(before: Table, after: Table, columns: readonly ColumnPair[]): RowMatching {
  const afterOf = new Uint32Array(before.rowCount);
  const beforeOf = new Uint32Array(after.rowCount);
  const join = (old: number, recent: number) => {
    afterOf[old - 1] = recent;
    beforeOf[recent - 1] = old;
  };
  const naming = namingColumns(before, after, columns) ?? columns;
  const waiting = new Map<string, number[]>();
  if (naming.length > 0) {
    const oldNames = rowNames(
      before,
      naming.map((pair) => pair.before.index),
    );
    const names = rowNames(
      after,
      naming.map((pair) => pair.after.index),
    );
    for (let row = before.rowCount; row >= 1; row -= 1) {
      const name = oldNames(row);
      const rows = waiting.get(name);
      if (rows) rows.push(row);
      else waiting.set(name, [row]);
    }
    for (let row = 1; row <= after.rowCount; row += 1) {
      const old = waiting.get(names(row))?.pop();
      if (old !== undefined) join(old, row);
    }
  }
  pairLeftRows(before, after, columns, { afterOf, beforeOf }, join);
  const places = afterOf.filter((row) => row > 0);
  return { afterOf, beforeOf, moved: places.length - longestRising(places).length };
}

/** The columns that name a row in both versions; undefined when no cells do. */
function namingColumns(
  before: Table,
  after: Table,
  columns: readonly ColumnPair[],
): readonly ColumnPair[] | undefined {
  const declared = keyColumns(after, columns, 'after') ?? keyColumns(before, columns, 'before');
  if (declared && (declared.length > 1 || declared.every((pair) => isNaming(before, after, pair))))
    return declared;
  const found = columns.find((pair) => isNaming(before, after, pair));
  return found && [found];
}

function keyColumns({ keyBy }: Table, columns: readonly ColumnPair[], side: 'before' | 'after') {
  const found = keyBy.map((index) => columns.find((pair) => pair[side].index === index));
  return found.length > 0 && found.every((pair) => pair !== undefined) ? found : undefined;
}

function isNaming(before: Table, after: Table, pair: ColumnPair): boolean {
  return allDifferent(before, pair.before.index) && allDifferent(after, pair.after.index);
}

function allDifferent(table: Table, column: number): boolean {
  const { codes, values } = table.cells[column] as Table['cells'][number];
  const seen = new Set<string>();
  for (const code of codes) {
    const value = values[code] as string;
    if (value === '' || seen.has(value)) return false;
    seen.add(value);
  }
  return true;
}

/** What the rows of a table are called by some of its columns. */
function rowNames(table: Table, columns: readonly number[]): (position: number) => string {
  const cells = columns.map((index) => table.cells[index] as Table['cells'][number]);
  return (position) =>
    cells.map(({ codes, values }) => values[codes[position - 1] as number] as string).join('\0');
}
