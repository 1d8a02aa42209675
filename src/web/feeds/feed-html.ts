import { escapeHtml } from '../../markdown/entities.ts';
import { type HtmlPiece, htmlPieces } from '../../markdown/html-pieces.ts';

/** What a reader of feeds shows: text, tables, images, formulas; nothing that runs or is filled in. */
const KEPT = new Set(
  `a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure
   h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small strong sub summary sup table
   tbody td tfoot th thead time tr u ul var wbr math annotation menclose mfrac mi mn mo mover mpadded mphantom mroot
   mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover semantics`.split(
    /\s+/,
  ),
);

/** Left out with all they hold. */
const DROPPED = new Set(['script', 'style', 'form', 'button', 'select', 'svg', 'template', 'textarea']);
const DROPPED_CLASS = /(?:^| )(?:visually-hidden|heading-link)(?: |$)/;

const VOID = new Set(['br', 'col', 'hr', 'img', 'input', 'wbr']);

const ATTRIBUTES = new Set(
  'alt colspan datetime dir display encoding height hreflang lang open reversed rowspan scope span start title width'.split(
    ' ',
  ),
);
const ADDRESSES = new Set(['href', 'src']);

/**
 * HTML of the site's own making as a feed may hold it (RFC 4287, section 4.1.3.3): its links absolute from `base`, without
 * the classes and ids that mean nothing there, nor what is for the eyes or the ears of the site's visitors only.
 */
export function feedHtml(html: string, base: string): string {
  let written = '';
  /** Names of the elements open within one that is left out, itself first. */
  const left: string[] = [];
  for (const piece of htmlPieces(html)) {
    if (left.length > 0) {
      if (piece.kind === 'open' && !VOID.has(piece.name)) left.push(piece.name);
      if (piece.kind === 'close' && left.includes(piece.name)) left.length = left.lastIndexOf(piece.name);
    } else if (piece.kind === 'open' && isLeftOut(piece)) {
      if (!VOID.has(piece.name)) left.push(piece.name);
    } else if (piece.kind === 'open') {
      written += openTag(piece, base);
    } else if (piece.kind === 'close') {
      if (KEPT.has(piece.name)) written += `</${piece.name}>`;
    } else if (piece.kind === 'text') {
      written += piece.source;
    }
  }
  return written;
}

type OpenTag = Extract<HtmlPiece, { kind: 'open' }>;

function isLeftOut({ name, attributes }: OpenTag): boolean {
  return DROPPED.has(name) || DROPPED_CLASS.test(attributes.get('class') ?? '');
}

function openTag({ name, attributes }: OpenTag, base: string): string {
  if (name === 'input' && attributes.get('type') === 'checkbox') return attributes.has('checked') ? '☑' : '☐';
  if (!KEPT.has(name)) return '';
  const kept = [...attributes].flatMap(([attribute, value]) => {
    if (ATTRIBUTES.has(attribute)) return ` ${attribute}="${escapeHtml(value)}"`;
    if (!ADDRESSES.has(attribute) || !URL.canParse(value, base)) return '';
    return ` ${attribute}="${escapeHtml(new URL(value, base).href)}"`;
  });
  return `<${name}${kept.join('')}>`;
}
