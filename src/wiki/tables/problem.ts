import { PROBLEM_SENTENCES } from './problem-sentences.ts';

type Sentences = typeof PROBLEM_SENTENCES;

export type TableRule = keyof Sentences;

/** What the sentence of a rule says beside the rule. */
export type ProblemValues<R extends TableRule> =
  Parameters<Sentences[R]> extends [infer V] ? V : Readonly<Record<never, never>>;

/** Something wrong in a file of rows or in its schema, that does not keep the rest from being shown. */
export interface TableProblem {
  readonly rule: TableRule;
  /** Counts from 1, in the file. */
  readonly line: number;
  /** The path of the schema, where it is the schema that is wrong. */
  readonly file?: string;
  /** The name of the column it is about. */
  readonly column?: string;
  /** What is wrong and what to do, in plain English. */
  readonly message: string;
  /** What the message is about, to say it in other languages. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** A file wrong on every line is told once a line up to here, then only counted. */
export const MAX_PROBLEMS = 1_000;

export function tableProblem<R extends TableRule>(
  rule: R,
  line: number,
  values: ProblemValues<R>,
  column?: string,
): TableProblem {
  const sentence = PROBLEM_SENTENCES[rule] as (values: ProblemValues<R>) => string;
  return {
    rule,
    line,
    ...(column !== undefined && { column }),
    message: sentence(values),
    values: values as TableProblem['values'],
  };
}

/** Gathers the problems of one reading: the first ones are kept, all are counted. */
export class ProblemLog {
  readonly #kept: TableProblem[] = [];
  #count = 0;

  add<R extends TableRule>(rule: R, line: number, values: ProblemValues<R>, column?: string): void {
    this.#count += 1;
    if (this.#kept.length < MAX_PROBLEMS) this.#kept.push(tableProblem(rule, line, values, column));
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

/** The beginning of a cell, as messages cite it. A copy: a slice would keep the text it comes from. */
export function excerpt(text: string): string {
  const start = text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;
  return Buffer.from(start.replace(/\s+/g, ' ')).toString();
}
