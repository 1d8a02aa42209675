import type { Column } from './column.ts';
import type { ColumnType } from './column-type.ts';
import { declaredType, type Heading } from './header.ts';
import { TypeGuess } from './type-guess.ts';

/** A list of more values is longer than people choose from. */
const MAX_FACET_VALUES = 50;
const MAX_FACET_LENGTH = 80;

/** The types whose values people choose one by one; of the others they rather want a range. */
const CHOSEN: ReadonlySet<ColumnType> = new Set<ColumnType>(['string', 'boolean', 'year', 'integer']);
const MAX_INTEGERS = 12;

/** Looks at the cells of a column to tell its type, and whether it has few values. */
export class ColumnSurvey {
  readonly #heading: Heading;
  readonly #guess: TypeGuess | undefined;
  /** Dropped once there are too many. */
  #values: Set<string> | undefined = new Set();

  constructor(heading: Heading) {
    this.#heading = heading;
    this.#guess = heading.field ? undefined : new TypeGuess();
  }

  /** Sees a cell; cells seen before may be left out. */
  see(text: string): void {
    this.#guess?.see(text);
    const values = this.#values;
    if (values === undefined || values.has(text)) return;
    if (values.size === MAX_FACET_VALUES || text.length > MAX_FACET_LENGTH) this.#values = undefined;
    else values.add(text);
  }

  column(rowCount: number): Column {
    const { field } = this.#heading;
    const type = field ? declaredType(field) : (this.#guess?.type ?? 'string');
    return {
      ...this.#heading,
      type,
      numeric: type === 'integer' || type === 'number',
      facet: this.#isFacet(type, rowCount),
    };
  }

  /** Good to filter by: few values, each in several rows on average. */
  #isFacet(type: ColumnType, rowCount: number): boolean {
    const count = this.#values?.size ?? Number.POSITIVE_INFINITY;
    return (
      count >= 2 && count * 2 <= rowCount && CHOSEN.has(type) && (type !== 'integer' || count <= MAX_INTEGERS)
    );
  }
}
