import { parser } from '../../../markdown/parser.ts';
import { htmlText, tokensText } from '../../../markdown/plain-text.ts';
import { MAX_EXCERPT } from '../../files-record.ts';

/** Of a README: what comes later is not its beginning. */
const MAX_READ = 20_000;
const MIN_WORDS = 3;

/** The first words of a README as plain text: without titles, badges, pictures and tags; null where it says nothing. */
export function readmeExcerpt(name: string, text: string): string | null {
  const start = text.slice(0, MAX_READ);
  const isMarkdown = /\.(?:md|markdown|mdown)$/i.test(name) || !name.includes('.');
  const said = (isMarkdown ? paragraphs(start) : plainParagraphs(start))
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph.split(' ').length >= MIN_WORDS)
    .join('\n');
  return cut(said) || null;
}

function paragraphs(text: string): string[] {
  const tokens = parser.parse(text, {});
  return tokens.flatMap((token, at) => {
    if (token.type === 'html_block') return [htmlText(token.content)];
    const isProse = token.type === 'inline' && tokens[at - 1]?.type === 'paragraph_open';
    return isProse ? [tokensText((token.children ?? []).filter(({ type }) => type !== 'image'))] : [];
  });
}

/** reStructuredText, AsciiDoc and others: what looks like prose. */
function plainParagraphs(text: string): string[] {
  return htmlText(text.replace(/\n\s*\n/g, '\n\u0001\n'))
    .split('\u0001')
    .filter((paragraph) => !/^\s*(?:\.\.|:|\||=|#|\/\/|image::)/.test(paragraph));
}

function cut(text: string): string {
  if (text.length <= MAX_EXCERPT) return text;
  const head = text.slice(0, MAX_EXCERPT - 1);
  const space = head.lastIndexOf(' ');
  return `${head.slice(0, space > 0 ? space : undefined)}…`.toWellFormed();
}
