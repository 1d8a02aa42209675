/**
 * Git's paths are bytes; ours are strings. A byte that is not part of valid UTF-8 becomes one private-use character
 * U+EF80..U+EFFF (the OPTU-8 convention), so that every path has exactly one string and can be turned back.
 */
const ESCAPE = 0xef00;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const ESCAPED = /[\uef80-\uefff]/;

/** The string of a path's bytes. */
export function decodePath(bytes: Uint8Array): string {
  try {
    const text = utf8.decode(bytes);
    if (!ESCAPED.test(text)) return text;
  } catch {}
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    const character = length > 0 ? decodeSequence(bytes.subarray(at, at + length)) : undefined;
    if (character !== undefined && !ESCAPED.test(character)) {
      text += character;
      at += length;
    } else {
      text += String.fromCharCode(ESCAPE | (bytes[at] as number));
      at += 1;
    }
  }
  return text;
}

/** The bytes of a path's string: the inverse of {@link decodePath}. */
export function encodePath(path: string): Buffer {
  if (!ESCAPED.test(path)) return Buffer.from(path);
  return Buffer.concat(
    Array.from(path, (character) =>
      ESCAPED.test(character) ? Buffer.from([character.charCodeAt(0) & 0xff]) : Buffer.from(character),
    ),
  );
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  if (first >= 0xf0 && first < 0xf5) return 4;
  return 0;
}

function decodeSequence(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}
