import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What is sent for a request, whole and ready, for each encoding a client may accept. */
export interface Answer {
  /** Until when it is right though nothing changes, in milliseconds since 1970: what says "next" ages. */
  readonly until?: number;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The same as a text, where it was made as one and not yet encoded. */
  readonly text?: string | undefined;
}

/** A page's strict policy: nothing runs, and nothing loads, that this server did not send; images may come from elsewhere. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https: data:",
  "media-src 'self' https:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

/** For the files of the wiki, which anyone may have written: no script, no form, an origin of their own. */
export const FILE_POLICY =
  "default-src 'none'; img-src data:; media-src data:; style-src 'unsafe-inline'; sandbox";

/** Chromium shows a PDF only outside a sandbox; a PDF runs no script of the page's origin. */
export const PDF_POLICY =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** What every answer says, a file sent as it is read too. What browsers tell of their page is what they do by default. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-cache',
};

/** An answer of text or bytes, with the headers that every answer has and the tag of its content (RFC 9110, 8.8.3). */
export function answer(
  status: number,
  body: string | Buffer,
  headers: Readonly<Record<string, string>>,
): Answer {
  if (typeof body === 'string') return textAnswered(status, body, headers);
  return { status, body, headers: { ...COMMON_HEADERS, etag: headers.etag ?? tagOf(body), ...headers } };
}

/** A text is encoded, and tagged, once somebody looks: who makes files of answers needs neither. */
function textAnswered(status: number, written: string, headers: Readonly<Record<string, string>>): Answer {
  let text: string | undefined = written;
  let bytes: Buffer | undefined;
  let tag: string | undefined;
  const encoded = () => {
    bytes ??= Buffer.from(text ?? '');
    // Both would take twice the memory.
    text = undefined;
    return bytes;
  };
  return {
    status,
    get text() {
      return text;
    },
    get body() {
      return encoded();
    },
    headers: {
      ...COMMON_HEADERS,
      get etag() {
        tag ??= tagOf(encoded());
        return tag;
      },
      ...headers,
    },
  };
}

function tagOf(body: Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/** An HTML page. */
export function htmlAnswer(
  status: number,
  html: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return answer(status, html, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': PAGE_POLICY,
    vary: 'accept, accept-encoding',
    ...headers,
  });
}

export function textAnswer(
  text: string,
  contentType: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return answer(200, text, { 'content-type': contentType, vary: 'accept, accept-encoding', ...headers });
}

/** A redirection (RFC 9110, 15.4.2 and 15.4.3) to the path or the URL `to`. A path that began with two slashes would name a host. */
export function movedAnswer(to: string, status: 301 | 302 | 303 = 301): Answer {
  return answer(status, '', {
    location: to.replace(/^\/{2,}/, '/'),
    'content-type': 'text/plain; charset=utf-8',
    vary: 'accept',
  });
}

export type Encoding = 'br' | 'gzip' | 'identity';

const ACCEPTED: readonly (readonly [Encoding, RegExp])[] = (['br', 'gzip'] as const).map((encoding) => [
  encoding,
  new RegExp(`(?:^|[ ,])${encoding}\\s*(?:;\\s*q=(?:1|0?\\.0*[1-9])[\\d.]*\\s*)?(?:,|$)`),
]);

/** The best encoding of those a request accepts (RFC 9110, 12.5.3); one that it names with `q=0` is not accepted. */
export function acceptedEncoding(header: string | undefined): Encoding {
  if (header === undefined) return 'identity';
  return ACCEPTED.find(([, pattern]) => pattern.test(header))?.[0] ?? 'identity';
}

/** Whether gzip is one of those. */
export function acceptsGzip(header: string | undefined): boolean {
  return ACCEPTED.some(([name, pattern]) => name === 'gzip' && pattern.test(header ?? ''));
}

const COMPRESSIBLE = /^(?:text\/|application\/(?:json|xml|javascript|[\w.-]+\+(?:json|xml))|image\/svg)/;

/** Below this, compressing saves no packet. */
const MIN_COMPRESSED = 1_000;

const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** The answer in another encoding; itself where that would not be shorter. */
export async function encodeAnswer(original: Answer, encoding: Encoding): Promise<Answer> {
  const { body, headers } = original;
  const worthwhile = body.length >= MIN_COMPRESSED && COMPRESSIBLE.test(headers['content-type'] ?? '');
  if (encoding === 'identity' || !worthwhile) return original;
  const encoded =
    encoding === 'br' ? await promisify(brotliCompress)(body, QUALITY) : await promisify(gzip)(body);
  const etag = headers.etag?.replace(/"$/, `-${encoding}"`);
  return {
    ...original,
    body: encoded,
    headers: { ...headers, 'content-encoding': encoding, ...(etag && { etag }) },
  };
}
