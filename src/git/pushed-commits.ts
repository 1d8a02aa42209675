import type { PushedCommit } from './pushed-changes.ts';
import { gitOutcome, gitText } from './run.ts';
import type { Workshop } from './workshop.ts';

/** Nothing that is looked at takes longer. */
const TIMEOUT_MS = 60_000;

/** The largest that a commit of a wiki is, its message included. */
const MAX_COMMIT_BYTES = 64 * 1024;

/** Why the commits of a push are not taken. */
export type CommitsFault = 'missing' | 'too-many-commits' | 'commit-too-large';

/** The commits after `base`, the newest first, with those before each; or what is wrong with them, whatever they change. */
export async function pushedCommits(
  { folder }: Workshop,
  { base, tip }: { readonly base: string; readonly tip: string },
  maxCommits: number,
): Promise<readonly PushedCommit[] | CommitsFault> {
  const timeoutMs = TIMEOUT_MS;
  const most = `--max-count=${maxCommits + 1}`;
  const listed = await gitOutcome(folder, ['rev-list', '--parents', most, tip, `^${base}`], { timeoutMs });
  if (listed.status !== 0) return 'missing';
  const commits = listed.stdout.toString().split('\n').slice(0, -1).map(readCommit);
  if (commits.length > maxCommits) return 'too-many-commits';
  const input = commits.map(({ id }) => `${id}\n`).join('');
  const sizes = await gitText(folder, ['cat-file', '--batch-check=%(objectsize)'], { input, timeoutMs });
  if (sizes.split('\n').some((size) => Number(size) > MAX_COMMIT_BYTES)) return 'commit-too-large';
  const walked = ['rev-list', '--objects', '--quiet', tip, `^${base}`];
  return (await gitOutcome(folder, walked, { timeoutMs })).status === 0 ? commits : 'missing';
}

function readCommit(line: string): PushedCommit {
  const [id = '', ...parents] = line.split(' ');
  return { id, parents };
}

/** The commits after one, the oldest first, up to another one; merges are left out. */
export async function commitsBetween({ folder }: Workshop, base: string, tip: string): Promise<string[]> {
  const listed = await gitText(folder, ['rev-list', '--reverse', '--no-merges', tip, `^${base}`]);
  return listed === '' ? [] : listed.split('\n');
}

/** Whether the second commit is among those that the first comes from. */
export async function comesFrom(
  { folder }: Pick<Workshop, 'folder'>,
  commit: string,
  ancestor: string,
): Promise<boolean> {
  return (await gitOutcome(folder, ['merge-base', '--is-ancestor', ancestor, commit])).status === 0;
}
