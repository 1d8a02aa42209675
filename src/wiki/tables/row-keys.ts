import type { Heading } from './header.ts';
import { excerpt, type ProblemLog } from './problem.ts';
import type { TableSchema } from './schema.ts';
import { UniqueTexts } from './unique-texts.ts';

/** The columns, from 0, whose cells together name a row; none: its position does. */
export type KeyBy = readonly number[];

/**
 * Names rows, for addresses: by the primary key of the schema, else by the first column when its cells are present and
 * unique, else by position. A row whose primary key is not its own gets its position added, and is told.
 */
export class RowKeys {
  /** The columns of the schema's primary key. */
  readonly declared: KeyBy | undefined;
  readonly #problems: ProblemLog;
  readonly #seen = new UniqueTexts();
  #firstColumn = true;
  #rows = 0;

  constructor(headings: readonly Heading[], schema: TableSchema | undefined, problems: ProblemLog) {
    const indexes = schema?.primaryKey.map(
      (name) => headings.find(({ field }) => field?.name === name)?.index,
    );
    if (indexes !== undefined && indexes.length > 0 && indexes.every((index) => index !== undefined))
      this.declared = indexes;
    this.#problems = problems;
  }

  /** Looks at the next row; what it is called when its cells alone do not say. */
  see(cells: readonly string[], position: number, line: number): string | undefined {
    this.#rows += 1;
    if (this.declared === undefined) {
      this.#firstColumn &&= cells[0] !== '' && this.#seen.add(cells[0] as string) && !this.#seen.full;
      return undefined;
    }
    const key = joinKey(this.declared, cells);
    if (this.declared.some((index) => cells[index] === '')) {
      this.#problems.add('incomplete-key', line, {});
      return key === '' ? String(position) : `${key}~${position}`;
    }
    if (this.#seen.add(key)) return undefined;
    this.#problems.add('duplicate-key', line, { key: excerpt(key) });
    return `${key}~${position}`;
  }

  /** By what the rows seen are named. */
  get keyBy(): KeyBy {
    return this.declared ?? (this.#firstColumn && this.#rows > 0 ? [0] : []);
  }
}

export function rowKey(keyBy: KeyBy, cells: readonly string[], position: number): string {
  return keyBy.length === 0 ? String(position) : joinKey(keyBy, cells);
}

function joinKey(keyBy: KeyBy, cells: readonly string[]): string {
  return keyBy.map((index) => cells[index]).join('/');
}
