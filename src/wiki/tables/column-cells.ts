import { cellValue } from './cell-value.ts';
import type { Column } from './column.ts';
import { GrowingIntegers } from './growing-integers.ts';
import { type Haystack, haystackOf } from './haystack.ts';
import { type Ranks, ranksOf } from './ranks.ts';

/** The cells of a column: its distinct values, and for each row which one it has. */
export class ColumnCells {
  readonly column: Column;
  /** For each row, the place of its value in `values`. */
  readonly codes: Uint32Array;
  readonly values: readonly string[];
  #ranks: Ranks | undefined;
  #haystack: Haystack | undefined;

  constructor(column: Column, codes: Uint32Array, values: readonly string[]) {
    this.column = column;
    this.codes = codes;
    this.values = values;
  }

  /** The distinct values, made for sorting. */
  get ranks(): Ranks {
    this.#ranks ??= ranksOf(this.values, (text) => cellValue(this.column, text));
    return this.#ranks;
  }

  /** The distinct values, made for searching. */
  get haystack(): Haystack {
    this.#haystack ??= haystackOf(this.values);
    return this.#haystack;
  }
}

/** Gathers the cells of a column, row after row. */
export class ColumnCellsBuilder {
  readonly #places = new Map<string, number>();
  readonly #values: string[] = [];
  readonly #codes = new GrowingIntegers();

  /** Adds the cell of the next row; whether its value is new. */
  add(text: string): boolean {
    const known = this.#places.get(text);
    this.#codes.push(known ?? this.#values.length);
    if (known !== undefined) return false;
    const value = ownText(text);
    this.#places.set(value, this.#values.length);
    this.#values.push(value);
    return true;
  }

  build(column: Column): ColumnCells {
    return new ColumnCells(column, this.#codes.toArray(), this.#values);
  }
}

/** A copy: a slice would keep in memory the whole piece of the file that it comes from. */
function ownText(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}
