import { diffWordsWithSpace, structuredPatch } from 'diff';

/** A run of text of a line; `changed` when it is not in the line it replaces, or that replaces it. */
export interface Segment {
  readonly text: string;
  readonly changed: boolean;
}

/** Line numbers count from 1. */
export interface DiffLine {
  readonly kind: 'context' | 'added' | 'removed';
  readonly oldLine?: number;
  readonly newLine?: number;
  readonly segments: readonly Segment[];
}

export interface Hunk {
  readonly oldStart: number;
  readonly newStart: number;
  readonly lines: readonly DiffLine[];
}

const CONTEXT_LINES = 3;
const TIMEOUT_MS = 1_000;
const MAX_LENGTH = 1_000_000;

/** Longer lines are shown without marking what changed in them. */
const MAX_MARKED_LINE = 5_000;

/** What differs between two texts, line by line, words marked; undefined when they are too large, or too different. */
export function diffTexts(before: string, after: string): readonly Hunk[] | undefined {
  if (before.length + after.length > MAX_LENGTH) return undefined;
  const patch = structuredPatch('', '', before, after, '', '', {
    context: CONTEXT_LINES,
    timeout: TIMEOUT_MS,
  });
  return patch?.hunks.map(({ oldStart, newStart, lines }) => ({
    oldStart,
    newStart,
    lines: readLines(lines, oldStart, newStart),
  }));
}

function readLines(lines: readonly string[], oldStart: number, newStart: number): DiffLine[] {
  const read: DiffLine[] = [];
  let oldLine = oldStart;
  let newLine = newStart;
  for (let at = 0; at < lines.length; ) {
    const removed = run(lines, at, '-');
    const added = run(lines, at + removed.length, '+');
    if (removed.length + added.length === 0) {
      const line = lines[at] as string;
      if (line.startsWith(' ')) {
        read.push({
          kind: 'context',
          oldLine: oldLine++,
          newLine: newLine++,
          segments: plain(line.slice(1)),
        });
      }
      at += 1;
      continue;
    }
    const marked = mark(removed, added);
    for (const segments of marked.removed) read.push({ kind: 'removed', oldLine: oldLine++, segments });
    for (const segments of marked.added) read.push({ kind: 'added', newLine: newLine++, segments });
    at += removed.length + added.length;
  }
  return read;
}

/** The text of the lines from `at` on that begin with `sign`; git's remark on a missing end of line is not one. */
function run(lines: readonly string[], at: number, sign: string): string[] {
  const texts: string[] = [];
  for (let next = at; lines[next]?.startsWith(sign); next++) texts.push((lines[next] as string).slice(1));
  return texts;
}

/** Marks the words that differ where as many lines replace as were replaced; else the lines differ as a whole. */
function mark(
  removed: readonly string[],
  added: readonly string[],
): { removed: Segment[][]; added: Segment[][] } {
  if (removed.length !== added.length) return { removed: removed.map(plain), added: added.map(plain) };
  const pairs = removed.map((before, at) => markPair(before, added[at] as string));
  return { removed: pairs.map((pair) => pair.removed), added: pairs.map((pair) => pair.added) };
}

function markPair(before: string, after: string): { removed: Segment[]; added: Segment[] } {
  const parts =
    before.length + after.length > MAX_MARKED_LINE
      ? undefined
      : diffWordsWithSpace(before, after, { timeout: TIMEOUT_MS });
  if (!parts) return { removed: plain(before), added: plain(after) };
  const side = (own: 'removed' | 'added', other: 'removed' | 'added') =>
    parts.filter((part) => !part[other]).map((part) => ({ text: part.value, changed: part[own] === true }));
  return { removed: side('removed', 'added'), added: side('added', 'removed') };
}

function plain(text: string): Segment[] {
  return [{ text, changed: false }];
}
