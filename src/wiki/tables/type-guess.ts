import { readAs } from './cell-value.ts';
import type { ColumnType } from './column.ts';

/** The types that cells can show, the narrowest first. */
const GUESSED = ['boolean', 'integer', 'number', 'date', 'datetime', 'uri'] as const;

/**
 * Deduces the type of a column from its cells, one after another: the narrowest type that all of them have. A column of one
 * other word is a column of strings.
 */
export class TypeGuess {
  #candidates: readonly (typeof GUESSED)[number][] = GUESSED;
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
    if (!this.#candidates.every((type) => isOf(type, cell)))
      this.#candidates = this.#candidates.filter((type) => isOf(type, cell));
    if (this.#candidates[0] === 'integer') this.#measure(cell);
  }

  get type(): ColumnType {
    const type = this.#candidates[0];
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

function isOf(type: (typeof GUESSED)[number], cell: string): boolean {
  if (type === 'uri') return /^https?:\/\/[^\s]+$/i.test(cell);
  // « 01234 » is a postcode, and 20 digits are more than a number can hold.
  if ((type === 'integer' || type === 'number') && (/^[+-]?0\d/.test(cell) || cell.length > 15)) return false;
  return readAs(type, cell) !== undefined;
}
