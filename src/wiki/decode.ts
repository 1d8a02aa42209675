const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');
const utf16 = { le: new TextDecoder('utf-16le'), be: new TextDecoder('utf-16be') };

/**
 * The text of a file: UTF-8 with or without its mark, UTF-16 with its mark, else Windows-1252, in which every byte is a
 * character. `guessed` says that it was not the UTF-8 it should be.
 */
export function decodeText(bytes: Uint8Array): { text: string; guessed: boolean } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: utf16.le.decode(bytes), guessed: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: utf16.be.decode(bytes), guessed: true };
  try {
    return { text: utf8.decode(bytes), guessed: false };
  } catch {
    return { text: windows1252.decode(bytes), guessed: true };
  }
}

/** Whether bytes are no text, as Git tells it: there is a NUL near the beginning. */
export function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 8_000).includes(0);
}
