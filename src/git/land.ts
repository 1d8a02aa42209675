import { GitFailure, git, gitStream, gitText, spawnGit } from './run.ts';
import type { Workshop } from './workshop.ts';

/** What is to be put on a branch whose newest commit is `base`. */
export interface Landing {
  readonly branch: string;
  readonly commit: string;
  readonly base: string;
  /** Whether it need not come from `base`, whose commits are dropped then. */
  readonly isForced?: boolean;
}

/** What came of putting a commit on a branch: somebody else may have moved it. */
export type Landed = 'landed' | 'moved' | 'dirty';

/**
 * Puts a commit of the workshop on the branch of the wiki's repository, whose newest commit must be `base`: its objects
 * first, then the branch, in one step. The files of a working copy follow; changes there that are not committed are not
 * lost: then nothing is done (`dirty`). `isForced`: the commit may come from another one than `base`.
 */
export async function land(
  workshop: Workshop,
  branch: string,
  { commit, base, isForced = false }: Omit<Landing, 'branch'>,
): Promise<Landed> {
  const { gitDir } = workshop;
  await copyObjects(workshop, commit, base);
  if ((await gitText(gitDir, ['rev-parse', '--is-bare-repository'])) === 'true') {
    try {
      await git(gitDir, ['update-ref', '-m', 'greffe: apply', branch, commit, base]);
      return 'landed';
    } catch (error) {
      if (error instanceof GitFailure && (await gitText(gitDir, ['rev-parse', branch])) !== base)
        return 'moved';
      throw error;
    }
  }
  if ((await gitText(gitDir, ['rev-parse', 'HEAD'])) !== base) return 'moved';
  const own = await gitText(gitDir, ['rev-parse', '--absolute-git-dir']);
  // Of a linked working copy nothing here tells where its files are.
  if (!own.endsWith('/.git')) return 'dirty';
  const cwd = own.slice(0, -'/.git'.length);
  try {
    const move = isForced
      ? ['reset', '--quiet', '--keep']
      : ['merge', '--quiet', '--ff-only', '--no-autostash'];
    await git(undefined, [...move, commit], { cwd });
    return 'landed';
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    return (await gitText(gitDir, ['rev-parse', 'HEAD'])) === base ? 'dirty' : 'moved';
  }
}

/** What the wiki's repository does not have of a commit. */
async function copyObjects({ folder, gitDir }: Workshop, commit: string, base: string): Promise<void> {
  const packed = gitStream(folder, ['pack-objects', '--revs', '--stdout', '--quiet', '--thin'], {
    input: `${commit}\n^${base}\n`,
  });
  const unpacking = spawnGit(gitDir, ['unpack-objects', '-q', '--strict'], { keepInput: true });
  let said = '';
  unpacking.stderr.on('data', (text: Buffer) => {
    said += text;
  });
  const ended = new Promise<number | null>((resolve) => unpacking.on('close', resolve));
  unpacking.stdout.resume();
  for await (const chunk of packed)
    if (!unpacking.stdin.write(chunk))
      await Promise.race([new Promise((resolve) => unpacking.stdin.once('drain', resolve)), ended]);
  unpacking.stdin.end();
  const status = await ended;
  if (status !== 0) throw new GitFailure(['unpack-objects'], status, said);
}
