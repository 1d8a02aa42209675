/** A heading; `line` counts from 1 in the source, `slug` is GitHub's and unique in the page. */
export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly slug: string;
  readonly line: number;
}
