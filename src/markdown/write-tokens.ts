import type { Token } from 'markdown-it';
import { blockWriters } from './block-writers.ts';
import { inlineWriters } from './inline-writers.ts';
import { Page, type PageOptions } from './page.ts';
import type { Writer } from './writer.ts';

const writers: Readonly<Record<string, Writer>> = { ...blockWriters, ...inlineWriters };

/** Tokens to HTML, each by the writer of its type. The lead heading is left out when it is not among the headings. */
export function writeTokens(tokens: readonly Token[], options: PageOptions): string {
  const page = new Page(options);
  return write(tokens, page) + page.raw.end();
}

function write(tokens: readonly Token[], page: Page): string {
  let out = '';
  for (const [index, token] of tokens.entries()) {
    // What is raw inside this block or mark ends before it does.
    if (token.nesting === -1) out += page.raw.leave();
    if (token.type === 'inline') {
      if (index === 0 || tokens[index - 1] !== page.options.omitted) out += write(token.children ?? [], page);
    } else out += withLines((writers[token.type] ?? writeTag)(token, page, tokens, index), token, page);
    if (token.nesting === 1) page.raw.enter();
  }
  return out;
}

/** What is written of a block that stands in no other, with the lines that it is from where that is asked for. */
function withLines(html: string, { level, nesting, map }: Token, { options: { linesAbove } }: Page): string {
  if (linesAbove === undefined || level !== 0 || nesting === -1 || !map) return html;
  return html.replace(
    /^<[a-z][a-z0-9]*/,
    `$& data-lines="${map[0] + 1 + linesAbove}-${map[1] + linesAbove}"`,
  );
}

/** The default: the token's element, without attributes. */
function writeTag({ tag, nesting, hidden, block }: Token): string {
  if (hidden || tag === '') return '';
  const end = block ? '\n' : '';
  return nesting === -1 ? `</${tag}>${end}` : `<${tag}>`;
}
