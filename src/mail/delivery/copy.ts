/** What a list says of itself: what the message's writer, or another list, said in these fields goes. */
const OURS = /^(?:list-(?:id|post|help|owner|subscribe|unsubscribe|unsubscribe-post|archive)|return-path)$/i;

/** A message as it is sent to all, without what is said to each. */
export interface CopiedMessage {
  /** Its bytes, each line ending with CRLF. */
  readonly bytes: Buffer;
}

const LF = 0x0a;
const CR = 0x0d;

/**
 * Prepares a message of the archive for its copies: the fields that only a list may say go, all the rest stays as it is
 * byte by byte, so that signatures of it hold (RFC 6376); lines end with CRLF.
 */
export function copiedMessage(raw: Buffer): CopiedMessage {
  return { bytes: wireForm(withoutListFields(raw)) };
}

/** Bytes with each line's end, whatever it was, as CRLF (RFC 5321, 2.3.8): none can end the message on its way. */
export function wireForm(raw: Buffer): Buffer {
  const parts: Buffer[] = [];
  let from = 0;
  const end = (at: number) => {
    parts.push(raw.subarray(from, at), CRLF);
  };
  for (let at = 0; at < raw.length; at++) {
    const byte = raw[at];
    if (byte === LF) {
      end(at);
      from = at + 1;
    } else if (byte === CR) {
      end(at);
      if (raw[at + 1] === LF) at++;
      from = at + 1;
    }
  }
  if (from < raw.length) end(raw.length);
  return Buffer.concat(parts);
}

const CRLF = Buffer.from('\r\n');

function withoutListFields(raw: Buffer): Buffer {
  const kept: Buffer[] = [];
  let at = 0;
  while (at < raw.length) {
    const end = fieldEnd(raw, at);
    const line = raw.subarray(at, Math.min(end, at + 80)).toString('latin1');
    if (/^\r?\n/.test(line)) break;
    const name = /^([!-9;-~]+)[ \t]*:/.exec(line)?.[1];
    if (name === undefined || !OURS.test(name)) kept.push(raw.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...kept, raw.subarray(at)]);
}

/** Where a field ends, with the lines that continue it (RFC 5322, 2.2.3). */
function fieldEnd(raw: Buffer, start: number): number {
  if (raw[start] === LF) return start + 1;
  let end = raw.indexOf(LF, start);
  while (end !== -1 && (raw[end + 1] === 0x20 || raw[end + 1] === 0x09)) end = raw.indexOf(LF, end + 1);
  return end === -1 ? raw.length : end + 1;
}
