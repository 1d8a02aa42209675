/** Words around a table. Dates and times are ISO 8601; values of cells are given as they are shown. */
export interface TableMessages {
  /** `2018-02-16` as "16 Feb 2018", to stand in a cell. */
  readonly shortDate: (iso: string) => string;
  /** `14:30` or `14:30:00` as a person of this locale writes it. */
  readonly time: (time: string) => string;
  /** A number of a cell, all its decimals kept; four figures stay together, as they may be a year. */
  readonly cellNumber: (value: number) => string;
  readonly yes: string;
  readonly no: string;
  /** What a screen reader says of an empty cell. */
  readonly emptyCell: string;
  /** The choice of the rows whose cell is empty. */
  readonly emptyValue: string;
  readonly rows: (count: number) => string;
  readonly rowsOf: (matched: number, total: number) => string;
  /** Which rows of the matching ones are on this page, counted from 1. */
  readonly range: (from: number, to: number, matched: number) => string;
  readonly sortedBy: (column: string, direction: 'ascending' | 'descending') => string;
  readonly noRows: string;
  readonly noMatch: string;
  readonly search: string;
  readonly searchButton: string;
  readonly apply: string;
  /** What a screen reader adds to the name of a column of which `count` values are chosen. */
  readonly chosen: (count: number) => string;
  readonly activeFilters: string;
  readonly textFilter: string;
  readonly filter: (column: string, value: string) => string;
  readonly removeFilter: (filter: string) => string;
  readonly clearFilters: string;
  readonly download: string;
  /** What the download holds: all the rows, or those that match. */
  readonly downloadAs: (format: string, rows: string) => string;
  readonly file: string;
  readonly pages: string;
  readonly page: (page: number) => string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly perPage: string;
  readonly aboutColumns: string;
  /** Followed by the name of the table. */
  readonly inTable: string;
  readonly lineOfFile: (line: number, file: string) => string;
  readonly rowLinks: string;
  readonly permalink: string;
  readonly previousRow: string;
  readonly nextRow: string;
  readonly close: string;
  readonly wholeTable: (rows: string) => string;
  readonly filterBy: (column: string) => string;
}
