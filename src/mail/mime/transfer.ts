const EQUALS = 0x3d;
const CR = 0x0d;
const LF = 0x0a;
const SPACE = 0x20;
const TAB = 0x09;

/** Undoes a Content-Transfer-Encoding (RFC 2045, 6); undefined when it is none that is known. */
export function decodeTransfer(bytes: Buffer, encoding: string): Buffer | undefined {
  switch (encoding) {
    case 'quoted-printable':
      return decodeQuotedPrintable(bytes);
    case 'base64':
      return Buffer.from(bytes.toString('latin1'), 'base64');
    case '':
    case '7bit':
    case '8bit':
    case 'binary':
      return bytes;
    default:
      return undefined;
  }
}

/** RFC 2045, 6.7. What is not as it should be is left as it is written, as the RFC recommends. */
export function decodeQuotedPrintable(bytes: Buffer): Buffer {
  const decoded = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  // A blank that is written in full is kept: only bare ones at the end of a line are the transport's.
  let kept = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte === LF || byte === CR) {
      length = withoutBlankEnd(decoded, length, kept);
      decoded[length++] = byte;
    } else if (byte !== EQUALS) {
      decoded[length++] = byte;
    } else {
      const high = hexadecimal(bytes[at + 1]);
      const low = hexadecimal(bytes[at + 2]);
      const lineEnd = softLineEnd(bytes, at + 1);
      if (high >= 0 && low >= 0) {
        decoded[length++] = high * 16 + low;
        kept = length;
        at += 2;
      } else if (lineEnd > 0) {
        at = lineEnd - 1;
      } else {
        decoded[length++] = byte;
      }
    }
  }
  return decoded.subarray(0, length);
}

/** Where the next line begins when nothing but blanks stands before it; 0 when something does. */
function softLineEnd(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === SPACE || bytes[at] === TAB) at++;
  if (bytes[at] === CR && bytes[at + 1] === LF) return at + 2;
  return bytes[at] === LF || at === bytes.length ? at + 1 : 0;
}

function withoutBlankEnd(decoded: Buffer, length: number, kept: number): number {
  let end = length;
  while (end > kept && (decoded[end - 1] === SPACE || decoded[end - 1] === TAB)) end--;
  return end;
}

function hexadecimal(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
