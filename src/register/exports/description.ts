import { DATASETS, type Dataset } from './datasets.ts';
import { filesOf, TABLES } from './files.ts';
import type { FormatName } from './format.ts';

/** Who publishes it, and under which licence it may be used again. */
export interface Terms {
  readonly licence?: { readonly name: string; readonly id?: string; readonly href?: string };
  readonly publisher: { readonly name: string; readonly url?: string; readonly email?: string };
}

/** A table, and the files that it can be had as. */
export interface DescribedTable {
  readonly name: string;
  readonly dataset: Pick<Dataset, 'title' | 'description' | 'columns' | 'primaryKey'>;
  readonly files: readonly { readonly name: string; readonly format: FormatName }[];
}

/** A catalogue as a whole, for descriptions of it: addresses are absolute. */
export interface DataDescription extends Terms {
  /** In the data package. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Of the two, the one that it is described in. */
  readonly language: 'en' | 'fr';
  /** Where its files are: `https://wiki.example/-/code/`. */
  readonly base: string;
  /** Its page for people. */
  readonly homepage: string;
  readonly tables: readonly DescribedTable[];
  /** Where it is cloned from, if it is. */
  readonly clone?: string;
  /** When it last changed (RFC 3339). */
  readonly modified?: string;
}

/** The tables of the register. */
export const REGISTER_TABLES: readonly DescribedTable[] = TABLES.map((name) => ({
  name,
  dataset: DATASETS[name],
  files: filesOf(name),
}));
