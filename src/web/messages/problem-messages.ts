/** What the sentence of a problem says, by name. */
export type ProblemWords = Readonly<Record<string, string | number>>;

/** Words around what was found wrong in a file of data. */
export interface ProblemMessages {
  readonly count: (count: number) => string;
  /** The file is shown all the same; said above the list. */
  readonly intro: string;
  readonly file: string;
  readonly line: string;
  readonly column: string;
  readonly problem: string;
  /** When only the first of them are listed. */
  readonly more: (listed: number, total: number) => string;
  /**
   * What is wrong, in this language: a rule of the readers of tables and calendars, and what it is about, as the file has
   * it. None where the reader's own sentence, in English, is the one to show.
   */
  readonly sentence: (rule: string, values: ProblemWords) => string | undefined;
}
