import { decodeEntities } from './entities.ts';

/** A piece of raw HTML: `source` is its exact text. Comments, declarations and instructions are `hidden`. */
export type HtmlPiece = { readonly source: string } & (
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text' }
  | { readonly kind: 'hidden' }
);

const ATTRIBUTE = String.raw`\s+([a-zA-Z_:][a-zA-Z0-9:._-]*)(?:\s*=\s*([^"'=<>${'`'}\x00-\x20]+|'[^']*'|"[^"]*"))?`;
const OPEN_TAG = new RegExp(
  `<([a-zA-Z][a-zA-Z0-9-]*)((?:${ATTRIBUTE.replaceAll('([', '(?:[')})*)\\s*/?>`,
  'y',
);
const CLOSE_TAG = /<\/([a-zA-Z][a-zA-Z0-9-]*)\s*>/y;
const EACH_ATTRIBUTE = new RegExp(ATTRIBUTE, 'g');
/** What opens a hidden piece, and what ends it; without its end it goes on to the end of the text. */
const HIDDEN: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
  ['<!', '>'],
];

/**
 * Cuts raw HTML into tags, text and hidden pieces. A tag is what CommonMark § 6.6 calls one, complete in this text;
 * anything else that begins with `<` is text.
 */
export function* htmlPieces(html: string): Generator<HtmlPiece> {
  let text = 0;
  let at = html.indexOf('<');
  while (at >= 0) {
    const piece = pieceAt(html, at);
    if (piece) {
      if (at > text) yield { kind: 'text', source: html.slice(text, at) };
      yield piece;
      text = at + piece.source.length;
    }
    at = html.indexOf('<', piece ? text : at + 1);
  }
  if (text < html.length) yield { kind: 'text', source: html.slice(text) };
}

function pieceAt(html: string, at: number): HtmlPiece | undefined {
  const hidden = HIDDEN.find(([open]) => html.startsWith(open, at));
  if (hidden) return { kind: 'hidden', source: hiddenSource(html, at, hidden) };
  CLOSE_TAG.lastIndex = at;
  const close = CLOSE_TAG.exec(html);
  if (close) return { kind: 'close', source: close[0], name: (close[1] ?? '').toLowerCase() };
  OPEN_TAG.lastIndex = at;
  const open = OPEN_TAG.exec(html);
  if (!open) return undefined;
  return {
    kind: 'open',
    source: open[0],
    name: (open[1] ?? '').toLowerCase(),
    attributes: attributesOf(open[2] ?? ''),
  };
}

function hiddenSource(html: string, at: number, [open, close]: readonly [string, string]): string {
  const empty = /<!---?>/y;
  empty.lastIndex = at;
  const short = empty.exec(html);
  if (short) return short[0];
  const end = html.indexOf(close, at + open.length);
  return html.slice(at, end < 0 ? undefined : end + close.length);
}

/** The first of several attributes of one name counts, as in HTML. */
function attributesOf(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of source.matchAll(EACH_ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decodeEntities(value.replace(/^(["'])([\s\S]*)\1$/, '$2')));
  }
  return attributes;
}
