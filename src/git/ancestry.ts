import { GitFailure, gitText } from './run.ts';

/**
 * The commits that `from` has and `to` has not: those a forced push took away, none when `to` follows `from`. Undefined
 * when the repository no longer has `from`.
 */
export async function commitsLost(
  gitDir: string,
  from: string,
  to: string,
): Promise<readonly string[] | undefined> {
  try {
    const lines = await gitText(gitDir, ['rev-list', from, `^${to}`, '--']);
    return lines === '' ? [] : lines.split('\n');
  } catch (error) {
    if (error instanceof GitFailure && error.exitCode === 128) return undefined;
    throw error;
  }
}
