import type { Column } from '../tables/column.ts';
import type { Table, TableRow } from '../tables/table.ts';
import { matchRows } from './row-matching.ts';
import { type ColumnDifference, columnDifference } from './table-columns.ts';

/** A cell that changed; `column` is the one of the later version. */
export interface ChangedCell {
  readonly column: Column;
  readonly before: string;
  readonly after: string;
}

/** A row that is in both versions, with the cells that changed. */
export interface ChangedRow {
  /** Names it in the later version. */
  readonly key: string;
  readonly before: TableRow;
  readonly after: TableRow;
  readonly cells: readonly ChangedCell[];
}

/** What differs between two versions of a table. Of many rows the first are given; `counts` counts all of them. */
export interface TableDifference {
  readonly columns: ColumnDifference;
  /** In the order of the later version. */
  readonly added: readonly TableRow[];
  /** In the order of the earlier version. */
  readonly removed: readonly TableRow[];
  /** In the order of the later version. */
  readonly changed: readonly ChangedRow[];
  readonly counts: RowCounts;
}

export interface RowCounts {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Of those changed and unchanged, the fewest that explain the new order. */
  readonly moved: number;
}

/** Rows of each kind that are given when nothing else is said. */
const MAX_ROWS = 1_000;

/**
 * Compares two versions of a table by rows and cells, in a time that grows as they do. See `matchRows` for which rows are
 * the same; of columns that came or went, the cells are not compared.
 */
export function tableDifference(
  before: Table,
  after: Table,
  { maxRows = MAX_ROWS }: { readonly maxRows?: number } = {},
): TableDifference {
  const columns = columnDifference(before, after);
  const { afterOf, beforeOf, moved } = matchRows(before, after, columns.kept);
  const added = new FirstRows(maxRows);
  const changed = new FirstRows(maxRows);
  const removed = new FirstRows(maxRows);
  const differ = rowsDiffer(before, after, columns);
  for (let row = 1; row <= after.rowCount; row += 1) {
    const old = beforeOf[row - 1] as number;
    if (old === 0) added.add(row);
    else if (differ(old, row)) changed.add(row);
  }
  for (let row = 1; row <= before.rowCount; row += 1) if (afterOf[row - 1] === 0) removed.add(row);
  return {
    columns,
    added: [...after.rows(added.rows)],
    removed: [...before.rows(removed.rows)],
    changed: changed.rows.map((row) =>
      changedRow(before.row(beforeOf[row - 1] as number), after.row(row), columns),
    ),
    counts: {
      added: added.count,
      removed: removed.count,
      changed: changed.count,
      unchanged: after.rowCount - added.count - changed.count,
      moved,
    },
  };
}

class FirstRows {
  readonly rows: number[] = [];
  readonly #most: number;
  count = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(row: number): void {
    this.count += 1;
    if (this.rows.length < this.#most) this.rows.push(row);
  }
}

function rowsDiffer(before: Table, after: Table, { kept }: ColumnDifference) {
  const cells = kept.map((pair) => ({
    old: before.cells[pair.before.index] as Table['cells'][number],
    recent: after.cells[pair.after.index] as Table['cells'][number],
  }));
  return (oldRow: number, recentRow: number): boolean =>
    cells.some(
      ({ old, recent }) =>
        old.values[old.codes[oldRow - 1] as number] !== recent.values[recent.codes[recentRow - 1] as number],
    );
}

function changedRow(before: TableRow, after: TableRow, { kept }: ColumnDifference): ChangedRow {
  const cells = kept.flatMap((pair) => {
    const [old, recent] = [before.cells[pair.before.index] ?? '', after.cells[pair.after.index] ?? ''];
    return old === recent ? [] : [{ column: pair.after, before: old, after: recent }];
  });
  return { key: after.key, before, after, cells };
}
