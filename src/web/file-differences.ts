import { entryAt, FOLDER } from '../git/tree-entry.ts';
import type { ChangeTable, CommitTable } from '../store/schema.ts';
import type { Context } from './context.ts';
import { type ComparedFile, differenceBody } from './difference-body.ts';
import type { ShownDifference } from './views/commit-page.tsx';

/** Of a version of a file, to be compared in the page of a commit. */
const MAX_FILE_BYTES = 256 * 1024;

/** Of all the lines that the page of a commit shows. */
const MAX_LINES = 3_000;

/** A commit whose changes are shown, and the one that they are counted from; none for the first of all. */
export interface ComparedCommits {
  readonly commit: CommitTable;
  readonly parent: CommitTable | undefined;
  /** Of the reader. */
  readonly language: string;
}

/** What a commit changed in each of these files, line by line; what is beyond the bounds says so. */
export async function fileDifferences(
  context: Context,
  commits: ComparedCommits,
  changes: readonly ChangeTable[],
): Promise<ShownDifference[]> {
  const shown: ShownDifference[] = [];
  let left = MAX_LINES;
  for (const change of changes) {
    const difference: ShownDifference =
      left > 0 ? await differenceOf(context, commits, change) : { kind: 'bounded' };
    const lines = lineCount(difference);
    shown.push(lines > left ? { kind: 'bounded' } : difference);
    left -= lines;
  }
  return shown;
}

async function differenceOf(
  context: Context,
  { commit, parent, language }: ComparedCommits,
  { kind, path, old_path }: ChangeTable,
): Promise<ShownDifference> {
  return await differenceBody(context, {
    path,
    before: parent && (await versionAt(context, parent.id, old_path ?? path)),
    after: kind === 'deleted' ? undefined : await versionAt(context, commit.id, path),
    view: 'source',
    whole: false,
    language,
    maxBytes: MAX_FILE_BYTES,
  });
}

async function versionAt({ wiki }: Context, commit: string, path: string): Promise<ComparedFile | undefined> {
  const entry = await entryAt(wiki.objects, commit, path);
  if (!entry || entry.mode === FOLDER) return undefined;
  return { path, commit, mode: entry.mode, oid: entry.oid };
}

function lineCount(difference: ShownDifference): number {
  if (!('hunks' in difference)) return 0;
  return difference.hunks.reduce((sum, { lines }) => sum + lines.length, 0);
}
