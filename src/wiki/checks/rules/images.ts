import type { Token } from 'markdown-it';
import { htmlPieces } from '../../../markdown/html-pieces.ts';
import { inlineText } from '../../../markdown/plain-text.ts';
import { type Finding, finding } from '../finding.ts';
import type { PageContent } from '../page-content.ts';
import { findText } from '../source-place.ts';

interface WrittenImage {
  readonly target: string;
  /** From 1, in the body. */
  readonly line: number;
  readonly written: string;
  readonly isBare: boolean;
}

/** The images without alternative text. In HTML, `alt=""` says that there is nothing to tell: it is one. */
export function imageFindings(
  { path, document, frontLines }: PageContent,
  lines: readonly string[],
): readonly Finding[] {
  const seen = new Map<string, number>();
  return [...images(document.tokens)].flatMap(({ target, line, written, isBare }) => {
    const key = `${line} ${written}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    if (!isBare) return [];
    const place = findText(lines, line + frontLines, written, nth);
    return [finding({ rule: 'image-alt', path, ...place, subject: target })];
  });
}

function* images(tokens: readonly Token[]): Generator<WrittenImage> {
  let line = 1;
  for (const token of tokens) {
    if (token.map) line = token.map[0] + 1;
    if (token.type === 'html_block') yield* imagesInHtml(token.content, line);
    let at = line;
    for (const child of token.children ?? []) {
      if (child.type === 'softbreak' || child.type === 'hardbreak') at++;
      if (child.type === 'html_inline') yield* imagesInHtml(child.content, at);
      if (child.type === 'image') {
        const isBare = inlineText(child).trim() === '';
        yield { target: String(child.attrGet('src')), line: at, written: '![', isBare };
      }
    }
  }
}

function* imagesInHtml(html: string, firstLine: number): Generator<WrittenImage> {
  let line = firstLine;
  for (const piece of htmlPieces(html)) {
    if (piece.kind === 'open' && piece.name === 'img') {
      const { attributes } = piece;
      yield { target: attributes.get('src') ?? '', line, written: '<img', isBare: needsText(attributes) };
    }
    line += piece.source.split('\n').length - 1;
  }
}

function needsText(attributes: ReadonlyMap<string, string>): boolean {
  const isHidden = attributes.get('aria-hidden') === 'true';
  const isDecoration = /^(?:presentation|none)$/.test(attributes.get('role') ?? '');
  const isNamed = ['alt', 'aria-label', 'aria-labelledby'].some((name) => attributes.has(name));
  return !isHidden && !isDecoration && !isNamed;
}
