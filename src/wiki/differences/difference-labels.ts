/** What is said, beside colours, of what changed in the prose of a page: plain text. */
export interface DifferenceLabels {
  /** Heard before a paragraph, an item, a cell that came or went. */
  readonly addedBlock: string;
  readonly removedBlock: string;
  /** Read in a block that is as it was, elsewhere: where it went from, and where it came. */
  readonly movedAway: string;
  readonly movedHere: string;
  /** Heard before words that came or went, and after them. */
  readonly addedWords: string;
  readonly removedWords: string;
  readonly endOfWords: string;
  /** Read after what changed in another way than its words. */
  readonly linkChanged: (before: string) => string;
  readonly linkAdded: string;
  readonly linkRemoved: (before: string) => string;
  readonly alternativeChanged: (before: string, after: string) => string;
  readonly formatChanged: string;
  readonly headingChanged: string;
}
