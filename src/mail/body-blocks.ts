/** A piece of the text of a message. */
export type BodyBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Whose lines and spaces are as they were written: a table, a drawing, code, a list. */
  | { readonly kind: 'fixed'; readonly text: string }
  | { readonly kind: 'items'; readonly items: readonly Item[] }
  | { readonly kind: 'quote'; readonly lines: number; readonly blocks: readonly BodyBlock[] }
  | { readonly kind: 'diff'; readonly lines: readonly DiffLine[] }
  | { readonly kind: 'signature'; readonly text: string };

/** Of a list, with the mark that it begins with. */
export interface Item {
  readonly text: string;
  /** Whether it is of a list inside an item. */
  readonly isInner: boolean;
}

export interface DiffLine {
  readonly kind: 'file' | 'facts' | 'hunk' | 'added' | 'removed' | 'context';
  readonly text: string;
}

/** Quotes of quotes that are deeper stand in the deepest. */
const MAX_QUOTE = 8;

/** What is longer, after `-- `, is no signature. */
const MAX_SIGNATURE_LINES = 15;

const QUOTED = /^[ ]?>[ ]?/;
const DIFF_START = /^diff --git a\//;

/** Reads the text of a message, its lines ended by LF: what it quotes, its patch, its signature (RFC 3676, 4.3). */
export function bodyBlocks(text: string): BodyBlock[] {
  const lines = text.replace(/\s+$/, '').split('\n');
  const signature = signatureAt(lines);
  const body = signature === undefined ? lines : lines.slice(0, signature);
  const blocks = blocksOf(body, 0);
  if (signature === undefined) return blocks;
  const signed = lines
    .slice(signature + 1)
    .join('\n')
    .trim();
  // Git signs its patches with its own version.
  const isGit = /^\d+\.\d+\.\d+[\w. ()-]*$/.test(signed);
  return signed === '' || isGit ? blocks : [...blocks, { kind: 'signature', text: signed }];
}

function signatureAt(lines: readonly string[]): number | undefined {
  for (let at = lines.length - 1; at >= Math.max(0, lines.length - 1 - MAX_SIGNATURE_LINES); at--)
    if (lines[at] === '-- ' || (lines[at] === '--' && at > 0)) return at;
  return undefined;
}

function blocksOf(lines: readonly string[], depth: number): BodyBlock[] {
  const blocks: BodyBlock[] = [];
  let plain: string[] = [];
  const endPlain = () => {
    blocks.push(...paragraphs(plain));
    plain = [];
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as string;
    const end = isDiffAt(lines, at)
      ? diffEnd(lines, at)
      : QUOTED.test(line) && depth < MAX_QUOTE
        ? runEnd(lines, at, QUOTED)
        : at;
    if (end === at) {
      plain.push(line);
      at++;
      continue;
    }
    endPlain();
    const run = lines.slice(at, end);
    if (QUOTED.test(line) && !isDiffAt(lines, at)) {
      const inner = run.map((quoted) => quoted.replace(QUOTED, ''));
      blocks.push({ kind: 'quote', lines: run.length, blocks: blocksOf(inner, depth + 1) });
    } else blocks.push({ kind: 'diff', lines: run.map(diffLine) });
    at = end;
  }
  endPlain();
  return blocks;
}

function isDiffAt(lines: readonly string[], at: number): boolean {
  const line = lines[at] as string;
  if (DIFF_START.test(line)) return true;
  return /^--- \S/.test(line) && /^\+\+\+ \S/.test(lines[at + 1] ?? '') && /^@@ /.test(lines[at + 2] ?? '');
}

/** A diff goes on as long as its lines begin as those of one do. */
function diffEnd(lines: readonly string[], start: number): number {
  let at = start;
  let missing = 0;
  for (; at < lines.length; at++) {
    const line = lines[at] as string;
    const hunk = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line);
    if (hunk) missing = Number(hunk[1] ?? 1) + Number(hunk[2] ?? 1);
    else if (missing > 0) {
      if (/^[+-]/.test(line)) missing -= 1;
      // An editor or a relay may have taken the space of an empty line.
      else if (/^ |^$/.test(line)) missing -= 2;
      else if (!line.startsWith('\\')) break;
    } else if (!DIFF_HEADER.test(line)) break;
  }
  return Math.max(at, start + 1);
}

const DIFF_HEADER =
  /^(?:diff --git |index [0-9a-f]|--- |\+\+\+ |(?:old|new|deleted file|new file) mode |(?:rename|copy) (?:from|to) |(?:dis)?similarity index |Binary files |GIT binary patch|\\ )/;

