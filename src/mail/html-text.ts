/** A longer text is read so far. */
const MAX_HTML = 1_000_000;

/** What has no text of its own; what does not end takes the rest. */
const UNREAD = /<(script|style|head|title|template)\b[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/gi;
const BREAKS = /<(?:br|\/?(?:p|div|tr|li|ul|ol|table|blockquote|h[1-6]|pre|hr|section|article))\b[^<>]*>/gi;
const TAG = /<\/?[a-z!][^>]*>?/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  laquo: '«',
  raquo: '»',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ocirc: 'ô',
  ugrave: 'ù',
  ucirc: 'û',
  icirc: 'î',
  iuml: 'ï',
  euro: '€',
};

/** The text of an HTML document, for whoever wrote none beside it: what is read, and nothing of how it looks. */
export function htmlText(html: string): string {
  return html
    .slice(0, MAX_HTML)
    .replace(UNREAD, ' ')
    .replace(/\s+/g, ' ')
    .replace(BREAKS, '\n')
    .replace(TAG, '')
    .replace(ENTITY, (whole, decimal, hexadecimal, name) => {
      if (name) return NAMED[name.toLowerCase()] ?? whole;
      return character(decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16));
    })
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function character(code: number): string {
  const isText = code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isText ? String.fromCodePoint(code) : '\ufffd';
}
