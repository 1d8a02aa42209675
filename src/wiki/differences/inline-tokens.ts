import { isAtom, lookOf } from './html-blocks.ts';
import type { HtmlElement, HtmlNode } from './html-tree.ts';
import { writeNode } from './html-tree.ts';

/** A word, a mark of punctuation, spaces, or an atom. */
export interface InlineToken {
  readonly source: string;
  /** What is compared. */
  readonly key: string;
  readonly kind: 'word' | 'space' | 'sign' | 'atom';
  /** The elements it stands in, outermost first. */
  readonly path: readonly HtmlElement[];
  readonly atom?: HtmlElement;
}

const PIECES = /&#?\w+;|[\p{L}\p{N}\p{M}_]+|\s+|./gsu;

/** The tokens of what stands among words. Outside of code, all spaces are the same. */
export function inlineTokens(nodes: readonly HtmlNode[], isCode: boolean): InlineToken[] {
  const tokens: InlineToken[] = [];
  const walk = (list: readonly HtmlNode[], path: readonly HtmlElement[]) => {
    for (const node of list) {
      if (node.kind === 'text') {
        for (const token of textTokens(node.source, isCode, path)) tokens.push(token);
      } else if (isAtom(node)) tokens.push(atomToken(node, path));
      else walk(node.children, [...path, node]);
    }
  };
  walk(nodes, []);
  return tokens;
}

/** The tokens of a text. */
export function textTokens(text: string, isCode: boolean, path: readonly HtmlElement[] = []): InlineToken[] {
  return Array.from(text.matchAll(PIECES), ([source]) => textToken(source, path, isCode));
}

function textToken(source: string, path: readonly HtmlElement[], isCode: boolean): InlineToken {
  if (/^\s/.test(source)) return { source, key: isCode ? source : ' ', kind: 'space', path };
  const kind = /^[\p{L}\p{N}\p{M}_]/u.test(source) ? 'word' : 'sign';
  return { source, key: source, kind, path };
}

/** An image is the same as long as it is the same file, whatever is said of it. */
function atomToken(atom: HtmlElement, path: readonly HtmlElement[]): InlineToken {
  const source = writeNode(atom);
  if (atom.name === 'br') return { source, key: '<br>', kind: 'space', path, atom };
  const key =
    atom.name === 'img' ? `<img ${atom.attributes.get('src')}>` : atom.isVoid ? lookOf(atom) : source;
  return { source, key: `<${key}`, kind: 'atom', path, atom };
}
