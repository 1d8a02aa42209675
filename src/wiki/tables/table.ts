import type { Column } from './column.ts';
import type { ColumnCells } from './column-cells.ts';
import type { TableProblem } from './problem.ts';
import { type KeyBy, rowKey } from './row-keys.ts';

/** What a file of rows is, without its rows. */
export interface TableSummary {
  readonly columns: readonly Column[];
  readonly rowCount: number;
  /** The first ones, by line. */
  readonly problems: readonly TableProblem[];
  /** All of them. */
  readonly problemCount: number;
  /** What the schema calls it. */
  readonly caption?: string;
  readonly description?: string;
  readonly keyBy: KeyBy;
}

export interface TableRow {
  /** From 1, in the order of the file. */
  readonly position: number;
  /** The line that it starts on, from 1. */
  readonly line: number;
  /** Names it in addresses, unlike any other row: see `RowKeys`. */
  readonly key: string;
  /** One for each column, as in the file, without spaces around. */
  readonly cells: readonly string[];
}

/** A table in memory, by columns. */
export class Table implements TableSummary {
  readonly columns: readonly Column[];
  readonly rowCount: number;
  readonly problems: readonly TableProblem[];
  readonly problemCount: number;
  readonly caption?: string;
  readonly description?: string;
  readonly keyBy: KeyBy;
  /** The cells, column by column. */
  readonly cells: readonly ColumnCells[];
  readonly #lines: Uint32Array;
  /** The keys of the rows whose cells do not make one. */
  readonly #ownKeys: ReadonlyMap<number, string>;

  constructor(
    summary: TableSummary,
    cells: readonly ColumnCells[],
    lines: Uint32Array,
    ownKeys: ReadonlyMap<number, string>,
  ) {
    this.columns = summary.columns;
    this.rowCount = summary.rowCount;
    this.problems = summary.problems;
    this.problemCount = summary.problemCount;
    if (summary.caption !== undefined) this.caption = summary.caption;
    if (summary.description !== undefined) this.description = summary.description;
    this.keyBy = summary.keyBy;
    this.cells = cells;
    this.#lines = lines;
    this.#ownKeys = ownKeys;
  }

  /** The row at a position, from 1 to `rowCount`. */
  row(position: number): TableRow {
    const cells = this.cells.map(({ codes, values }) => values[codes[position - 1] as number] as string);
    const key = this.#ownKeys.get(position) ?? rowKey(this.keyBy, cells, position);
    return { position, line: this.#lines[position - 1] as number, key, cells };
  }

  *rows(positions: Iterable<number> = this.positions()): Generator<TableRow> {
    for (const position of positions) yield this.row(position);
  }

  *positions(): Generator<number> {
    for (let position = 1; position <= this.rowCount; position += 1) yield position;
  }

  /** The row that a key names. */
  rowNamed(key: string): TableRow | undefined {
    for (const [position, own] of this.#ownKeys) if (own === key) return this.row(position);
    for (const position of this.#positionsMaybeNamed(key)) {
      const row = this.row(position);
      if (row.key === key) return row;
    }
    return undefined;
  }

  #positionsMaybeNamed(key: string): Iterable<number> {
    if (this.keyBy.length === 0)
      return /^[1-9]\d{0,9}$/.test(key) && Number(key) <= this.rowCount ? [Number(key)] : [];
    if (this.keyBy.length > 1) return this.positions();
    const { values, codes } = this.cells[this.keyBy[0] as number] as ColumnCells;
    const code = values.indexOf(key);
    return code === -1 ? [] : [codes.indexOf(code) + 1];
  }
}
