import { GitFailure, gitText } from './run.ts';

/** The commit that a revision names (gitrevisions); undefined when there is none. */
export function commitOf(gitDir: string, revision: string): Promise<string | undefined> {
  return answered(gitDir, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
}

/** The newest commit from which both of these come; undefined when there is none, or when it is not here. */
export function mergeBase(gitDir: string, one: string, other: string): Promise<string | undefined> {
  return answered(gitDir, ['merge-base', one, other]);
}

/** Whether the beginning of the history was not fetched. */
export async function isShallow(gitDir: string): Promise<boolean> {
  return (await gitText(gitDir, ['rev-parse', '--is-shallow-repository'])) === 'true';
}

async function answered(gitDir: string, args: readonly string[]): Promise<string | undefined> {
  try {
    return await gitText(gitDir, args);
  } catch (error) {
    if (error instanceof GitFailure && (error.exitCode === 1 || error.exitCode === 128)) return undefined;
    throw error;
  }
}
