import { type HtmlPiece, htmlPieces } from '../../markdown/html-pieces.ts';
import { voidElements } from '../../markdown/html-rules.ts';

/** A text of HTML, escaped as it was. */
export interface HtmlText {
  readonly kind: 'text';
  readonly source: string;
}

/** An element of HTML; one without content has no end tag. */
export interface HtmlElement {
  readonly kind: 'element';
  readonly name: string;
  /** Its start tag, exactly. */
  readonly open: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly isVoid: boolean;
  readonly children: readonly HtmlNode[];
}

export type HtmlNode = HtmlText | HtmlElement;

interface OpenElement extends HtmlElement {
  readonly children: HtmlNode[];
}

/** No page that a person wrote goes deeper. */
const MAX_DEPTH = 200;

/** What leads around a page and says nothing of its own. */
const AIDS = new Set(['heading-link', 'footnote-back']);

/**
 * The tree of HTML that `renderMarkdown` wrote, without the links around headings and footnotes. An end tag that ends
 * nothing is left out; what is not ended ends with its parent. Undefined when elements are nested too deep.
 */
export function htmlTree(html: string): HtmlNode[] | undefined {
  const root: HtmlNode[] = [];
  const open: OpenElement[] = [];
  for (const piece of htmlPieces(html)) {
    const siblings = open.at(-1)?.children ?? root;
    if (piece.kind === 'text') siblings.push({ kind: 'text', source: piece.source });
    else if (piece.kind === 'open') {
      const element = elementOf(piece);
      siblings.push(element);
      if (!element.isVoid) open.push(element);
      if (open.length > MAX_DEPTH) return undefined;
    } else if (piece.kind === 'close') {
      const at = open.findLastIndex(({ name }) => name === piece.name);
      if (at !== -1) open.splice(at);
      const within = open.at(-1)?.children ?? root;
      const closed = within.at(-1);
      if (closed && isAid(closed)) within.pop();
    }
  }
  return root;
}

function elementOf({ source, name, attributes }: Extract<HtmlPiece, { kind: 'open' }>): OpenElement {
  const isVoid = voidElements.has(name) || name === 'input' || source.endsWith('/>');
  return { kind: 'element', name, open: withoutLines(source), attributes, isVoid, children: [] };
}

function isAid(node: HtmlNode): boolean {
  return node.kind === 'element' && AIDS.has(node.attributes.get('class') ?? '');
}

export function writeNode(node: HtmlNode): string {
  if (node.kind === 'text') return node.source;
  return node.isVoid ? node.open : `${node.open}${node.children.map(writeNode).join('')}</${node.name}>`;
}

/** A start tag without the lines that it is from: the same block says the same wherever it stands. */
function withoutLines(open: string): string {
  return open.replace(/ data-lines="[^"]*"/, '');
}

/** A start tag without its id: what goes away must not take the id of what stays. */
export function withoutId(open: string): string {
  return open.replace(/ id="[^"]*"/, '');
}

/** A start tag with one more class. */
export function withClass(open: string, name: string): string {
  if (/ class="/.test(open)) return open.replace(/ class="/, ` class="${name} `);
  return open.replace(/^<[\w-]+/, `$& class="${name}"`);
}
