import { cellValue } from './cell-value.ts';
import type { Column } from './column.ts';
import { GrowingIntegers } from './growing-integers.ts';
import { type Haystack, haystackSteps } from './haystack.ts';
import { atOnce, inTurns } from './in-steps.ts';
import { type Ranks, rankSteps } from './ranks.ts';

/** The cells of a column: its values, of which few occur twice in the list, and for each row which one it has. */
export class ColumnCells {
  readonly column: Column;
  /** For each row, the place of its value in `values`. */
  readonly codes: Uint32Array;
  readonly values: readonly string[];
  #ranks: Ranks | undefined;
  #haystack: Haystack | undefined;
  #searchPrepared: Promise<unknown> | undefined;
  #sortPrepared: Promise<unknown> | undefined;

  constructor(column: Column, codes: Uint32Array, values: readonly string[]) {
    this.column = column;
    this.codes = codes;
    this.values = values;
  }

  /** The distinct values, made for sorting. */
  get ranks(): Ranks {
    this.#ranks ??= atOnce(this.#rankSteps());
    return this.#ranks;
  }

  /** The distinct values, made for searching. */
  get haystack(): Haystack {
    this.#haystack ??= atOnce(haystackSteps(this.values));
    return this.#haystack;
  }

  /** Makes `haystack`, while other work of the process gets its turn. */
  prepareSearch(): Promise<unknown> {
    this.#searchPrepared ??= inTurns(haystackSteps(this.values)).then((haystack) => {
      this.#haystack ??= haystack;
    });
    return this.#searchPrepared;
  }

  /** Makes `ranks`, while other work of the process gets its turn. */
  prepareSort(): Promise<unknown> {
    this.#sortPrepared ??= this.prepareSearch().then(async () => {
      this.#ranks ??= await inTurns(this.#rankSteps());
    });
    return this.#sortPrepared;
  }

  #rankSteps() {
    return rankSteps(this.values, this.haystack, (text) => cellValue(this.column, text));
  }
}

/** After so many rows, a column whose cells are mostly unlike one another is no longer searched for those alike. */
const TRIAL = 20_000;
const MOSTLY = 0.7;

/** Gathers the cells of a column, row after row. */
export class ColumnCellsBuilder {
  #places: Map<string, number> | undefined = new Map();
  readonly #values: string[] = [];
  readonly #codes = new GrowingIntegers();
  #rows = 0;

  /** Adds the cell of the next row; false when its value is known. */
  add(text: string): boolean {
    this.#rows += 1;
    if (this.#rows === TRIAL && this.#values.length > TRIAL * MOSTLY) this.#places = undefined;
    const known = this.#places?.get(text);
    this.#codes.push(known ?? this.#values.length);
    if (known !== undefined) return false;
    const value = this.#places ? ownText(text) : text;
    this.#places?.set(value, this.#values.length);
    this.#values.push(value);
    return true;
  }

  build(column: Column): ColumnCells {
    return new ColumnCells(column, this.#codes.toArray(), this.#values);
  }
}

/** A copy, where values are few: a slice would keep in memory the whole piece of the file that it comes from. */
function ownText(text: string): string {
  return text.length < 13 ? text : Buffer.from(text).toString();
}
