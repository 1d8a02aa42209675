import { trimBlanks } from './blanks.ts';
import { decodeHeader } from './encoded-words.ts';
import type { HeaderField, MessageFault } from './message.ts';

const CR = 0x0d;
const LF = 0x0a;

/** What of a header is read; the rest of a longer one is passed over. */
const MAX_HEADER_BYTES = 256 * 1024;
const MAX_FIELDS = 1_000;

/** ftext of RFC 5322, 3.6.8, then a colon. */
const FIELD = /^([\x21-\x39\x3b-\x7e]{1,200})[ \t]*:/;

export interface Header {
  readonly fields: readonly HeaderField[];
  /** Where the body begins. */
  readonly end: number;
  readonly faults: readonly MessageFault[];
}

/** Reads the header (RFC 5322, 2.2) that begins at `start`, up to the empty line or to `limit`. */
export function readHeader(raw: Buffer, start: number, limit: number): Header {
  const { end, bodyStart } = headerEnd(raw, start, limit);
  const faults = new Set<MessageFault>();
  if (end - start > MAX_HEADER_BYTES) faults.add('header-too-long');
  const text = raw.toString('latin1', start, Math.min(end, start + MAX_HEADER_BYTES));
  const fields: HeaderField[] = [];
  for (const line of unfolded(text)) {
    const match = FIELD.exec(line);
    if (!match) continue;
    if (fields.length === MAX_FIELDS) {
      faults.add('too-many-headers');
      break;
    }
    const value = trimBlanks(line.slice(match[0].length));
    fields.push(new Field((match[1] as string).toLowerCase(), value));
  }
  return { fields, end: bodyStart, faults: [...faults] };
}

/** A field is decoded when somebody asks: most are not. */
class Field implements HeaderField {
  readonly name: string;
  readonly raw: string;

  constructor(name: string, raw: string) {
    this.name = name;
    this.raw = raw;
  }

  get value(): string {
    return decodeHeader(this.raw);
  }
}

/** Lines that begin with white space go on with the one before (RFC 5322, 2.2.3). */
function unfolded(text: string): string[] {
  return text.replace(/\r?\n[ \t]/g, ' ').split(/\r?\n/);
}

/** Where the last field ends, and where the body begins: after the first empty line. */
function headerEnd(raw: Buffer, start: number, limit: number): { end: number; bodyStart: number } {
  if (isEmptyLine(raw, start)) return { end: start, bodyStart: afterLine(raw, start, limit) };
  for (let at = raw.indexOf(LF, start); at !== -1 && at < limit; at = raw.indexOf(LF, at + 1)) {
    if (isEmptyLine(raw, at + 1)) return { end: at + 1, bodyStart: afterLine(raw, at + 1, limit) };
  }
  return { end: limit, bodyStart: limit };
}

function isEmptyLine(raw: Buffer, at: number): boolean {
  return raw[at] === LF || (raw[at] === CR && raw[at + 1] === LF);
}

function afterLine(raw: Buffer, at: number, limit: number): number {
  const lineEnd = raw.indexOf(LF, at);
  return lineEnd === -1 ? limit : Math.min(lineEnd + 1, limit);
}

/** The first field of a name. */
export function fieldOf(fields: readonly HeaderField[], name: string): HeaderField | undefined {
  return fields.find((field) => field.name === name);
}

export function fieldsOf(fields: readonly HeaderField[], name: string): HeaderField[] {
  return fields.filter((field) => field.name === name);
}
