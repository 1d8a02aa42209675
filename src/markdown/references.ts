import type { Token } from 'markdown-it';
import { decodeEntities } from './entities.ts';
import { type HtmlPiece, htmlPieces } from './html-pieces.ts';
import { inlineText, tokensText } from './plain-text.ts';
import type { Reference } from './reference.ts';

/** The links and images of a page, in order, those of raw HTML included. */
export function listReferences(tokens: readonly Token[]): readonly Reference[] {
  return [...references(tokens)];
}

function* references(tokens: readonly Token[]): Generator<Reference> {
  const firstParagraph = tokens.find(({ type, level }) => type === 'paragraph_open' && level === 0);
  let line = 1;
  for (const [index, token] of tokens.entries()) {
    if (token.map) line = token.map[0] + 1;
    const inFirstParagraph = firstParagraph !== undefined && tokens[index - 1] === firstParagraph;
    if (token.type === 'inline') yield* inlineReferences(token.children ?? [], line, inFirstParagraph);
    if (token.type === 'html_block') yield* htmlReferences(token.content, line, false);
  }
}

function* inlineReferences(
  children: readonly Token[],
  firstLine: number,
  inFirstParagraph: boolean,
): Generator<Reference> {
  let line = firstLine;
  for (const [index, token] of children.entries()) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') line++;
    if (token.type === 'link_open') {
      const text = tokensText(linkContents(children, index)).trim();
      yield { kind: 'link', target: String(token.attrGet('href')), text, line, inFirstParagraph };
    } else if (token.type === 'image') {
      const target = String(token.attrGet('src'));
      yield { kind: 'image', target, text: inlineText(token), line, inFirstParagraph };
    } else if (token.type === 'html_inline') {
      const text = tokensText(anchorContents(children, index)).trim();
      yield* htmlReferences(token.content, line, inFirstParagraph, text);
    }
  }
}

function linkContents(children: readonly Token[], open: number): readonly Token[] {
  return contentsUntil(children, open, ({ type }) => type === 'link_close');
}

function anchorContents(children: readonly Token[], open: number): readonly Token[] {
  if (!/^<a\s/i.test(children[open]?.content ?? '')) return [];
  return contentsUntil(
    children,
    open,
    ({ type, content }) => type === 'html_inline' && /^<\/?a[\s>]/i.test(content),
  );
}

function contentsUntil(
  children: readonly Token[],
  open: number,
  isEnd: (token: Token) => boolean,
): readonly Token[] {
  let end = open + 1;
  for (let token = children[end]; token && !isEnd(token); token = children[end]) end++;
  return children.slice(open + 1, end);
}

/** `anchorText`: the text of a link whose end is beyond this piece of HTML. */
function* htmlReferences(
  html: string,
  firstLine: number,
  inFirstParagraph: boolean,
  anchorText = '',
): Generator<Reference> {
  const pieces = [...htmlPieces(html)];
  let line = firstLine;
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'open') {
      const { name, attributes } = piece;
      const target = attributes.get(name === 'img' ? 'src' : 'href');
      const alt = attributes.get('alt') ?? '';
      if (target !== undefined && name === 'a') {
        const text = anchorText || piecesText(pieces, index);
        yield { kind: 'link', target, text, line, inFirstParagraph };
      }
      if (target !== undefined && name === 'img')
        yield { kind: 'image', target, text: alt, line, inFirstParagraph };
    }
    line += piece.source.split('\n').length - 1;
  }
}

function piecesText(pieces: readonly HtmlPiece[], open: number): string {
  let text = '';
  for (let index = open + 1; index < pieces.length; index++) {
    const piece = pieces[index];
    if (!piece || (piece.kind !== 'text' && 'name' in piece && piece.name === 'a')) break;
    if (piece.kind === 'text') text += decodeEntities(piece.source);
  }
  return text.replace(/\s+/g, ' ').trim();
}
