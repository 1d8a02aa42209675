/** What is wrong in a file that the register or the catalogue of software is made from. `line` and `column` count from 1. */
export interface Finding {
  readonly line: number;
  readonly column: number;
  /** A sentence without its full stop: what is wrong, and what to write instead. */
  readonly message: string;
}

/** Something wrong in one of several files. */
export interface FileFinding extends Finding {
  readonly path: string;
}

/** What was read of a file: all that is right, and what is wrong. */
export interface Reading<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

/** The order in which a person goes through the file. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
