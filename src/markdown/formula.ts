import type { Token } from 'markdown-it';
import { fenceLanguage } from './code-language.ts';
import { escapeHtml } from './entities.ts';

const MAX_LENGTH = 5_000;
const MAX_FORMULAS = 3_000;

/** A TeX formula as MathML; as its source when it cannot be read. */
export type Formula = (tex: string, display: boolean) => string;

/**
 * Typesets the formulas of one page; loads KaTeX only if it has any. MathML alone, without KaTeX's HTML: screen
 * readers and browsers read it, and it needs neither fonts nor inline styles. A formula of more than 5,000 characters,
 * and those after the first 3,000, are shown as their source.
 */
export async function formulasOf(tokens: readonly Token[]): Promise<Formula> {
  if (!tokens.some(isFormula)) return sourceOf;
  const { default: katex } = await import('katex');
  let left = MAX_FORMULAS;
  return (tex, displayMode) => {
    if (tex.length > MAX_LENGTH || left-- <= 0) return sourceOf(tex);
    try {
      const html = katex.renderToString(tex, {
        displayMode,
        output: 'mathml',
        throwOnError: true,
        strict: 'ignore',
        trust: false,
        maxExpand: 500,
        maxSize: 20,
      });
      return html.replace(/^<span class="katex">|<\/span>$/g, '').replace(/ style="[^"]*"/g, '');
    } catch {
      // Whatever KaTeX could not read, a formula nested beyond the stack included, the author can.
      return sourceOf(tex);
    }
  };
}

function isFormula(token: Token): boolean {
  if (token.type === 'fence') return fenceLanguage(token) === 'math';
  return token.type === 'math_block' || !!token.children?.some(({ type }) => type === 'math_inline');
}

function sourceOf(tex: string): string {
  return `<code class="math-source">${escapeHtml(tex)}</code>`;
}
