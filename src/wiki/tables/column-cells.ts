import { cellValue } from './cell-value.ts';
import type { Column } from './column.ts';
import { type Haystack, haystackOf } from './haystack.ts';
import { ranksOf } from './ranks.ts';

/** The cells of a column: its distinct values, and for each row which one it has. */
export class ColumnCells {
  readonly column: Column;
  /** For each row, the place of its value in `values`. */
  readonly codes: Uint32Array;
  readonly values: readonly string[];
  #ranks: Uint32Array | undefined;
  #haystack: Haystack | undefined;

  constructor(column: Column, codes: Uint32Array, values: readonly string[]) {
    this.column = column;
    this.codes = codes;
    this.values = values;
  }

  /** For each distinct value its rank when sorted; equal values have one rank, no value the last. */
  get ranks(): Uint32Array {
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
  #codes = new Uint32Array(256);
  #length = 0;

  /** Adds the cell of the next row; whether it is a value not seen before. */
  add(text: string): boolean {
    let code = this.#places.get(text);
    const isNew = code === undefined;
    if (code === undefined) {
      code = this.#values.length;
      const value = ownText(text);
      this.#values.push(value);
      this.#places.set(value, code);
    }
    if (this.#length === this.#codes.length) {
      const codes = new Uint32Array(this.#length * 2);
      codes.set(this.#codes);
      this.#codes = codes;
    }
    this.#codes[this.#length] = code;
    this.#length += 1;
    return isNew;
  }

  get distinct(): readonly string[] {
    return this.#values;
  }

  build(column: Column): ColumnCells {
    return new ColumnCells(column, this.#codes.slice(0, this.#length), this.#values);
  }
}

/** A copy: a slice would keep in memory the whole piece of the file that it comes from. */
function ownText(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}
