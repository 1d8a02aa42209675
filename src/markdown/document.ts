import type { Token } from 'markdown-it';
import { type Directive, directivesOf } from './directives.ts';
import type { Heading } from './heading.ts';
import { outline } from './outline.ts';
import { parser } from './parser.ts';
import { plainText, summarise } from './plain-text.ts';
import type { Reference } from './reference.ts';
import { listReferences } from './references.ts';

export type { Directive } from './directives.ts';
export type { Heading } from './heading.ts';
export type { Reference } from './reference.ts';

/** A page that was read: what can be known of it without rendering it, and what `renderMarkdown` needs. */
export interface MarkdownDocument {
  readonly headings: readonly Heading[];
  readonly references: readonly Reference[];
  /** The prose without markup, blocks of code, mathematics or comments; blocks are separated by `\n`. */
  readonly text: string;
  /** The first real paragraph as plain text, cut on a word at 300 characters. */
  readonly summary: string;
  /** The first block is a level-1 heading: it can serve as the page's title. */
  readonly leadHeading: boolean;
  /** What the page asks to be shown in place, in order. */
  readonly directives: readonly Directive[];
  readonly tokens: readonly Token[];
}

/**
 * Reads a page written in Markdown, front matter already taken off. Never throws: any string is a page.
 * Time grows with the length of the source, whatever it holds.
 */
export function parseMarkdown(source: string): MarkdownDocument {
  const tokens = parser.parse(source, {});
  const headings = outline(tokens);
  return {
    headings: headings.map(({ heading }) => heading),
    references: listReferences(tokens),
    // Rendering asks for neither.
    get text() {
      return plainText(tokens);
    },
    get summary() {
      return summarise(tokens);
    },
    leadHeading: headings[0]?.heading.level === 1 && headings[0].token === firstBlock(tokens),
    directives: [...directivesOf(tokens).values()],
    tokens,
  };
}

function firstBlock(tokens: readonly Token[]): Token | undefined {
  return tokens.find(({ type, content }) => type !== 'html_block' || !/^\s*<!--/.test(content));
}
