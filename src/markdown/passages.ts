import type { Token } from 'markdown-it';
import { directivesOf } from './directives.ts';
import type { Heading } from './heading.ts';
import { htmlText, inlineText } from './plain-text.ts';

/** What a page says, to be searched: a line for each block, code included. */
export interface Passages {
  readonly text: string;
  /** The headings that have a text, in order, and where in `text` the line of each begins. */
  readonly headings: readonly PassageHeading[];
}

export interface PassageHeading {
  readonly text: string;
  readonly slug: string;
  readonly at: number;
}

/** The passages of a page, from its tokens and the headings that its outline has. */
export function passages(tokens: readonly Token[], outline: readonly Heading[]): Passages {
  const directives = directivesOf(tokens);
  const headings: PassageHeading[] = [];
  let text = '';
  for (const [index, token] of tokens.entries()) {
    const line = directives.has(token) ? '' : blockText(token);
    if (line === '') continue;
    const heading = tokens[index - 1]?.type === 'heading_open' ? outline[headings.length] : undefined;
    if (heading) headings.push({ text: heading.text, slug: heading.slug, at: text.length });
    text += `${line}\n`;
  }
  return { text, headings };
}

function blockText(token: Token): string {
  if (token.type === 'inline') return inlineText(token).replace(/\s+/g, ' ').trim();
  if (token.type === 'html_block') return htmlText(token.content);
  return token.type === 'fence' || token.type === 'code_block' ? token.content.trim() : '';
}
