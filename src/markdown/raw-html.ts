import { escapeHtml } from './entities.ts';
import { type HtmlPiece, htmlPieces } from './html-pieces.ts';
import {
  allowedAttributes,
  allowedElements,
  droppedElements,
  impliedEnds,
  voidElements,
} from './html-rules.ts';

/** Raw elements open at once: a page that needs more is an attack. */
const MAX_OPEN = 64;

/** What the page decides of the raw elements that lead somewhere. Each gives a whole start tag, or nothing. */
export interface RawHtmlTags {
  readonly link: (attributes: ReadonlyMap<string, string>, allowed: string) => string | undefined;
  readonly image: (attributes: ReadonlyMap<string, string>) => string;
  readonly heading: (name: string) => string;
  /** False when the page already has an element with this id. */
  readonly claimId: (id: string) => boolean;
}

/**
 * Writes the raw HTML of a page again from an allow-list, so that what comes out is balanced whatever came in: an
 * element opened in one block may be closed in a later one beside it, never outside the block that encloses it.
 * Nothing is passed through: names and attributes come from the list, values and text are escaped anew.
 */
export class RawHtml {
  readonly #tags: RawHtmlTags;
  /** The raw elements open in each of the enclosing Markdown blocks, innermost last. */
  readonly #frames: string[][] = [[]];
  #open = 0;

  constructor(tags: RawHtmlTags) {
    this.#tags = tags;
  }

  /** A Markdown block begins: raw HTML inside it cannot close what was opened before. */
  enter(): void {
    this.#frames.push([]);
  }

  /** The block ends: the end tags that are still missing inside it. */
  leave(): string {
    return this.#closeDownTo(this.#frames.pop() ?? [], 0);
  }

  /** The page ends. */
  end(): string {
    return this.#frames.map((frame) => this.#closeDownTo(frame, 0)).join('');
  }

  /** Is an element of this name open, here or around? */
  isInside(name: string): boolean {
    return this.#open > 0 && this.#frames.some((frame) => frame.includes(name));
  }

  /** Raw HTML as the page may show it. */
  write(html: string): string {
    let out = '';
    let dropped: string | undefined;
    for (const piece of htmlPieces(html)) {
      if (dropped !== undefined) {
        if (piece.kind === 'close' && piece.name === dropped) dropped = undefined;
      } else if (piece.kind === 'text') out += escapeText(piece.source);
      else if (piece.kind === 'close') out += this.#close(piece);
      else if (piece.kind === 'open' && droppedElements.has(piece.name)) dropped = piece.name;
      else if (piece.kind === 'open') out += this.#openTag(piece);
    }
    return out;
  }

  #openTag(piece: HtmlPiece & { kind: 'open' }): string {
    const rule = allowedElements.get(piece.name);
    // `<name>`, `<your e-mail>`: no element of HTML, so words of the author.
    if (rule === undefined) return escapeText(piece.source);
    if (rule === 'unwrap') return '';
    if (piece.name === 'img') return this.#tags.image(piece.attributes);
    const attributes = this.#attributes(piece);
    if (voidElements.has(piece.name)) return `<${piece.name}${attributes}>`;
    const frame = this.#frames.at(-1) ?? [];
    const implied = this.#closeImplied(frame, piece.name);
    if (this.#open >= MAX_OPEN) return implied;
    const tag = this.#startTag(piece, attributes);
    if (tag === undefined) return implied;
    frame.push(piece.name);
    this.#open++;
    return implied + tag;
  }

  #startTag(piece: HtmlPiece & { kind: 'open' }, attributes: string): string | undefined {
    if (piece.name === 'a')
      return this.isInside('a') ? undefined : this.#tags.link(piece.attributes, attributes);
    if (/^h[1-6]$/.test(piece.name)) return `<${this.#tags.heading(piece.name)}${attributes}>`;
    const tag = `<${piece.name}${attributes}>`;
    return piece.name === 'table' ? `<div class="table-scroll">${tag}` : tag;
  }

  #attributes({ name, attributes }: HtmlPiece & { kind: 'open' }): string {
    let out = '';
    for (const [attribute, value] of attributes) {
      const accepts = allowedAttributes(name).get(attribute);
      if (!accepts?.test(value) || (attribute === 'id' && !this.#tags.claimId(value))) continue;
      out += value === '' ? ` ${attribute}` : ` ${attribute}="${escapeHtml(value)}"`;
    }
    return out;
  }

  #close({ name, source }: HtmlPiece & { kind: 'close' }): string {
    const rule = allowedElements.get(name);
    if (rule === undefined) return droppedElements.has(name) ? '' : escapeText(source);
    const frame = this.#frames.at(-1) ?? [];
    const at = frame.lastIndexOf(name);
    return at < 0 ? '' : this.#closeDownTo(frame, at);
  }

  #closeImplied(frame: string[], name: string): string {
    const ended = impliedEnds.get(name);
    let out = '';
    while (ended?.includes(frame.at(-1) ?? '')) out += this.#closeDownTo(frame, frame.length - 1);
    return out;
  }

  #closeDownTo(frame: string[], length: number): string {
    let out = '';
    while (frame.length > length) {
      const name = frame.pop() ?? '';
      this.#open--;
      out += `</${/^h[1-6]$/.test(name) ? this.#tags.heading(name) : name}>`;
      if (name === 'table') out += '</div>';
    }
    return out;
  }
}

function escapeText(text: string): string {
  return text
    .replace(/&(?!(?:[a-z][a-z0-9]*|#\d{1,7}|#x[\da-f]{1,6});)/gi, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
