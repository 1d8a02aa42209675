import type { AlertKind } from './alerts.ts';

/** The words of the interface that a rendered page contains, in the reader's language. */
export interface MarkdownLabels {
  /** The titles of alerts: "Note", "Tip", "Important", "Warning", "Caution". */
  readonly alerts: Readonly<Record<AlertKind, string>>;
  /** The name of the list of notes. */
  readonly footnotes: string;
  /** What a screen reader says of a reference to note n. */
  readonly footnote: (n: number) => string;
  /** What a screen reader says of the way back from note n; `occurrence` counts from 1. */
  readonly backToReference: (n: number, occurrence: number) => string;
  readonly taskDone: string;
  readonly taskToDo: string;
  /** What a screen reader says of the link to the section that bears this heading. */
  readonly headingLink: (heading: string) => string;
}
