import { type Parameterized, readParameterized } from './content-type.ts';
import { fieldOf, type Header, readHeader } from './headers.ts';
import type { MessageFault, Part } from './message.ts';

const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;

const MAX_PARTS = 500;
const MAX_DEPTH = 20;
/** RFC 2046, 5.1.1 lets a boundary have 70; some have more. */
const MAX_BOUNDARY_LENGTH = 200;

const NO_TYPE: Parameterized = { value: 'text/plain', parameters: {} };

/**
 * The leaves of a message's MIME tree (RFC 2046, 5.1), in order, read in one pass over its bytes whatever the depth. A
 * `multipart` too deep, or without a boundary, is a leaf; so is a message inside the message.
 */
export function readParts(
  raw: Buffer,
  header: Header,
): { readonly parts: readonly Part[]; readonly faults: readonly MessageFault[] } {
  const parts: Part[] = [];
  const faults = new Set<MessageFault>();
  /** The multiparts that are open, the outermost first. */
  const open: Buffer[] = [];
  /** The leaf being read; undefined in what comes before the first part and after the last. */
  let leaf: Omit<Part, 'end'> | undefined;

  const enter = ({ fields, end }: Header) => {
    const type = contentType(fieldOf(fields, 'content-type')?.raw);
    const boundary = type.value.startsWith('multipart/') ? type.parameters.boundary : undefined;
    if (boundary && boundary.length <= MAX_BOUNDARY_LENGTH) {
      if (open.length < MAX_DEPTH) {
        open.push(Buffer.from(`--${boundary}`, 'latin1'));
        leaf = undefined;
        return;
      }
      faults.add('too-deep');
    }
    const { value, parameters } = readParameterized(fieldOf(fields, 'content-disposition')?.raw ?? '');
    leaf = {
      type: type.value,
      parameters: type.parameters,
      disposition: value === 'inline' || value === 'attachment' ? value : undefined,
      filename: parameters.filename ?? type.parameters.name,
      encoding: (fieldOf(fields, 'content-transfer-encoding')?.raw ?? '').trim().toLowerCase(),
      start: end,
    };
  };
  const leave = (end: number) => {
    if (leaf) parts.push({ ...leaf, end: Math.max(leaf.start, end) });
    leaf = undefined;
  };

  enter(header);
  let at = header.end;
  while (open.length > 0) {
    const line = dashedLine(raw, at);
    if (line === -1) break;
    const lineEnd = endOfLine(raw, line);
    at = lineEnd;
    const found = openedBy(raw, line, lineEnd, open);
    if (!found) continue;
    leave(beforeLineEnd(raw, line));
    open.length = found.isLast ? found.depth : found.depth + 1;
    if (found.isLast) continue;
    if (parts.length === MAX_PARTS) {
      faults.add('too-many-parts');
      return { parts, faults: [...faults] };
    }
    const next = readHeader(raw, lineEnd, raw.length);
    for (const fault of next.faults) faults.add(fault);
    enter(next);
    // The header of a part ends before any boundary does (it would be read twice otherwise).
    at = next.end;
  }
  leave(raw.length);
  if (open.length > 0) faults.add('no-end-of-part');
  return { parts, faults: [...faults] };
}

function contentType(raw: string | undefined): Parameterized {
  if (raw === undefined) return NO_TYPE;
  const type = readParameterized(raw);
  // RFC 2045, 5.2: what cannot be understood is text.
  return /^[^/\s]+\/[^/\s]+$/.test(type.value) ? type : { ...type, value: 'text/plain' };
}

/** Where the next line that begins with `--` does, from the beginning of a line on; -1 when none does. */
function dashedLine(raw: Buffer, from: number): number {
  if (raw[from] === DASH && raw[from + 1] === DASH) return from;
  const found = raw.indexOf('\n--', Math.max(0, from - 1), 'latin1');
  return found === -1 ? -1 : found + 1;
}

function endOfLine(raw: Buffer, from: number): number {
  const lineEnd = raw.indexOf(LF, from);
  return lineEnd === -1 ? raw.length : lineEnd + 1;
}

/** The line break before a boundary is the boundary's (RFC 2046, 5.1.1). */
function beforeLineEnd(raw: Buffer, line: number): number {
  if (raw[line - 1] !== LF) return line;
  return raw[line - 2] === CR ? line - 2 : line - 1;
}

/** Which of the open multiparts this line is a boundary of, the innermost first. */
function openedBy(
  raw: Buffer,
  line: number,
  lineEnd: number,
  open: readonly Buffer[],
): { readonly depth: number; readonly isLast: boolean } | undefined {
  for (let depth = open.length - 1; depth >= 0; depth--) {
    const boundary = open[depth] as Buffer;
    const end = line + boundary.length;
    if (end > lineEnd || raw.compare(boundary, 0, boundary.length, line, end) !== 0) continue;
    if (isBlank(raw, end, lineEnd)) return { depth, isLast: false };
    if (raw[end] === DASH && raw[end + 1] === DASH && isBlank(raw, end + 2, lineEnd))
      return { depth, isLast: true };
  }
  return undefined;
}

function isBlank(raw: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (![0x20, 0x09, CR, LF].includes(raw[at] as number)) return false;
  return true;
}
