import type { DiffLine, Hunk } from '../../wiki/text-diff.ts';
import type { QuotedLine } from '../patch/review-comments.ts';

/** Lines of one version of a file, the first and the last counted from 1. */
export interface LineRange {
  readonly side: 'old' | 'new';
  readonly from: number;
  readonly to: number;
}

/** Lines of a diff, as an answer quotes them. */
export interface Quote {
  readonly path: string;
  /** Where it begins in either version. */
  readonly oldStart: number;
  readonly newStart: number;
  readonly lines: readonly QuotedLine[];
}

/** More lines are no quote that somebody reads. */
export const MAX_QUOTED = 60;

/**
 * Quotes lines of a diff of the whole file, those that they replaced above them; undefined where it has none of them. Of the
 * old version, only what went is quoted.
 */
export function quoteLines(
  path: string,
  hunks: readonly Pick<Hunk, 'rows'>[],
  { side, from, to }: LineRange,
): Quote | undefined {
  const isIn = (line: number | undefined) => line !== undefined && line >= from && line <= to;
  const rows = hunks
    .flatMap((hunk) => hunk.rows)
    .filter(({ before, after }) =>
      side === 'new' ? isIn(after?.newLine) : before?.kind === 'removed' && isIn(before.oldLine),
    )
    .slice(0, MAX_QUOTED);
  const removed = rows.flatMap(({ before, after }) => (before && before !== after ? [before] : []));
  const kept = side === 'new' ? rows.flatMap(({ after }) => after ?? []) : [];
  // What went stands above the first line that came.
  const first = kept.findIndex(({ kind }) => kind === 'added');
  const lines = [...kept.slice(0, first === -1 ? 0 : first), ...removed, ...kept.slice(Math.max(first, 0))];
  if (lines.length === 0) return undefined;
  const start = (key: 'oldLine' | 'newLine') => lines.find((line) => line[key] !== undefined)?.[key] ?? 0;
  return { path, oldStart: start('oldLine'), newStart: start('newLine'), lines: lines.map(quoted) };
}

function quoted({ kind, segments }: DiffLine): QuotedLine {
  return { kind, text: segments.map(({ text }) => text).join('') };
}

/** The lines of the new version that are quoted. */
export function newLines(lines: readonly QuotedLine[]): string[] {
  return lines.flatMap(({ kind, text }) => (kind === 'removed' ? [] : [text]));
}
