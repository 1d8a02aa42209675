import type { Token } from 'markdown-it';
import { fenceLanguage } from './code-language.ts';
import { directivesOf } from './directives.ts';
import type { Heading, MarkdownDocument } from './document.ts';
import { formulasOf } from './formula.ts';
import { highlight } from './highlight.ts';
import { outline } from './outline.ts';
import type { RenderOptions } from './render-options.ts';
import { writeTokens } from './write-tokens.ts';

export type { MarkdownLabels } from './labels.ts';
export type { ImageTarget, LinkTarget, RenderOptions } from './render-options.ts';

/** A page as HTML: `headings` are those it contains, at the level they have in it. */
export interface RenderedMarkdown {
  readonly html: string;
  readonly headings: readonly Heading[];
}

/** Characters of code coloured in one page: what comes after stays plain. */
const MAX_COLOURED = 300_000;

/**
 * Renders a page as HTML that needs no further cleaning: raw HTML goes through an allow-list, there is no script, no
 * inline style and no comment, ids are unique, and levels of headings leave `<h1>` to the page's title.
 */
export async function renderMarkdown(
  document: MarkdownDocument,
  options: RenderOptions,
): Promise<RenderedMarkdown> {
  const all = outline(document.tokens);
  const lead = options.omitLeadHeading && document.leadHeading ? all[0] : undefined;
  const kept = lead ? all.slice(1) : all;
  const shift = kept.some(({ heading }) => heading.level === 1) ? 1 : 0;
  const headings = new Map<Token, Heading>(
    kept.map(({ heading, token }) => [token, { ...heading, level: Math.min(heading.level + shift, 6) }]),
  );
  const html = writeTokens(document.tokens, {
    ...options,
    headings,
    omitted: lead?.token,
    shift,
    coloured: await colourCode(document.tokens),
    formula: await formulasOf(document.tokens),
    directives: directivesOf(document.tokens),
  });
  return { html, headings: [...headings.values()] };
}

/** Not code, or not shown as code. */
const UNCOLOURED = new Set(['', 'math', 'mermaid', 'text', 'txt', 'plaintext']);

async function colourCode(tokens: readonly Token[]): Promise<ReadonlyMap<Token, string>> {
  const coloured = new Map<Token, string>();
  let left = MAX_COLOURED;
  for (const token of tokens) {
    const language = token.type === 'fence' ? fenceLanguage(token) : '';
    if (UNCOLOURED.has(language) || token.content.length > left) continue;
    const html = await highlight(token.content.replace(/\n$/, ''), language);
    if (html === undefined) continue;
    coloured.set(token, html);
    left -= token.content.length;
  }
  return coloured;
}
