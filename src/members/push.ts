import { headBranch, headNow } from '../git/head.ts';
import { land } from '../git/land.ts';
import type { ObjectReader } from '../git/objects.ts';
import type { Source } from '../git/open.ts';
import { refusedPush } from '../git/pushed-changes.ts';
import {
  comesFrom,
  commitsBetween,
  indexPack,
  isConnected,
  isDeletion,
  type Push,
  type PushCommand,
  type PushResult,
} from '../git/receive-pack.ts';
import { PATCH_LIMITS, type PatchLimits } from '../git/refused-changes.ts';
import type { Workshop } from '../git/workshop.ts';
import type { ChangedFindings } from '../wiki/checks/check-change.ts';

/** What members may push: files of other kinds than text too. */
export const PUSH_LIMITS: PatchLimits = { ...PATCH_LIMITS, binary: true, bytesOfFile: 20 * 1024 * 1024 };

/** Of a push, as it comes and as it unpacks. */
export const MAX_PUSH_BYTES = 100 * 1024 * 1024;

/** More commits are no series that somebody reviews. */
const MAX_PROPOSED = 50;

export interface PushPlace {
  readonly source: Source;
  readonly workshop: Workshop;
  readonly wiki: ObjectReader;
  /** What a commit would break and mend. */
  readonly check: (change: {
    readonly base: string;
    readonly tip: string;
  }) => Promise<ChangedFindings | undefined>;
  /** Proposes commits instead, the oldest first, where the push asks for it (`git push -o propose`). */
  readonly propose: (commits: readonly string[]) => Promise<void>;
  /** Whether who pushes may still: asked once more at the last moment. */
  readonly mayPush: () => Promise<boolean>;
}

/** What came of a push. */
export interface Pushed {
  readonly unpacked: string;
  readonly results: readonly PushResult[];
  readonly landed?: { readonly base: string; readonly commit: string };
  /** Whether it was proposed instead. */
  readonly isProposed?: true;
  /** What it breaks and mends; undefined where it was not found out. */
  readonly findings?: ChangedFindings | undefined;
}

/**
 * Takes a push: one branch, the one that is shown, moved forward by commits that change what may be changed. Its objects are
 * looked at in the workshop, and come to the wiki's repository when all is well.
 */
export async function takePush(place: PushPlace, push: Push, file: string): Promise<Pushed> {
  const refuse = (refusal: string, unpacked = 'ok'): Pushed => ({
    unpacked,
    results: push.commands.map(({ ref }) => ({ ref, refusal })),
  });
  const { source, workshop, wiki } = place;
  const branch = await headBranch(source.gitDir);
  const head = await headNow(wiki, source.gitDir);
  const [command, ...others] = push.commands;
  if (!command || !branch || head === undefined) return refuse('the wiki has no branch');
  if (source.kind !== 'repository') return refuse('the home of this wiki is elsewhere: push there');
  if (others.length > 0) return refuse('push one branch at a time');
  const refusal = refusedCommand(command, branch, head);
  if (refusal) return refuse(refusal);
  if (push.packAt !== undefined) {
    const fault = await indexPack(workshop, file, { at: push.packAt, maxBytes: MAX_PUSH_BYTES });
    if (fault !== undefined) return refuse('the objects are refused', fault);
  }
  const { after } = command;
  if (!(await isConnected(workshop, after, head))) return refuse('objects are missing: push again');
  if (!(await comesFrom(workshop, after, head))) return refuse('non-fast-forward: pull first');
  const refused = await refusedPush(workshop, { base: head, tip: after }, PUSH_LIMITS);
  if (refused) return refuse(`${refused.reason}${refused.path === undefined ? '' : `: ${refused.path}`}`);
  const findings = await place.check({ base: head, tip: after });
  if (!(await place.mayPush())) return refuse('you may not push any more');
  if (push.options.includes('propose')) {
    const commits = await commitsBetween(workshop, head, after);
    if (commits.length === 0 || commits.length > MAX_PROPOSED)
      return refuse(`between 1 and ${MAX_PROPOSED} commits are proposed at a time, and no merges`);
    await place.propose(commits);
    return { unpacked: 'ok', results: [{ ref: branch }], isProposed: true, findings };
  }
  const landed = await land(workshop, branch, after, head);
  if (landed === 'moved') return refuse('somebody pushed meanwhile: pull first');
  if (landed === 'dirty') return refuse('the working copy of the wiki has changes that nobody committed');
  return { unpacked: 'ok', results: [{ ref: branch }], landed: { base: head, commit: after }, findings };
}

function refusedCommand(command: PushCommand, branch: string, head: string): string | undefined {
  const { ref, before } = command;
  const short = branch.replace(/^refs\/heads\//, '');
  if (ref !== branch) return `only ${short} is taken here: git push origin HEAD:${short}`;
  if (isDeletion(command)) return 'the branch of the wiki is not deleted';
  return before === head ? undefined : 'somebody pushed meanwhile: pull first';
}
