import { GitFailure, git, gitText } from './run.ts';

/** Whether one commit is an ancestor of another, or the same; undefined when the repository does not have them both. */
export async function isAncestor(
  gitDir: string,
  ancestor: string,
  descendant: string,
): Promise<boolean | undefined> {
  try {
    await git(gitDir, ['merge-base', '--is-ancestor', ancestor, descendant]);
    return true;
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    return error.exitCode === 1 ? false : undefined;
  }
}

/** The commits that `from` has and `to` has not: those a forced push took away. */
export async function commitsLost(gitDir: string, from: string, to: string): Promise<string[]> {
  const lines = await gitText(gitDir, ['rev-list', from, `^${to}`, '--']);
  return lines === '' ? [] : lines.split('\n');
}
