import type { HighlighterCore, LanguageInput } from 'shiki';
import { escapeHtml } from './entities.ts';
import { highlightClass, highlightTheme } from './highlight-theme.ts';
import { LruCache } from './lru-cache.ts';

const MAX_BLOCK_LENGTH = 100_000;
const MAX_LINE_LENGTH = 10_000;
/** Far above what any line takes, the first of a language included: time must not decide what a page looks like. */
const MAX_LINE_MILLISECONDS = 2_000;
const CACHED_CHARACTERS = 8_000_000;

interface Shiki {
  readonly highlighter: HighlighterCore;
  readonly languages: Readonly<Record<string, LanguageInput>>;
}

let loading: Promise<Shiki> | undefined;
const cache = new LruCache<string>(CACHED_CHARACTERS, (html) => html.length);

/**
 * The HTML of a block of code, coloured by classes (`highlight-theme.ts`). Undefined when it stays plain: a language
 * we do not know, more than 100,000 characters, or a line of more than 10,000. Grammars are loaded when first needed.
 */
export async function highlight(code: string, language: string): Promise<string | undefined> {
  if (language === '' || code.length > MAX_BLOCK_LENGTH) return undefined;
  if (code.split('\n').some((line) => line.length > MAX_LINE_LENGTH)) return undefined;
  const key = `${language}\n${code}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  loading ??= load();
  const { highlighter, languages } = await loading;
  if (!Object.hasOwn(languages, language)) return undefined;
  await highlighter.loadLanguage(languages[language] as LanguageInput);
  const html = tokensHtml(highlighter, code, language);
  cache.set(key, html);
  return html;
}

async function load(): Promise<Shiki> {
  const [{ createHighlighterCore }, { createOnigurumaEngine }, { bundledLanguages }] = await Promise.all([
    import('shiki/core'),
    import('shiki/engine/oniguruma'),
    import('shiki/langs'),
  ]);
  const engine = createOnigurumaEngine(import('shiki/wasm'));
  const highlighter = await createHighlighterCore({ themes: [highlightTheme], engine });
  return { highlighter, languages: bundledLanguages };
}

function tokensHtml(highlighter: HighlighterCore, code: string, lang: string): string {
  const lines = highlighter.codeToTokensBase(code, {
    lang,
    theme: highlightTheme.name ?? '',
    tokenizeTimeLimit: MAX_LINE_MILLISECONDS,
  });
  return lines
    .map((tokens) => tokens.map(({ content, color }) => tokenHtml(content, color)).join(''))
    .join('\n');
}

function tokenHtml(content: string, colour: string | undefined): string {
  const name = /^\s*$/.test(content) ? undefined : highlightClass(colour);
  return name ? `<span class="${name}">${escapeHtml(content)}</span>` : escapeHtml(content);
}
