import { GitFailure, gitStream } from './run.ts';

/** Lines that follow each other and that one commit wrote; `first` counts from 1. */
export interface BlamedLines {
  readonly commit: string;
  readonly first: number;
  readonly count: number;
}

const TIMEOUT_MS = 10_000;

/** `--incremental` (git-blame(1)) tells a group of lines by its commit, its line there, its line here, and its length. */
const GROUP = /^([0-9a-f]{40,64}) \d+ (\d+) (\d+)$/;

/**
 * Which commit wrote each line that a file has in a commit, through renames, by line. Undefined when git takes too long.
 * A path that is not UTF-8 cannot be asked for.
 */
export async function blameFile(
  gitDir: string,
  commit: string,
  path: string,
): Promise<readonly BlamedLines[] | undefined> {
  const groups: BlamedLines[] = [];
  let rest = '';
  try {
    for await (const chunk of gitStream(gitDir, ['blame', '--incremental', commit, '--', path], {
      timeoutMs: TIMEOUT_MS,
    })) {
      const lines = (rest + chunk.toString('latin1')).split('\n');
      rest = lines.pop() as string;
      for (const line of lines) {
        const [, id, first, count] = GROUP.exec(line) ?? [];
        if (id !== undefined) groups.push({ commit: id, first: Number(first), count: Number(count) });
      }
    }
  } catch (error) {
    if (error instanceof GitFailure && error.exitCode === null) return undefined;
    throw error;
  }
  return joined(groups.sort((a, b) => a.first - b.first));
}

/** Git may tell in parts what one commit wrote in one go. */
function joined(groups: readonly BlamedLines[]): BlamedLines[] {
  const whole: BlamedLines[] = [];
  for (const group of groups) {
    const last = whole.at(-1);
    const follows = last?.commit === group.commit && last.first + last.count === group.first;
    if (last && follows) whole[whole.length - 1] = { ...last, count: last.count + group.count };
    else whole.push(group);
  }
  return whole;
}
