import type { MarkdownDocument } from '../../markdown/document.ts';
import type { Problem } from '../front-matter.ts';

/** A page that was read, for the rules that look at nothing else. */
export interface PageContent {
  readonly path: string;
  /** The whole file, front matter included. */
  readonly source: string;
  /** How many lines come before the body. */
  readonly frontLines: number;
  readonly front: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
  readonly document: MarkdownDocument;
}
