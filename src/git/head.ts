import { Unavailable } from '../config/errors.ts';
import type { ObjectReader } from './objects.ts';
import { GitFailure, gitText } from './run.ts';

/**
 * The commit the repository's HEAD leads to; undefined when its branch has no commit yet, or is gone. Throws
 * {@link Unavailable} when the repository cannot be read.
 */
export async function headCommit(gitDir: string): Promise<string | undefined> {
  const commit = await resolve(gitDir, 'HEAD^{commit}');
  if (commit !== undefined) return commit;
  const named = await resolve(gitDir, 'HEAD');
  if (named === undefined) return undefined;
  throw new Unavailable(
    `Commit ${named} is missing from the repository.`,
    'Fetch the whole repository: a partial or damaged clone cannot be served.',
  );
}

/** As {@link headCommit}, without a process of its own where the branch has a commit. */
export async function headNow(objects: ObjectReader, gitDir: string): Promise<string | undefined> {
  return (await objects.idOf('HEAD^{commit}')) ?? (await headCommit(gitDir));
}

async function resolve(gitDir: string, revision: string): Promise<string | undefined> {
  try {
    return await gitText(gitDir, ['rev-parse', '--verify', '--quiet', '--end-of-options', revision]);
  } catch (error) {
    if (error instanceof GitFailure && error.exitCode === 1) return undefined;
    throw error;
  }
}

/** When a commit was made, in seconds since 1970 UTC; undefined of what the repository has not. */
export async function commitTime(gitDir: string, commit: string): Promise<number | undefined> {
  try {
    return Number(await gitText(gitDir, ['show', '--no-patch', '--format=%ct', '--end-of-options', commit]));
  } catch (error) {
    if (error instanceof GitFailure) return undefined;
    throw error;
  }
}

/** The full name of the branch that HEAD names (`refs/heads/main`), born or not; undefined when HEAD is a commit. */
export async function headBranch(gitDir: string): Promise<string | undefined> {
  try {
    return await gitText(gitDir, ['symbolic-ref', '--quiet', 'HEAD']);
  } catch (error) {
    if (error instanceof GitFailure && error.exitCode === 1) return undefined;
    throw error;
  }
}
