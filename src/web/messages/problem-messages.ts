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
   * it. None for a rule that this language has no sentence for: the reader's own, in English, is shown.
   */
  readonly sentence: (rule: string, value: string) => string | undefined;
  /** The name of a rule that has no sentence, before what its reader says. */
  readonly rule: (rule: string) => string | undefined;
}
