import { filesOf, TABLES } from './files.ts';

/** Who publishes the register, and under which licence it may be used again. */
export interface Terms {
  readonly licence?: { readonly name: string; readonly id?: string; readonly href?: string };
  readonly publisher: { readonly name: string; readonly url?: string; readonly email?: string };
}

/** The register as a whole, for descriptions of it: addresses are absolute. */
export interface RegisterDescription extends Terms {
  readonly title: string;
  readonly description: string;
  /** Of the two, the one that it is described in. */
  readonly language: 'en' | 'fr';
  /** Where its files are: `https://wiki.example/-/code/`. */
  readonly base: string;
  /** Its page for people. */
  readonly homepage: string;
  /** Where it is cloned from, if it is. */
  readonly clone?: string;
  /** When it last changed (RFC 3339). */
  readonly modified?: string;
}

/** Every file, table by table. */
export const DESCRIBED_FILES = TABLES.flatMap((table) => filesOf(table).map((file) => ({ table, ...file })));
