/** Something wrong in a file of rows or in its schema, that does not keep the rest from being shown. */
export interface TableProblem {
  readonly rule: TableRule;
  /** Counts from 1, in the file. */
  readonly line: number;
  /** The name of the column it is about. */
  readonly column?: string;
  /** What is wrong and what to do, in plain English. */
  readonly message: string;
}

export type TableRule =
  | 'encoding'
  | 'separator'
  | 'line-end'
  | 'quote'
  | 'ragged-row'
  | 'header'
  | 'nul'
  | 'cell-size'
  | 'row-limit'
  | 'schema'
  | 'type'
  | 'constraint';

/** A file wrong on every line is told once a line up to here, then only counted. */
export const MAX_PROBLEMS = 1_000;

/** Gathers the problems of one reading: the first ones are kept, all are counted. */
export class ProblemLog {
  readonly #kept: TableProblem[] = [];
  #count = 0;

  add(rule: TableRule, line: number, message: string, column?: string): void {
    this.#count += 1;
    if (this.#kept.length < MAX_PROBLEMS)
      this.#kept.push(column === undefined ? { rule, line, message } : { rule, line, column, message });
  }

  get count(): number {
    return this.#count;
  }

  /** In the order of the lines. */
  kept(): readonly TableProblem[] {
    return this.#kept.toSorted((a, b) => a.line - b.line);
  }
}

const EXCERPT = 60;

/** The beginning of a cell between quotes, as messages cite it. A copy: a slice would keep the text it comes from. */
export function cite(text: string): string {
  const start = text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;
  return `“${Buffer.from(start.replace(/\s+/g, ' ')).toString()}”`;
}
