import { decodeCharset, decodeUnlabelled } from './charset.ts';
import { decodeQuotedPrintable } from './transfer.ts';

/** `=?charset*language?encoding?text?=` (RFC 2047, 2; RFC 2231, 5). */
const WORD = /=\?([^?*\s]{1,60})(?:\*[^?\s]{0,60})?\?([bBqQ])\?([^?\r\n]*)\?=/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: those that no header shows
const CONTROLS = /[\u0000-\u001f\u007f]+/g;

interface Run {
  readonly charset: string;
  readonly bytes: Buffer[];
}

/**
 * The text of an unfolded header's bytes (as Latin-1): encoded words decoded (RFC 2047), what is 8-bit read as UTF-8
 * where it can be (RFC 6532). Control characters become a space.
 */
export function decodeHeader(raw: string): string {
  const text = isAscii(raw) ? raw : decodeUnlabelled(Buffer.from(raw, 'latin1'));
  return (text.includes('=?') ? decodeWords(text) : text).replace(CONTROLS, ' ').trim();
}

/** White space between two encoded words is not shown; the bytes of neighbours in one charset are one text (clients cut
 * characters in two). */
function decodeWords(text: string): string {
  let decoded = '';
  let end = 0;
  let run: Run | undefined;
  const flush = () => {
    if (run) decoded += decodeCharset(Buffer.concat(run.bytes), run.charset).text;
    run = undefined;
  };
  for (const { index, 0: whole, 1: charset = '', 2: encoding = '', 3: content = '' } of text.matchAll(WORD)) {
    const between = text.slice(end, index);
    const isNeighbour = run !== undefined && between.trim() === '';
    if (!isNeighbour || run?.charset !== charset.toLowerCase()) flush();
    if (!isNeighbour) decoded += between;
    run ??= { charset: charset.toLowerCase(), bytes: [] };
    run.bytes.push(decodeWord(encoding, content));
    end = index + whole.length;
  }
  flush();
  return decoded + text.slice(end);
}

function decodeWord(encoding: string, content: string): Buffer {
  if (encoding === 'b' || encoding === 'B') return Buffer.from(content, 'base64');
  return decodeQuotedPrintable(Buffer.from(content.replaceAll('_', '=20')));
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}
