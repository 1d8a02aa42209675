import { imageSize } from 'image-size';

/** Why a picture or a document is not taken. */
export type UploadFault = 'kind' | 'large' | 'not-what-it-says' | 'active';

/** A picture or a document is no larger, in bytes; nor are all those of a change together. */
export const MAX_UPLOAD_BYTES = 3 * 1024 * 1024;
export const MAX_UPLOADS_BYTES = 6 * 1024 * 1024;

/** Browsers take more memory to show a larger picture than many have. */
const MAX_PIXELS = 50_000_000;

const PICTURES: Readonly<Record<string, string>> = {
  jpeg: 'jpg',
  jpg: 'jpg',
  png: 'png',
  gif: 'gif',
  webp: 'webp',
};

/**
 * Why a file that somebody sends is not put in the wiki; undefined where it may be. It must be, from its first byte to its
 * last, what its name says: what is also something else to another program (a polyglot), or does something when it is
 * opened, is refused.
 */
export function uploadFault(name: string, bytes: Uint8Array): UploadFault | undefined {
  const kind = extensionOf(name);
  if (bytes.length > MAX_UPLOAD_BYTES) return 'large';
  if (kind === 'pdf') return pdfFault(Buffer.from(bytes));
  if (kind === 'svg') return svgFault(bytes);
  const picture = PICTURES[kind];
  if (picture === undefined) return 'kind';
  return isWhole(picture, Buffer.from(bytes)) ? undefined : 'not-what-it-says';
}

/** The name that a file gets in the wiki: of letters without accents, digits and hyphens. */
export function uploadName(name: string): string {
  const kind = extensionOf(name);
  const stem = name
    .slice(0, name.length - kind.length - 1)
    .replace(/^.*[\\/]/s, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${stem || 'image'}.${kind}`;
}

/** Whether a file is shown in a page rather than led to. */
export const isPicture = (path: string) => extensionOf(path) !== 'pdf';

function extensionOf(name: string): string {
  return /\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Whether a picture begins and ends as its kind does (PNG, 5; JPEG, B.1.1; GIF89a, 27; WebP, RIFF header). */
function isWhole(kind: string, bytes: Buffer): boolean {
  const ends = (text: string) => bytes.subarray(-text.length).equals(Buffer.from(text, 'latin1'));
  const isEnded = {
    png: () => ends('IEND\xaeB`\x82'),
    jpg: () => ends('\xff\xd9'),
    gif: () => ends(';'),
    webp: () => bytes.length >= 8 && Math.abs(bytes.readUInt32LE(4) + 8 - bytes.length) <= 1,
  }[kind];
  try {
    const { type, width, height } = imageSize(bytes);
    return type === kind && width * height <= MAX_PIXELS && isEnded?.() === true && !saysHtml(bytes);
  } catch {
    return false;
  }
}

/** What a browser that guesses would take for a page is looked for where it would (WHATWG MIME Sniffing, 5.2). */
function saysHtml(bytes: Buffer): boolean {
  return /<(?:!doctype|html|head|script|iframe|body|svg)\b/i.test(bytes.subarray(0, 1445).toString('latin1'));
}

/** What a document may do when it is opened, as its text says (ISO 32000-1, 12.6). */
const PDF_ACTIONS = /\/(?:JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA|SubmitForm|ImportData)\b/;

function pdfFault(bytes: Buffer): UploadFault | undefined {
  const text = bytes.toString('latin1');
  if (!/^%PDF-\d\.\d/.test(text) || !/%%EOF\s*$/.test(text.slice(-1024)) || saysHtml(bytes))
    return 'not-what-it-says';
  // A name may be written with codes of characters.
  const plain = text.replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return PDF_ACTIONS.test(plain) ? 'active' : undefined;
}

function svgFault(bytes: Uint8Array): UploadFault | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'not-what-it-says';
  }
  const body = text.replace(/^\s*<\?xml[^>]*\?>/, '').replace(/<!--[\s\S]*?-->/g, '');
  if (!/^\s*<svg[\s>]/.test(body) || !/<\/svg>\s*$/.test(body)) return 'not-what-it-says';
  if (/<[!?]/.test(body)) return 'active';
  const decoded = body.replace(/&(?:#x([0-9a-f]+)|#(\d+));?/gi, (_, hex?: string, decimal?: string) =>
    String.fromCodePoint(Math.min(Number.parseInt(hex ?? decimal ?? '0', hex ? 16 : 10), 0x10ffff)),
  );
  const isActive =
    /<\s*(?:[\w-]+:)?(?:script|foreignObject|iframe|embed|object|handler|animate|set|use\s[^>]*href\s*=\s*["']?(?!#))/i.test(
      decoded,
    ) ||
    /[\s/"']on\w+\s*=/i.test(decoded) ||
    /(?:href|src)\s*=\s*["']?\s*(?!#|data:image\/(?:png|jpeg|gif|webp);|["'])/i.test(decoded) ||
    /javascript:|@import|url\(\s*["']?(?!#)/i.test(decoded);
  return isActive ? 'active' : undefined;
}
