import { readAs } from './cell-value.ts';
import type { ColumnType } from './column-type.ts';

/** The types that cells can show; no cell is of two of them. Numbers are integers until one is not. */
const GUESSED: readonly ColumnType[] = ['boolean', 'integer', 'date', 'datetime', 'uri'];

/**
 * Deduces the type of a column from its cells, one after another: the one that all of them have. A column with one other
 * word is a column of strings.
 */
export class TypeGuess {
  #candidates = GUESSED;
  #seen = false;
  #shortest = Number.POSITIVE_INFINITY;
  #longest = 0;
  #years = true;
  #grouped = false;

  see(text: string): void {
    if (this.#candidates.length === 0) return;
    const cell = text.trim();
    if (cell === '') return;
    this.#seen = true;
    if (this.#candidates.length > 1 || !isOf(this.#candidates[0] as ColumnType, cell))
      this.#candidates = this.#candidates.flatMap((type) => narrow(type, cell));
    if (this.#candidates[0] === 'integer') this.#measure(cell);
  }

  get type(): ColumnType {
    const [type] = this.#candidates;
    if (!this.#seen || type === undefined) return 'string';
    if (type !== 'integer') return type;
    if (this.#years) return 'year';
    return this.#isIdentifier() ? 'string' : 'integer';
  }

  #measure(cell: string): void {
    this.#shortest = Math.min(this.#shortest, cell.length);
    this.#longest = Math.max(this.#longest, cell.length);
    this.#years &&= /^(?:19|20)\d\d$/.test(cell);
    this.#grouped ||= /\s/.test(cell);
  }

  /** Long numbers of one length name something: a company, a place, a telephone. */
  #isIdentifier(): boolean {
    return !this.#grouped && this.#longest >= 8 && this.#shortest === this.#longest;
  }
}

/** What is left of a candidate after a cell. */
function narrow(type: ColumnType, cell: string): readonly ColumnType[] {
  if (isOf(type, cell)) return [type];
  return type === 'integer' && isOf('number', cell) ? ['number'] : [];
}

function isOf(type: ColumnType, cell: string): boolean {
  if (type === 'uri') return /^https?:\/\/[^\s]+$/i.test(cell);
  // « 01234 » is a postcode, and 20 digits are more than a number can hold.
  if ((type === 'integer' || type === 'number') && (/^[+-]?0\d/.test(cell) || cell.length > 15)) return false;
  return readAs(type, cell) !== undefined;
}
