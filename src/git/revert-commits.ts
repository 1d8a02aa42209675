import { type ApplyResult, applySeries, type Committer } from './apply-patch.ts';
import { PATCH_LIMITS, type PatchLimits } from './refused-changes.ts';
import { GitFailure, git, gitOutcome, gitText } from './run.ts';
import type { Workshop } from './workshop.ts';

/** What is taken back may be what members pushed: files of other kinds than text too. */
const LIMITS: PatchLimits = {
  ...PATCH_LIMITS,
  binary: true,
  files: 5_000,
  bytes: 1024 ** 3,
  bytesOfFile: 100 * 1024 * 1024,
};

/** A commit that is not taken back, and where others have changed what it did. */
export interface LeftOut {
  readonly commit: string;
  readonly paths: readonly string[];
}

/** What came of taking commits back, in one commit. */
export interface Reverted {
  /** The commit of the workshop; undefined where nothing is left to take back. */
  readonly commit: string | undefined;
  readonly tree: string;
  /** Those that it takes back. */
  readonly reverted: readonly string[];
  readonly leftOut: readonly LeftOut[];
  /** The files that it changes. */
  readonly paths: readonly string[];
}

export interface Reverting {
  readonly head: string;
  /** The newest first. */
  readonly commits: readonly string[];
  readonly author: Committer;
  /** The message of the commit that takes these back. */
  readonly message: (reverted: readonly string[]) => string;
}

/**
 * Takes commits back on `head`, the newest first, as `git revert` would: what others changed since stays, and a commit whose
 * lines they changed is left out whole, rather than guessed. Of a merge, what it did besides merging is taken back: what its sides
 * did is of their own commits. Nothing is checked out; what is made stays in the workshop.
 */
export async function revertCommits(
  workshop: Workshop,
  { head, commits, author, message }: Reverting,
): Promise<Reverted> {
  const reverted: string[] = [];
  const leftOut: LeftOut[] = [];
  let base = head;
  for (const commit of commits) {
    const own = await reverseOf(workshop, commit);
    if ('conflicting' in own) {
      leftOut.push({ commit, paths: own.conflicting });
      continue;
    }
    const { diff } = own;
    if (diff.length === 0) continue;
    const date = `@${author.time} +0000`;
    const patch = {
      diff,
      strip: 1,
      authorName: author.name,
      authorEmail: author.email,
      date,
      message: 'Revert\n',
    };
    const result = await applySeries(workshop, base, [patch], { committer: author, limits: LIMITS });
    if (result.kind === 'applied') {
      base = result.commits[0]?.commit ?? base;
      reverted.push(commit);
    } else if (result.kind === 'conflict') leftOut.push({ commit, paths: conflicting(result) });
    else if (result.kind === 'refused') leftOut.push({ commit, paths: result.path ? [result.path] : [] });
    else if (result.kind === 'invalid' && result.reason !== 'empty') leftOut.push({ commit, paths: [] });
  }
  const tree = await gitText(workshop.folder, ['rev-parse', `${base}^{tree}`]);
  const names = await git(workshop.folder, [
    'diff-tree',
    '-r',
    '-z',
    '--name-only',
    '--no-renames',
    head,
    base,
  ]);
  const paths = names.toString().split('\0').filter(Boolean);
  if (paths.length === 0) return { commit: undefined, tree, reverted: [], leftOut, paths };
  const env = {
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_AUTHOR_DATE: `@${author.time} +0000`,
    GIT_COMMITTER_NAME: author.name,
    GIT_COMMITTER_EMAIL: author.email,
    GIT_COMMITTER_DATE: `@${author.time} +0000`,
  };
  const made = await git(workshop.folder, ['commit-tree', tree, '-p', head], {
    input: message(reverted),
    env,
  });
  return { commit: made.toString().trim(), tree, reverted, leftOut, paths };
}

function conflicting({ conflicts, faults }: Extract<ApplyResult, { kind: 'conflict' }>): string[] {
  const paths = [...conflicts, ...faults].flatMap(({ path }) => path ?? []);
  return [...new Set(paths)].sort();
}

/** What takes a commit back, as a patch; or the files in which nobody can tell what a merge did of itself. */
type Reverse = { readonly diff: Buffer } | { readonly conflicting: readonly string[] };

async function reverseOf(workshop: Workshop, commit: string): Promise<Reverse> {
  const parents = (await gitText(workshop.folder, ['rev-list', '--parents', '-n', '1', commit])).split(' ');
  const [, one, other, more] = parents;
  if (other === undefined || one === undefined)
    return { diff: await patchOf(workshop, ['-R', '--root', '--no-commit-id', commit]) };
  // Of more than two sides Git makes no tree by itself.
  if (more !== undefined) return { conflicting: [] };
  const merged = await autoMerged(workshop, one, other);
  if ('conflicting' in merged) return merged;
  return { diff: await patchOf(workshop, [commit, merged.tree]) };
}

function patchOf({ folder }: Workshop, of: readonly string[]): Promise<Buffer> {
  return git(folder, [
    ...['diff-tree', '-r', '-p', '--binary', '--full-index', '--no-renames'],
    ...['--no-ext-diff', '--no-textconv', '--no-color', '--src-prefix=a/', '--dst-prefix=b/', ...of],
  ]);
}

/** What Git makes of two sides by itself (git-merge-tree(1)); or the files where it cannot. */
async function autoMerged(
  { folder }: Workshop,
  one: string,
  other: string,
): Promise<{ readonly tree: string } | { readonly conflicting: readonly string[] }> {
  const args = [
    'merge-tree',
    '--write-tree',
    '-z',
    '--name-only',
    '--no-messages',
    '--allow-unrelated-histories',
  ];
  const { status, stdout, stderr } = await gitOutcome(folder, [...args, one, other]);
  const [tree = '', ...conflicting] = stdout.toString().split('\0').filter(Boolean);
  if (status === 0) return { tree };
  if (status === 1) return { conflicting: [...new Set(conflicting)].sort() };
  throw new GitFailure(args, status, stderr);
}
