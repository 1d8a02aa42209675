import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Context } from 'hono';
import { type Answer, acceptedEncoding, acceptsGzip, COMMON_HEADERS } from './answer.ts';
import { readyAnswer } from './answer-cache.ts';
import type { FileStream } from './pages/file.ts';
import { type ByteRange, bytesOf, rangeHeaders, rangeOf } from './range.ts';
import { isNotModified } from './request.ts';
import type { Question, Responder } from './responder.tsx';

/** What the server knows of a request besides itself. */
export type Environment = {
  Bindings: { readonly id?: string | undefined; readonly client?: string | undefined };
};

export type HonoContext = Context<Environment>;

/** Writes an answer in the best encoding the client accepts, or says that its own copy is still right. */
export async function write(
  c: HonoContext,
  made: Answer,
  responder?: Responder,
  question?: Question,
): Promise<Response> {
  const part = partAsked(c, made.status, made.headers, () => made.body.length);
  if (part && !isHeld(c, made.headers)) return partial(made.headers, made.body.length, part, () => made.body);
  const encoding = acceptedEncoding(c.req.header('accept-encoding'));
  const ready =
    responder && question ? await responder.cache.ready(question.key, made, encoding) : readyAnswer(made);
  const headers = new Headers();
  for (let at = 0; at < ready.headers.length; at += 2)
    headers.append(ready.headers[at] as string, ready.headers[at + 1] as string);
  if (ready.status === 200 && isNotModified(c.req.header('if-none-match'), ready.etag)) {
    for (const name of ['content-length', 'content-encoding', 'content-type']) headers.delete(name);
    return new Response(null, { status: 304, headers });
  }
  const body = c.req.method === 'HEAD' ? null : (ready.body as Buffer<ArrayBuffer>);
  return new Response(body, { status: ready.status, headers });
}

/** Writes what is too large to be kept in memory. */
export function streamed(c: HonoContext, made: FileStream): Response {
  const { status, headers, stream } =
    made.isText && acceptsGzip(c.req.header('accept-encoding')) ? compressed(made) : made;
  if (isHeld(c, headers)) return new Response(null, { status: 304, headers });
  const length = Number(headers['content-length']);
  const part = partAsked(c, status, headers, () => length);
  if (part) return partial(headers, length, part, stream);
  const body = c.req.method === 'HEAD' ? null : (Readable.toWeb(Readable.from(stream())) as ReadableStream);
  return new Response(body, { status, headers });
}

/** Fast rather than small: it is made while it is sent. */
const LEVEL = 4;

/** A stream compressed as it is read; its tag is that of this encoding (RFC 9110, 8.8.3.3). */
function compressed({ status, headers, stream }: FileStream): FileStream {
  const { etag } = headers;
  return {
    status,
    headers: {
      ...headers,
      'content-encoding': 'gzip',
      ...(etag !== undefined && { etag: etag.replace(/"$/, '-gzip"') }),
    },
    stream: () => Readable.from(stream()).compose(createGzip({ level: LEVEL })),
  };
}

type Headed = Readonly<Record<string, string>>;

/** Whether the client has this very answer. */
function isHeld(c: HonoContext, { etag }: Headed): boolean {
  return isNotModified(c.req.header('if-none-match'), etag);
}

/** The part that is asked for of what is sent in parts too (RFC 9110, 14): a file of the wiki. */
function partAsked(c: HonoContext, status: number, headers: Headed, length: () => number) {
  const range = c.req.header('range');
  if (range === undefined || c.req.method !== 'GET' || status !== 200) return undefined;
  if (headers['accept-ranges'] !== 'bytes') return undefined;
  return rangeOf({ range, ifRange: c.req.header('if-range') }, length(), headers.etag);
}

function partial(
  headers: Headed,
  length: number,
  part: ByteRange | 'unsatisfiable',
  bytes: () => Buffer | AsyncIterable<Buffer>,
): Response {
  if (part === 'unsatisfiable') {
    const none = { ...COMMON_HEADERS, 'content-range': `bytes */${length}`, 'content-length': '0' };
    return new Response(null, { status: 416, headers: none });
  }
  const whole = bytes();
  const body = Buffer.isBuffer(whole)
    ? (whole.subarray(part.start, part.end) as Buffer<ArrayBuffer>)
    : (Readable.toWeb(Readable.from(bytesOf(whole, part))) as ReadableStream);
  return new Response(body, { status: 206, headers: { ...headers, ...rangeHeaders(part, length) } });
}
