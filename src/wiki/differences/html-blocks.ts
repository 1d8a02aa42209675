import { mergedBags, type WordBag, wordBag } from './best-pairs.ts';
import type { HtmlElement, HtmlNode } from './html-tree.ts';
import { writeNode } from './html-tree.ts';
import { WORD, type Work } from './work.ts';

/** A piece of a page that comes, goes or changes on its own: a paragraph, an item, a cell, or what contains them. */
export interface Block {
  /** `text` holds words, `atom` is shown or not, `list` holds blocks. */
  readonly kind: 'text' | 'atom' | 'list';
  /** None for words among blocks, as those of an item before the list inside it. */
  readonly element: HtmlElement | undefined;
  /** The words of a text, an atom itself. */
  readonly nodes: readonly HtmlNode[];
  readonly blocks: readonly Block[];
  /** Blocks that look the same have the same number, whatever their ids. */
  readonly sameness: number;
  readonly words: WordBag;
  readonly isCode: boolean;
}

/** Elements that stand among words, as long as they contain nothing else. */
const INLINE = new Set(
  `a abbr b bdi bdo br cite code del dfn em i img input ins kbd mark math q rp rt ruby s samp small span strong sub sup svg
  time u var wbr`.split(/\s+/),
);

/** Characters that are looked at in a step. */
const CHARACTERS = 16;

/** Numbers what looks the same, and counts the work of it, in one version and the other. */
export class Sameness {
  readonly work: Work;
  readonly #numbers = new Map<string, number>();
  readonly #inline = new Map<HtmlNode, boolean>();

  constructor(work: Work) {
    this.work = work;
  }

  of(text: string): number {
    this.work.spend(text.length / CHARACTERS);
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** Whether a node stands among words: what it contains is looked at once, however deep it is. */
  isInline(node: HtmlNode): boolean {
    if (node.kind === 'text' || isAtom(node)) return true;
    const known = this.#inline.get(node);
    if (known !== undefined) return known;
    const inline = INLINE.has(node.name) && node.children.every((child) => this.isInline(child));
    this.#inline.set(node, inline);
    return inline;
  }
}

/** The blocks that these nodes make. Between them, spaces are nothing. */
export function blocksOf(nodes: readonly HtmlNode[], sameness: Sameness, isCode = false): Block[] {
  const blocks: Block[] = [];
  let run: HtmlNode[] = [];
  const endRun = () => {
    if (run.some((node) => node.kind === 'element' || /\S/.test(node.source)))
      blocks.push(textBlock(undefined, run, sameness, isCode));
    run = [];
  };
  for (const node of nodes) {
    if (sameness.isInline(node)) {
      run.push(node);
      continue;
    }
    endRun();
    blocks.push(blockOf(node as HtmlElement, sameness, isCode));
  }
  endRun();
  return blocks;
}

function blockOf(element: HtmlElement, sameness: Sameness, within: boolean): Block {
  const isCode = within || element.name === 'pre';
  if (element.isVoid || element.attributes.get('class') === 'diagram') return atomBlock(element, sameness);
  if (element.children.every((child) => sameness.isInline(child)))
    return textBlock(element, element.children, sameness, isCode);
  const blocks = blocksOf(element.children, sameness, isCode);
  const bags = blocks.map((block) => block.words);
  if (bags.length > 1) sameness.work.spend(WORD * bags.reduce((sum, { words }) => sum + words.size, 0));
  const looks = `${lookOf(element)}\0${blocks.map((block) => block.sameness).join(' ')}`;
  return {
    kind: 'list',
    element,
    nodes: [],
    blocks,
    sameness: sameness.of(looks),
    words: mergedBags(bags),
    isCode,
  };
}

function textBlock(
  element: HtmlElement | undefined,
  nodes: readonly HtmlNode[],
  sameness: Sameness,
  isCode: boolean,
): Block {
  const source = nodes.map(look).join('');
  const words = wordBag(nodes.map(plain).join(''));
  const looks = `${element ? lookOf(element) : ''}\0\0${isCode ? source : source.replace(/\s+/g, ' ').trim()}`;
  return { kind: 'text', element, nodes, blocks: [], sameness: sameness.of(looks), words, isCode };
}

function atomBlock(element: HtmlElement, sameness: Sameness): Block {
  return {
    kind: 'atom',
    element,
    nodes: [element],
    blocks: [],
    sameness: sameness.of(writeNode(element)),
    words: wordBag(''),
    isCode: false,
  };
}

/** What stands among words and is one: an image, a formula, the mark of a footnote. */
export function isAtom({ name, isVoid, attributes }: HtmlElement): boolean {
  if (isVoid) return INLINE.has(name);
  return name === 'math' || name === 'svg' || /^(?:katex|footnote-ref)/.test(attributes.get('class') ?? '');
}

function look(node: HtmlNode): string {
  if (node.kind === 'text') return node.source;
  return node.isVoid ? lookOf(node) : `${lookOf(node)}${node.children.map(look).join('')}</>`;
}

/** A start tag, without what only leads to it. */
export function lookOf({ open }: HtmlElement): string {
  return open.replace(/ (?:id|aria-label)="[^"]*"/g, '');
}

function plain(node: HtmlNode): string {
  return node.kind === 'text' ? node.source : isAtom(node) ? ' ' : node.children.map(plain).join('');
}
