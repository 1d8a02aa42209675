import type { Separator } from './dialect.ts';
import type { Heading } from './header.ts';
import type { TableSchema } from './schema.ts';

/** How to read a file of rows. */
export interface ReadingOptions {
  /** Its path in the wiki: the extension tells a separator where nothing else does. */
  readonly path: string;
  readonly schema?: TableSchema;
  /** What a data package says of how it is written. */
  readonly dialect?: { readonly separator?: Separator; readonly header?: boolean };
  /** What follows that many bytes is left out, and told. */
  readonly maxBytes: number;
}

/** What becomes of the rows, in the order of the file. */
export interface RowSink {
  /** The columns, before any row. */
  start(headings: readonly Heading[]): void;
  /** A row: as many cells as columns, without spaces around them. The array is the sink's to keep. */
  row(cells: string[], line: number): void;
  /** Comes between pieces of the file: what takes time is done here. */
  pause?(): Promise<void> | undefined;
  /** Whether it has all the rows that it wants: the rest of the file is not read. */
  enough?(): boolean;
}
