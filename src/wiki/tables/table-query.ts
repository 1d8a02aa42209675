/** What is asked of a table. */
export interface TableQuery {
  /** Words that must all occur in a row, each in any cell. */
  readonly text: string;
  /** For a column, by name, the values of which a row must have one. */
  readonly filters: ReadonlyMap<string, readonly string[]>;
  readonly sort?: { readonly column: string; readonly descending: boolean };
  /** From 1. */
  readonly page: number;
  /** Rows a page. */
  readonly size: number;
}
