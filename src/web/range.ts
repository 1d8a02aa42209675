/** A part of a body, in bytes: the first, and the one after the last. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** What of a request asks for a part (RFC 9110, 14.2 and 13.1.5). */
export interface RangeRequest {
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
}

/**
 * The part of a body of so many bytes that is asked for; `unsatisfiable` where it has no such bytes (RFC 9110, 15.5.17).
 * Undefined for the whole: nothing, several ranges at once or no range of bytes is asked for, or of another version.
 */
export function rangeOf(
  { range, ifRange }: RangeRequest,
  length: number,
  etag: string | undefined,
): ByteRange | 'unsatisfiable' | undefined {
  if (range === undefined || (ifRange !== undefined && ifRange.trim() !== etag)) return undefined;
  const [, first, last = ''] = /^\s*bytes\s*=[\s,]*(\d*)-(\d*)[\s,]*$/i.exec(range) ?? [];
  if (first === undefined || (first === '' && last === '')) return undefined;
  if (first === '') return lastBytes(Number(last), length);
  const start = Number(first);
  const end = last === '' ? length : Math.min(Number(last) + 1, length);
  if (last !== '' && Number(last) < start) return undefined;
  return start < length ? { start, end } : 'unsatisfiable';
}

function lastBytes(count: number, length: number): ByteRange | 'unsatisfiable' | undefined {
  if (count === 0) return 'unsatisfiable';
  return length === 0 ? undefined : { start: Math.max(0, length - count), end: length };
}

/** What an answer of a part says in place of what the whole says. */
export function rangeHeaders({ start, end }: ByteRange, length: number): Readonly<Record<string, string>> {
  return { 'content-range': `bytes ${start}-${end - 1}/${length}`, 'content-length': String(end - start) };
}

/** Only these bytes of a stream; what follows them is not read. */
export async function* bytesOf(
  stream: AsyncIterable<Buffer>,
  { start, end }: ByteRange,
): AsyncGenerator<Buffer, void> {
  let at = 0;
  for await (const chunk of stream) {
    const part = chunk.subarray(Math.max(0, start - at), end - at);
    if (part.length > 0) yield part;
    at += chunk.length;
    if (at >= end) return;
  }
}
