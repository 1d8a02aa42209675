import type { Token } from 'markdown-it';
import { htmlPieces } from './html-pieces.ts';

/** The places of a page that raw HTML names, by `id` or, on an anchor, by `name`; headings and notes have theirs. */
export function listAnchors(tokens: readonly Token[]): readonly string[] {
  const anchors = new Set<string>();
  const collect = (html: string) => {
    for (const piece of htmlPieces(html)) {
      if (piece.kind !== 'open') continue;
      const { name, attributes } = piece;
      const id = attributes.get('id') ?? (name === 'a' ? attributes.get('name') : undefined);
      if (id !== undefined && /^[^\s:]{1,200}$/.test(id)) anchors.add(id);
    }
  };
  for (const token of tokens) {
    if (token.type === 'html_block') collect(token.content);
    for (const child of token.children ?? []) if (child.type === 'html_inline') collect(child.content);
  }
  return [...anchors];
}
