import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { git, gitOutcome } from './run.ts';

/** A place where a patch and the wiki changed the same lines. */
export interface ConflictHunk {
  /** Of the text as merged, with the wiki's lines here, counted from 1. */
  readonly line: number;
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

/** A file that a three-way merge could not merge: what both came from, what the wiki has, what the patch wanted. */
export interface FileConflict {
  readonly path: string;
  /** Blob ids; undefined of a side that has no such file. */
  readonly base: string | undefined;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
  /** Empty when one side has no text. */
  readonly hunks: readonly ConflictHunk[];
}

const MAX_FILES = 50;
const MAX_HUNKS = 100;

/** The conflicts that `git apply --3way` left in an index. */
export async function conflictsOf(
  gitDir: string,
  env: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<FileConflict[]> {
  const listed = (await git(gitDir, ['ls-files', '-u', '-z'], { env, timeoutMs })).toString();
  const files = new Map<string, (string | undefined)[]>();
  for (const [, oid, stage, path = ''] of listed.matchAll(/\d+ ([0-9a-f]+) ([123])\t([^\0]+)\0/g)) {
    const stages = files.get(path) ?? [];
    stages[Number(stage) - 1] = oid;
    files.set(path, stages);
  }
  const conflicts: FileConflict[] = [];
  for (const [path, [base, ours, theirs]] of [...files].slice(0, MAX_FILES)) {
    const hunks = ours && theirs ? await hunksOf(gitDir, { base, ours, theirs }, timeoutMs) : [];
    conflicts.push({ path, base, ours, theirs, hunks });
  }
  return conflicts;
}

async function hunksOf(
  gitDir: string,
  { base, ours, theirs }: { base: string | undefined; ours: string; theirs: string },
  timeoutMs: number,
): Promise<ConflictHunk[]> {
  const folder = await mkdtemp(join(gitDir, 'merge-'));
  try {
    for (const [name, oid] of Object.entries({ ours, base, theirs })) {
      const content = oid === undefined ? Buffer.alloc(0) : await git(gitDir, ['cat-file', 'blob', oid]);
      await writeFile(join(folder, name), content);
    }
    const labels = ['-L', 'ours', '-L', 'base', '-L', 'theirs'];
    // Its exit code is the number of conflicts, or above 127 when there is nothing to merge.
    const { stdout } = await gitOutcome(
      undefined,
      ['merge-file', '-p', '--marker-size=31', ...labels, 'ours', 'base', 'theirs'],
      { cwd: folder, timeoutMs },
    );
    return readHunks(stdout.toString());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const [OURS, MIDDLE, THEIRS] = [`${'<'.repeat(31)} ours`, '='.repeat(31), `${'>'.repeat(31)} theirs`];

function readHunks(merged: string): ConflictHunk[] {
  const hunks: ConflictHunk[] = [];
  let line = 1;
  let side: 'both' | 'ours' | 'theirs' = 'both';
  let hunk = { line: 0, ours: [] as string[], theirs: [] as string[] };
  for (const text of merged.split('\n')) {
    if (side === 'both' && text === OURS) {
      side = 'ours';
      hunk = { line, ours: [], theirs: [] };
    } else if (side === 'ours' && text === MIDDLE) side = 'theirs';
    else if (side === 'theirs' && text === THEIRS) {
      side = 'both';
      hunks.push(hunk);
    } else {
      if (side !== 'both') hunk[side].push(text);
      if (side !== 'theirs') line++;
    }
  }
  return hunks.slice(0, MAX_HUNKS);
}
