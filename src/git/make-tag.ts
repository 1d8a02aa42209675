import { isDeletion, type PushCommand } from './push-request.ts';
import { comesFrom } from './pushed-commits.ts';
import { git, gitOutcome, gitText } from './run.ts';
import type { Workshop } from './workshop.ts';

/** Why a tag is not made. */
export type TagFault = 'name' | 'deletion' | 'taken' | 'not-a-commit' | 'not-on-the-branch' | 'too-large';

/** What a tag says. */
const MAX_TAG_BYTES = 64 * 1024;

const MAX_NAME = 200;

export const isTag = ({ ref }: PushCommand) => ref.startsWith('refs/tags/');

/**
 * Makes a tag that was pushed, in the wiki's repository: of a commit that `on` comes from, which was looked at with the branch.
 * One that is there stays: to send it again is no fault, and to move it is.
 */
export async function makeTag(
  workshop: Workshop,
  command: PushCommand,
  on: string,
): Promise<TagFault | undefined> {
  const { ref, after } = command;
  const { folder, gitDir } = workshop;
  if (isDeletion(command)) return 'deletion';
  const isName =
    ref.length <= MAX_NAME && (await gitOutcome(undefined, ['check-ref-format', ref])).status === 0;
  if (!isName) return 'name';
  const here = await gitOutcome(gitDir, ['rev-parse', '--verify', '--quiet', ref]);
  if (here.status === 0) return here.stdout.toString().trim() === after ? undefined : 'taken';
  const type = await gitOutcome(folder, ['cat-file', '-t', after]);
  const isAnnotated = type.stdout.toString().trim() === 'tag';
  if (isAnnotated && Number(await gitText(folder, ['cat-file', '-s', after])) > MAX_TAG_BYTES)
    return 'too-large';
  const commit = isAnnotated ? await tagged(folder, after) : after;
  if (commit === undefined || (!isAnnotated && type.stdout.toString().trim() !== 'commit'))
    return 'not-a-commit';
  if (!(await comesFrom(workshop, on, commit))) return 'not-on-the-branch';
  if (isAnnotated) {
    const input = await git(folder, ['cat-file', 'tag', after]);
    await git(gitDir, ['hash-object', '-t', 'tag', '-w', '--stdin'], { input });
  }
  const made = await gitOutcome(gitDir, ['update-ref', ref, after, '0'.repeat(after.length)]);
  return made.status === 0 ? undefined : 'taken';
}

/** The commit that an annotated tag names itself: a tag of a tag is none of a commit. */
async function tagged(folder: string, id: string): Promise<string | undefined> {
  const text = await gitText(folder, ['cat-file', 'tag', id]);
  return /^object ([0-9a-f]+)\ntype commit\n/.exec(text)?.[1];
}
