import { isUtf8 } from 'node:buffer';
import { readRecords } from './records.ts';

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';
export type Separator = ',' | ';' | '\t' | '|';

/** How a file of rows is written. */
export interface Dialect {
  readonly encoding: Encoding;
  /** Whether it starts with a byte order mark. */
  readonly bom: boolean;
  readonly separator: Separator;
  /** Whether the first line is `sep=;`, by which some spreadsheets tell the separator to themselves. */
  readonly hint: boolean;
  /** The share of the rows (0 to 1) that have as many cells as the first, in what was looked at. */
  readonly agreement: number;
}

/** How much of a file tells how it is written. */
export const DIALECT_BYTES = 64 * 1024;

const SEPARATORS: readonly Separator[] = [',', ';', '\t', '|'];
const SAMPLE_ROWS = 200;

/** Recognises the encoding and the separator of a file from its first bytes. `path` decides between equals. */
export function detectDialect(head: Uint8Array, path = ''): Dialect {
  const { encoding, bom } = detectEncoding(head);
  const whole = head.length < DIALECT_BYTES;
  const text = new TextDecoder(encoding).decode(head);
  const hint = /^sep=([,;\t|])\r?\n/.exec(text);
  if (hint) return { encoding, bom, separator: hint[1] as Separator, hint: true, agreement: 1 };
  const preferred: Separator = path.toLowerCase().endsWith('.tsv') ? '\t' : ',';
  const scores = SEPARATORS.map((separator) => score(text, separator, whole));
  const best = scores.toSorted(
    (a, b) => b.value - a.value || Number(b.separator === preferred) - Number(a.separator === preferred),
  )[0] as Score;
  if (best.width < 2) return { encoding, bom, separator: preferred, hint: false, agreement: 1 };
  return { encoding, bom, separator: best.separator, hint: false, agreement: best.agreement };
}

interface Score {
  readonly separator: Separator;
  readonly width: number;
  readonly agreement: number;
  readonly value: number;
}

/** The right separator parts the first row in several cells, and the others in as many. */
function score(text: string, separator: Separator, whole: boolean): Score {
  const widths = readRecords(text, separator, SAMPLE_ROWS + 1, whole)
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) => cells.length);
  const width = widths[0] ?? 0;
  const others = widths.slice(1);
  const agreement =
    others.length === 0 ? 1 : others.filter((other) => other === width).length / others.length;
  // Among those that agree as well, the one that makes more cells; one cell a row is no sign of anything.
  return { separator, width, agreement, value: width < 2 ? 0 : agreement + Math.min(width, 100) / 1_000 };
}

function detectEncoding(head: Uint8Array): Pick<Dialect, 'encoding' | 'bom'> {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bom: true };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bom: true };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bom: true };
  const wide = wideEncoding(head);
  if (wide) return { encoding: wide, bom: false };
  if (isUtf8(withoutCutCharacter(head))) return { encoding: 'utf-8', bom: false };
  return { encoding: mostlyUtf8(head) ? 'utf-8' : 'windows-1252', bom: false };
}

/** Latin text in UTF-16 has a NUL in every second byte. */
function wideEncoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(head.length, 2_000) & ~1;
  const nuls = [0, 0] as [number, number];
  for (let at = 0; at < length; at += 1) if (head[at] === 0) nuls[at & 1 ? 1 : 0] += 1;
  if (length < 8) return undefined;
  if (nuls[1] > length * 0.3 && nuls[0] < length * 0.05) return 'utf-16le';
  if (nuls[0] > length * 0.3 && nuls[1] < length * 0.05) return 'utf-16be';
  return undefined;
}

/** Where lines disagree, the encoding of most of those that tell. */
function mostlyUtf8(head: Uint8Array): boolean {
  let utf8 = 0;
  let others = 0;
  for (let start = 0; start < head.length; ) {
    const end = head.indexOf(0x0a, start) + 1 || head.length;
    const line = head.subarray(start, end);
    if (line.some((byte) => byte >= 0x80)) {
      if (isUtf8(line)) utf8 += 1;
      else others += 1;
    }
    start = end;
  }
  return utf8 > others;
}

/** Without the character that the end of the sample may have cut in two. */
function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes.length - end < 3 && ((bytes[end - 1] as number) & 0xc0) === 0x80) end -= 1;
  return end > 0 && (bytes[end - 1] as number) >= 0xc0 ? bytes.subarray(0, end - 1) : bytes;
}
