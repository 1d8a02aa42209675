/** Words around a list of pages. */
export interface CollectionMessages {
  readonly empty: string;
  readonly entries: (count: number) => string;
  readonly undated: string;
  readonly feed: string;
  readonly newer: string;
  readonly older: string;
  readonly next: string;
  readonly previous: string;
  readonly pages: string;
  readonly all: (entries: string) => string;
}
