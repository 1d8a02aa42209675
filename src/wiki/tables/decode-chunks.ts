import { isAscii, isUtf8 } from 'node:buffer';
import type { Dialect, Encoding } from './dialect.ts';
import type { ProblemLog } from './problem.ts';
import { countLineEnds } from './records.ts';

const LF = 0x0a;
const CR = 0x0d;

/** A line that is longer, in bytes, is decoded in parts. */
const MAX_LINE = 1024 * 1024;

const windows1252 = new TextDecoder('windows-1252');

/** Bytes that come in pieces, as text. */
export interface ChunkDecoder {
  decode(bytes: Uint8Array): string;
  end(): string;
}

/** Decodes a file in the encoding of its dialect, the byte order mark left out. */
export function chunkDecoder({ encoding }: Dialect, problems: ProblemLog): ChunkDecoder {
  if (encoding === 'utf-8' || encoding === 'windows-1252') return new LineDecoder(encoding, problems);
  const decoder = new TextDecoder(encoding);
  problems.add('encoding', 1, { encoding: encoding.toUpperCase() });
  return { decode: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

/**
 * Decodes line by line where it must: a line that is valid UTF-8 is UTF-8, any other Windows-1252, in which every byte is a
 * character. So two files of different encodings that were put end to end read right, and what differs is told.
 */
class LineDecoder implements ChunkDecoder {
  readonly #encoding: Encoding;
  readonly #problems: ProblemLog;
  #rest: Uint8Array = new Uint8Array();
  #line = 1;
  #started = false;
  #told = false;

  constructor(encoding: Encoding, problems: ProblemLog) {
    this.#encoding = encoding;
    this.#problems = problems;
  }

  decode(bytes: Uint8Array): string {
    const all = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    const end = wholeLines(all) || (all.length > MAX_LINE ? wholeCharacters(all) : 0);
    this.#rest = all.subarray(end);
    return this.#text(all.subarray(0, end));
  }

  end(): string {
    return this.#text(this.#rest);
  }

  #text(bytes: Uint8Array): string {
    const start = !this.#started && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    this.#started ||= bytes.length > 0;
    const content = start === 0 ? bytes : bytes.subarray(start);
    if (!isUtf8(content) || (this.#encoding !== 'utf-8' && !isAscii(content))) return this.#lines(content);
    const text = utf8(content);
    this.#line += countLineEnds(text, 0, text.length);
    return text;
  }

  #lines(bytes: Uint8Array): string {
    let text = '';
    for (let start = 0; start < bytes.length; ) {
      const end = nextLine(bytes, start);
      const line = bytes.subarray(start, end);
      const isText = isUtf8(line);
      if (!isText || (this.#encoding !== 'utf-8' && !isAscii(line))) this.#tell(isText);
      const decoded = isText ? utf8(line) : windows1252.decode(line);
      this.#line += countLineEnds(decoded, 0, decoded.length);
      text += decoded;
      start = end;
    }
    return text;
  }

  #tell(isText: boolean): void {
    if (this.#encoding === 'utf-8') {
      this.#problems.add('not-utf-8', this.#line, {});
    } else if (isText) {
      this.#problems.add('mixed-encoding', this.#line, {});
    } else if (!this.#told) {
      this.#told = true;
      this.#problems.add('encoding', this.#line, { encoding: 'Windows-1252' });
    }
  }
}

function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** How many of the bytes are whole lines. The CR of a CR LF that may be cut in two is left for later. */
function wholeLines(bytes: Uint8Array): number {
  const lf = bytes.lastIndexOf(LF);
  if (lf !== -1 || bytes.length < 2) return lf + 1;
  return bytes.lastIndexOf(CR, bytes.length - 2) + 1;
}

/** How many of the bytes are whole characters of UTF-8. */
function wholeCharacters(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > bytes.length - 4 && ((bytes[end - 1] as number) & 0xc0) === 0x80) end -= 1;
  return (bytes[end - 1] as number) >= 0xc0 ? end - 1 : bytes.length;
}

function nextLine(bytes: Uint8Array, start: number): number {
  for (let at = start; at < bytes.length; at += 1) {
    if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) return at + 1;
  }
  return bytes.length;
}
