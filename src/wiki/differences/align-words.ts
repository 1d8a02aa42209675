import { diffArrays } from 'diff';
import { editsIn } from './align-blocks.ts';
import type { InlineToken } from './inline-tokens.ts';

/** A run of tokens that stayed, came or went. What stayed is given as it is in each version. */
export interface WordRun {
  readonly kind: 'same' | 'added' | 'removed';
  readonly before: readonly InlineToken[];
  readonly after: readonly InlineToken[];
}

/** What may still be spent on a page, in steps, so that none can be made to take long. */
export interface Effort {
  left: number;
}

const MAX_EDITS = 1_500;

/** What differs between two lines of tokens; all of it when they are too different to tell. */
export function alignWords(
  before: readonly InlineToken[],
  after: readonly InlineToken[],
  effort: Effort,
): WordRun[] {
  const key = (token: InlineToken) => token.key;
  const maxEditLength = Math.min(MAX_EDITS, Math.floor(Math.sqrt(Math.max(0, effort.left))));
  const changes = diffArrays(before.map(key), after.map(key), { maxEditLength });
  effort.left -= (changes ? editsIn(changes) : maxEditLength) ** 2 + before.length + after.length;
  if (!changes) return settled([gapOf('changed', before, after)]);
  const runs: Gap[] = [];
  let [old, recent] = [0, 0];
  for (const { added, removed, count } of changes) {
    const kind = added || removed ? 'changed' : 'same';
    const [oldEnd, recentEnd] = [added ? old : old + count, removed ? recent : recent + count];
    append(runs, gapOf(kind, before.slice(old, oldEnd), after.slice(recent, recentEnd)));
    [old, recent] = [oldEnd, recentEnd];
  }
  return settled(readable(runs));
}

interface Gap {
  readonly kind: 'same' | 'changed';
  readonly before: InlineToken[];
  readonly after: InlineToken[];
  /** In characters. */
  beforeLength: number;
  afterLength: number;
}

function gapOf(kind: Gap['kind'], before: readonly InlineToken[], after: readonly InlineToken[]): Gap {
  return {
    kind,
    before: [...before],
    after: [...after],
    beforeLength: lengthOf(before),
    afterLength: lengthOf(after),
  };
}

function lengthen(gap: Gap, { before, after, beforeLength, afterLength }: Gap): void {
  for (const token of before) gap.before.push(token);
  for (const token of after) gap.after.push(token);
  gap.beforeLength += beforeLength;
  gap.afterLength += afterLength;
}

/** What follows a run of its kind makes it longer. */
function append(runs: Gap[], run: Gap): void {
  const last = runs.at(-1);
  if (last?.kind === run.kind) lengthen(last, run);
  else runs.push(run);
}

/** What stayed between two changes and is no word, or is little beside them, is read as part of the change. */
function readable(runs: readonly Gap[]): Gap[] {
  const out: Gap[] = [];
  for (const [at, run] of runs.entries()) {
    const last = out.at(-1);
    const next = runs[at + 1];
    if (run.kind === 'same' && last && next && isLittle(run, last, next)) lengthen(last, run);
    else append(out, run);
  }
  return out;
}

function isLittle({ after }: Gap, one: Gap, two: Gap): boolean {
  if (after.some(({ kind, source }) => kind === 'atom' || source.includes('<br'))) return false;
  if (!after.some(({ kind }) => kind === 'word')) return !after.some(({ key }) => key.includes('\n'));
  const length = lengthOf(after) * 2;
  return length <= most(one) && length <= most(two);
}

function most({ beforeLength, afterLength }: Gap): number {
  return Math.max(beforeLength, afterLength);
}

function lengthOf(tokens: readonly InlineToken[]): number {
  return tokens.reduce((sum, { source, kind }) => sum + (kind === 'atom' ? 1 : source.length), 0);
}

/** What went stands before what came in its place; spaces at both ends that are the same stay. */
function settled(runs: readonly Gap[]): WordRun[] {
  return runs.flatMap((run): WordRun[] => {
    if (run.kind === 'same') return [{ ...run, kind: 'same' }];
    const start = sharedSpaces(run.before, run.after);
    const rest = { before: run.before.slice(start), after: run.after.slice(start) };
    const end = sharedSpaces(rest.before.toReversed(), rest.after.toReversed());
    const [before, after] = [cut(rest.before, end), cut(rest.after, end)];
    const pieces: WordRun[] = [
      { kind: 'same', before: run.before.slice(0, start), after: run.after.slice(0, start) },
      { kind: 'removed', before, after: [] },
      { kind: 'added', before: [], after },
      { kind: 'same', before: rest.before.slice(before.length), after: rest.after.slice(after.length) },
    ];
    return pieces.filter((piece) => piece.before.length + piece.after.length > 0);
  });
}

function sharedSpaces(before: readonly InlineToken[], after: readonly InlineToken[]): number {
  let count = 0;
  while (before[count]?.kind === 'space' && before[count]?.key === after[count]?.key) count += 1;
  return count;
}

function cut(tokens: readonly InlineToken[], end: number): readonly InlineToken[] {
  return tokens.slice(0, tokens.length - end);
}