function diffLine(text: string): DiffLine {
  if (text.startsWith('@@')) return { kind: 'hunk', text };
  if (text.startsWith('diff --git ')) return { kind: 'file', text };
  if (/^(?:\+\+\+|---) \S/.test(text) || DIFF_HEADER.test(text)) return { kind: 'facts', text };
  if (text.startsWith('+')) return { kind: 'added', text };
  return { kind: text.startsWith('-') ? 'removed' : 'context', text };
}

function runEnd(lines: readonly string[], start: number, pattern: RegExp): number {
  let at = start;
  while (at < lines.length && pattern.test(lines[at] as string)) at++;
  return at;
}

/** Git ends the message of a commit by `---`. */
const IN_PARAGRAPH = /^(?!---$).*\S/;

function paragraphs(lines: readonly string[]): BodyBlock[] {
  const blocks: BodyBlock[] = [];
  for (let at = 0; at < lines.length; ) {
    if ((lines[at] as string).trim() === '') {
      at++;
      continue;
    }
    const end = runEnd(lines, at + 1, IN_PARAGRAPH);
    const found = paragraph(lines.slice(at, end));
    const [first] = found;
    const last = blocks.at(-1);
    // What is aligned is often parted by empty lines, and read as one.
    if (first?.kind === 'fixed' && last?.kind === 'fixed')
      blocks[blocks.length - 1] = { kind: 'fixed', text: `${last.text}\n\n${first.text}` };
    else blocks.push(...found);
    at = end;
  }
  return blocks;
}

/** Two spaces or a tab inside a line, an indent, a diffstat: somebody aligned it. */
const ALIGNED = /\S(?: {3,}|\t)\S|^(?: {4,}|\t)\S|^ \S.*\|\s+(?:\d+|Bin)\b|^[+|]-{3,}|^\|.*\|$/;

/** A dash, a bullet or a number, and what it stands before. */
const ITEM = /^( {0,3})(?:[-*+•–—]|\d{1,2}[.)]) +\S/;

function paragraph(lines: readonly string[]): BodyBlock[] {
  if (lines.some((line) => ALIGNED.test(line))) return [{ kind: 'fixed', text: lines.join('\n') }];
  const start = lines.findIndex((line) => ITEM.test(line));
  if (start === -1) return [prose(lines)];
  const end = itemsEnd(lines, start);
  return [
    ...(start > 0 ? [prose(lines.slice(0, start))] : []),
    { kind: 'items', items: itemsOf(lines.slice(start, end)) },
    ...(end < lines.length ? paragraph(lines.slice(end)) : []),
  ];
}

function prose(lines: readonly string[]): BodyBlock {
  return { kind: 'paragraph', text: isWrapped(lines) ? joined(lines) : lines.join('\n') };
}

/** An item goes on with what is indented, and with what its last line had no room for. */
function itemsEnd(lines: readonly string[], start: number): number {
  let at = start + 1;
  while (at < lines.length) {
    const line = lines[at] as string;
    if (!ITEM.test(line) && !line.startsWith(' ') && !isWrapped(lines.slice(at - 1, at + 1))) break;
    at++;
  }
  return at;
}

function itemsOf(lines: readonly string[]): Item[] {
  const items: { text: string; isInner: boolean }[] = [];
  const outer = indentOf(lines[0] as string);
  for (const line of lines) {
    const last = items.at(-1);
    if (ITEM.test(line)) items.push({ text: line.trim(), isInner: indentOf(line) > outer });
    else if (last) last.text += ` ${line.trim()}`;
  }
  return items;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** Nobody wraps by hand at less; programs wrap at no more. */
const [MIN_WIDTH, MAX_WIDTH] = [45, 100];

/**
 * Whether a program broke these lines where the next word did not fit: then they are one, which a narrow screen may break
 * elsewhere.
 */
function isWrapped(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const widths = lines.map((line) => line.trimEnd().length);
  const width = Math.max(...widths);
  if (width < MIN_WIDTH || width > MAX_WIDTH) return false;
  return lines.slice(1).every((line, at) => {
    const word = /^\S*/.exec(line)?.[0] ?? '';
    const isItem = /^(?:[-*+•–]|\d+[.)])$/.test(word) || word === '';
    return !isItem && (widths[at] as number) + 1 + word.length > width;
  });
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => line.trimEnd()).join(' ');
}
