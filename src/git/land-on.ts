import { Unavailable } from '../config/errors.ts';
import { HomeAway, pushHome } from './home.ts';
import { type Landed, type Landing, land } from './land.ts';
import { refreshSource, type Source } from './open.ts';
import { comesFrom } from './pushed-commits.ts';
import type { Workshop } from './workshop.ts';

/** Whether commits can be put on the branch of a wiki from here. */
export function takesCommits({ kind, home }: Pick<Source, 'kind' | 'home'>): boolean {
  return kind === 'repository' || (kind === 'remote' && home !== undefined);
}

/**
 * Puts a commit of the workshop on the branch of a wiki, wherever that has its home. A home elsewhere has it first, and the
 * mirror follows: what is shown here is there. Throws {@link HomeAway} where the home does not take it now.
 */
export async function landOn(
  source: Source,
  workshop: Workshop,
  landing: Landing,
): Promise<Landed | 'elsewhere'> {
  const { branch, commit, isForced } = landing;
  if (source.kind === 'repository') return await land(workshop, branch, landing);
  // What is dropped there is dropped by who keeps that repository.
  if (isForced) return 'elsewhere';
  if (!takesCommits(source) || !source.home) return 'elsewhere';
  if ((await pushHome(source.home, workshop.folder, landing)) === 'moved') {
    await refreshHome(source);
    // Where an answer was lost, Git may have pushed once more what was there already.
    return (await comesFrom({ folder: source.gitDir }, branch, commit)) ? 'landed' : 'moved';
  }
  // The next fetch does it where something came between.
  await land(workshop, branch, landing);
  return 'landed';
}

/** Fetches from a home elsewhere, to know what it has. Throws {@link HomeAway}. */
export async function refreshHome(source: Source): Promise<void> {
  if (source.kind !== 'remote' || !source.home) return;
  try {
    await refreshSource(source);
  } catch (cause) {
    if (!(cause instanceof Unavailable)) throw cause;
    throw new HomeAway(cause.message, cause.remedy, { cause });
  }
}
