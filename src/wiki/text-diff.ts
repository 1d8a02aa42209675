import { structuredPatch } from 'diff';
import { alignWords } from './differences/align-words.ts';
import { bestPairs, commonWords, wordBag } from './differences/best-pairs.ts';
import { textTokens } from './differences/inline-tokens.ts';

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

/** A line of each version, side by side; what stayed is the same line twice. */
export interface DiffRow {
  readonly before?: DiffLine;
  readonly after?: DiffLine;
}

export interface Hunk {
  readonly oldStart: number;
  readonly newStart: number;
  /** In one column: what went before what came in its place. */
  readonly lines: readonly DiffLine[];
  /** In two columns. */
  readonly rows: readonly DiffRow[];
}

const CONTEXT_LINES = 3;
const TIMEOUT_MS = 1_000;
const MAX_LENGTH = 1_000_000;

/** Longer lines are shown without marking what changed in them. */
const MAX_MARKED_LINE = 20_000;

/** Up to so many comparisons of lines in a change, each is put beside the one it is most like. */
const MAX_COMPARED = 2_500;

/** The share of words in common from which a line replaces another. */
const SAME_LINE = 0.3;

/** Steps spent on marking the words of one text. */
const EFFORT = 40_000_000;

/**
 * What differs between two texts, line by line, words marked; undefined when they are too large, or too different.
 * `context` is how many lines that stayed are given around a change.
 */
export function diffTexts(
  before: string,
  after: string,
  { context = CONTEXT_LINES }: { readonly context?: number } = {},
): readonly Hunk[] | undefined {
  if (before.length + after.length > MAX_LENGTH) return undefined;
  const patch = structuredPatch('', '', before, after, '', '', { context, timeout: TIMEOUT_MS });
  const effort = { left: EFFORT };
  return patch?.hunks.map(({ oldStart, newStart, lines }) => {
    const rows = readRows(lines, oldStart, newStart, effort);
    return { oldStart, newStart, rows, lines: inOneColumn(rows) };
  });
}

/** What differs between two short texts, each cut where it does. */
export function diffWords(
  before: string,
  after: string,
  effort = { left: EFFORT },
): { readonly before: Segment[]; readonly after: Segment[] } {
  if (before.length + after.length > MAX_MARKED_LINE) return { before: plain(before), after: plain(after) };
  const runs = alignWords(textTokens(before, true), textTokens(after, true), effort);
  const side = (own: 'before' | 'after') =>
    runs.flatMap((run) => {
      const text = run[own].map(({ source }) => source).join('');
      return text === '' ? [] : [{ text, changed: run.kind !== 'same' }];
    });
  return { before: joined(side('before')), after: joined(side('after')) };
}

function joined(segments: readonly Segment[]): Segment[] {
  const out: Segment[] = [];
  for (const segment of segments) {
    const last = out.at(-1);
    if (last?.changed === segment.changed) out.splice(-1, 1, { ...last, text: last.text + segment.text });
    else out.push(segment);
  }
  return out;
}

function readRows(
  lines: readonly string[],
  oldStart: number,
  newStart: number,
  effort: { left: number },
): DiffRow[] {
  const rows: DiffRow[] = [];
  let [oldLine, newLine] = [oldStart, newStart];
  for (let at = 0; at < lines.length; ) {
    const removed = run(lines, at, '-');
    const added = run(lines, at + removed.length, '+');
    if (removed.length + added.length === 0) {
      const line = lines[at] as string;
      if (line.startsWith(' ')) {
        const both: DiffLine = {
          kind: 'context',
          oldLine: oldLine++,
          newLine: newLine++,
          segments: plain(line.slice(1)),
        };
        rows.push({ before: both, after: both });
      }
      at += 1;
      continue;
    }
    for (const [before, after] of pairLines(removed, added)) {
      const words =
        before === undefined || after === undefined
          ? { before: plain(before ?? ''), after: plain(after ?? '') }
          : diffWords(before, after, effort);
      rows.push({
        ...(before !== undefined && {
          before: { kind: 'removed', oldLine: oldLine++, segments: words.before },
        }),
        ...(after !== undefined && { after: { kind: 'added', newLine: newLine++, segments: words.after } }),
      });
    }
    at += removed.length + added.length;
  }
  return rows;
}

/** The text of the lines from `at` on that begin with `sign`; git's remark on a missing end of line is not one. */
function run(lines: readonly string[], at: number, sign: string): string[] {
  const texts: string[] = [];
  for (let next = at; lines[next]?.startsWith(sign); next++) texts.push((lines[next] as string).slice(1));
  return texts;
}

/** Lines that replace one another side by side, the others alone. */
function pairLines(
  removed: readonly string[],
  added: readonly string[],
): (readonly [string | undefined, string | undefined])[] {
  if (removed.length * added.length > MAX_COMPARED) {
    return removed.length === added.length
      ? removed.map((line, at) => [line, added[at]])
      : [
          ...removed.map((line) => [line, undefined] as const),
          ...added.map((line) => [undefined, line] as const),
        ];
  }
  const [olds, recents] = [removed.map(wordBag), added.map(wordBag)];
  const pairs = bestPairs(removed.length, added.length, (old, recent) => {
    const common = commonWords(olds[old] as (typeof olds)[0], recents[recent] as (typeof olds)[0]) ?? 0.5;
    return common >= SAME_LINE ? common : 0;
  });
  const rows: (readonly [string | undefined, string | undefined])[] = [];
  let [old, recent] = [0, 0];
  for (const [oldAt, recentAt] of [...pairs, [removed.length, added.length] as const]) {
    while (old < oldAt) rows.push([removed[old++], undefined]);
    while (recent < recentAt) rows.push([undefined, added[recent++]]);
    if (oldAt < removed.length) rows.push([removed[old++], added[recent++]]);
  }
  return rows;
}

function inOneColumn(rows: readonly DiffRow[]): DiffLine[] {
  const lines: DiffLine[] = [];
  const added: DiffLine[] = [];
  for (const { before, after } of rows) {
    if (before && before === after) lines.push(...added.splice(0), before);
    else {
      if (before) lines.push(before);
      if (after) added.push(after);
    }
  }
  lines.push(...added);
  return lines;
}

function plain(text: string): Segment[] {
  return [{ text, changed: false }];
}
