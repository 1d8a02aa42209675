/** What is wrong in a file of the register. `line` and `column` count from 1. */
export interface Finding {
  readonly line: number;
  readonly column: number;
  /** A sentence without its full stop: what is wrong, and what to write instead. */
  readonly message: string;
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
