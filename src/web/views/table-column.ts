import type { ColumnType } from '../../wiki/tables/column-type.ts';

/**
 * A value to show; null is an empty cell. A string is shown as it stands, save an ISO 8601 date or time in a column of such
 * a type; a number in the reader's way, where the column holds quantities.
 */
export type CellValue = string | number | boolean | null;

export type SortDirection = 'ascending' | 'descending';

export interface TableColumn {
  /** Unique in its table. */
  readonly name: string;
  readonly title: string;
  readonly type: ColumnType;
  /** Its cells are quantities, aligned right; the numbers of another column are names or years. */
  readonly numeric: boolean;
  readonly description?: string;
  /** Sorts by this column; the other way round when it is already sorted by it. */
  readonly sortHref?: string;
  readonly sorted?: SortDirection;
}

export interface TableRow {
  readonly key: string;
  /** The row's own page; none for a row of a former version. */
  readonly href?: string;
  /** One a column, in the order of the columns. */
  readonly cells: readonly CellValue[];
}
