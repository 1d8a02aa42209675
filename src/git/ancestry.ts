import type { ObjectReader } from './objects.ts';
import { GitFailure, gitText } from './run.ts';

/**
 * The commits that `from` has and `to` has not: those a forced push took away, none when `to` follows `from`. Undefined
 * when the repository no longer has `from`.
 */
export async function commitsLost(
  objects: ObjectReader,
  gitDir: string,
  from: string,
  to: string,
): Promise<readonly string[] | undefined> {
  if (await isJustBehind(objects, from, to)) return [];
  try {
    const lines = await gitText(gitDir, ['rev-list', from, `^${to}`, '--']);
    return lines === '' ? [] : lines.split('\n');
  } catch (error) {
    if (error instanceof GitFailure && error.exitCode === 128) return undefined;
    throw error;
  }
}

/** Commits of one push that are followed back without a process. */
const MAX_FOLLOWED = 50;

/** Whether `to` follows `from` by few first parents, as after most pushes. */
async function isJustBehind(objects: ObjectReader, from: string, to: string): Promise<boolean> {
  let commit: string | undefined = to;
  for (let step = 0; step <= MAX_FOLLOWED; step += 1) {
    if (commit === from) return true;
    commit = await objects.idOf(`${commit}^`);
    if (commit === undefined) return false;
  }
  return false;
}
