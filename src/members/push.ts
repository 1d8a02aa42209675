import { SEVERITIES, type Severity } from '../config/check-rules.ts';
import { headBranch, headNow } from '../git/head.ts';
import { HomeAway } from '../git/home.ts';
import { indexPack } from '../git/index-pack.ts';
import { landOn, takesCommits } from '../git/land-on.ts';
import { isTag } from '../git/make-tag.ts';
import { ObjectReader } from '../git/objects.ts';
import type { Source } from '../git/open.ts';
import { isDeletion, type PushCommand, type PushRequest } from '../git/push-request.ts';
import { type PushedCommit, type PushRefusal, refusedPush } from '../git/pushed-changes.ts';
import { comesFrom, commitsBetween, pushedCommits } from '../git/pushed-commits.ts';
import type { PushResult } from '../git/receive-pack.ts';
import { PATCH_LIMITS, type PatchLimits } from '../git/refused-changes.ts';
import { touchedPaths } from '../git/touched-paths.ts';
import type { Workshop } from '../git/workshop.ts';
import type { ChangedFindings } from '../wiki/checks/check-change.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { COMMITS_FAULTS, changeRefusal, PACK_FAULTS } from './push-refusals.ts';
import { MAX_TAGS, takeTags } from './push-tags.ts';

/** Of a push, as it comes and as its files unpack. */
export const MAX_PUSH_BYTES = 100 * 1024 * 1024;

/** What members may push: files of other kinds than text too. */
export const PUSH_LIMITS: PatchLimits = {
  ...PATCH_LIMITS,
  binary: true,
  bytesOfFile: 20 * 1024 * 1024,
  bytes: MAX_PUSH_BYTES,
};

const PACK_LIMITS = { bytes: MAX_PUSH_BYTES, objects: 100_000, milliseconds: 300_000 };

const MAX_COMMITS = 5_000;

/** More commits are no series that somebody reviews. */
const MAX_PROPOSED = 50;

export interface PushPlace {
  readonly source: Source;
  /** Where the objects of this push are kept until it is known what becomes of them. */
  readonly quarantine: Workshop;
  readonly wiki: ObjectReader;
  /** What a commit would break and mend. */
  readonly check: Wiki['checkChange'];
  /** From which severity on what a push breaks refuses it. */
  readonly refuse: Severity | 'never';
  /** Proposes commits instead, the oldest first, where the push asks for it (`git push -o propose`). */
  readonly propose: (commits: readonly string[]) => Promise<void>;
  /** Why who pushes may not force, or make tags; undefined when they may. */
  readonly special: (what: 'force' | 'tags') => Promise<string | undefined>;
  /** Why who pushes may not, asked once more at the last moment; undefined when they may. */
  readonly refusal: (asked: AskedPush) => Promise<string | undefined>;
}

/** What somebody wants to push. */
export interface AskedPush {
  /** Whether it is to be proposed: it changes nothing. */
  readonly proposes: boolean;
  /** All the paths that its commits touch. */
  readonly touched: () => Promise<readonly string[]>;
}

/** What came of a push. */
export interface Pushed {
  readonly unpacked: string;
  readonly results: readonly PushResult[];
  readonly landed?: { readonly base: string; readonly commit: string; readonly isForced: boolean };
  /** The tags that were made. */
  readonly tags?: readonly string[];
  /** Whether it was proposed instead. */
  readonly isProposed?: true;
  /** What it breaks and mends; undefined where it was not found out. */
  readonly findings?: ChangedFindings | undefined;
  /** Why it was refused, and what to do. */
  readonly sentence?: string;
}

/**
 * Takes a push: one branch, the one that is shown, moved forward by commits that change what may be changed; and tags, where the
 * settings have them. Its objects are looked at in quarantine, and come to the wiki's repository when all is well.
 */
export async function takePush(
  place: PushPlace,
  push: PushRequest,
  pack: AsyncIterator<Uint8Array>,
): Promise<Pushed> {
  const refuse = (refusal: string, more: Partial<Pushed> = {}): Pushed => ({
    unpacked: 'ok',
    results: push.commands.map(({ ref }) => ({ ref, refusal })),
    ...more,
  });
  const { source, quarantine, wiki } = place;
  if (push.isCut) return refuse('push one branch at a time');
  if (push.packAt !== undefined) {
    const bad = await indexPack(quarantine, pack, PACK_LIMITS);
    if (bad) {
      const sentence = PACK_FAULTS[bad.fault];
      return refuse('the objects are refused', { unpacked: bad.said || sentence, sentence });
    }
  }
  const branch = await headBranch(source.gitDir);
  const head = await headNow(wiki, source.gitDir);
  const tags = push.commands.filter(isTag);
  const [command, ...others] = push.commands.filter((one) => !isTag(one));
  if ((!command && tags.length === 0) || !branch || head === undefined)
    return refuse('the wiki has no branch');
  if (!takesCommits(source)) return refuse('the home of this wiki is elsewhere: push there');
  if (others.length > 0) return refuse('push one branch at a time');
  const mayNotTag = tags.length > 0 ? await refusedTags(place, push, tags) : undefined;
  if (mayNotTag !== undefined) return refuse(mayNotTag);
  const taken = command && (await takeBranch(place, push, command, { branch, head }, refuse));
  if (taken && !taken.landed) return taken;
  // A role may be taken back while the branch is looked at.
  const late = tags.length > 0 ? await place.special('tags') : undefined;
  const made =
    late === undefined
      ? await takeTags(quarantine, tags, taken?.landed?.commit ?? head)
      : tags.map(({ ref }) => ({ ref, refusal: late }));
  return {
    ...taken,
    unpacked: 'ok',
    results: [...(taken?.results ?? []), ...made],
    tags: made.filter(({ refusal }) => refusal === undefined).map(({ ref }) => ref),
  };
}

/** Why tags are not taken at all. */
async function refusedTags(
  { source, special }: PushPlace,
  push: PushRequest,
  tags: readonly PushCommand[],
): Promise<string | undefined> {
  if (push.options.includes('propose')) return 'tags are not proposed: push them by themselves';
  if (source.kind !== 'repository') return 'tags are not taken here: push them to the home of this wiki';
  if (tags.length > MAX_TAGS) return `more than ${MAX_TAGS} tags: push fewer at a time`;
  return await special('tags');
}

/** Takes what is pushed to the branch that is shown. */
async function takeBranch(
  place: PushPlace,
  push: PushRequest,
  command: PushCommand,
  { branch, head }: { readonly branch: string; readonly head: string },
  refuse: (refusal: string, more?: Partial<Pushed>) => Pushed,
): Promise<Pushed> {
  const { source, quarantine } = place;
  const refusal = refusedCommand(command, branch, head);
  if (refusal) return refuse(refusal);
  const { after } = command;
  const change = { base: head, tip: after };
  const commits = await pushedCommits(quarantine, change, MAX_COMMITS);
  if (typeof commits === 'string') return refuse(COMMITS_FAULTS[commits]);
  const proposes = push.options.includes('propose');
  const isForced = !(await comesFrom(quarantine, after, head));
  const mayNotForce = isForced ? await refusedForce(place, proposes) : undefined;
  if (mayNotForce !== undefined) return refuse(mayNotForce);
  const { refused, findings } = await lookAt(place, commits, change);
  if (refused) {
    const { brief, sentence } = changeRefusal(refused);
    return refuse(brief, { sentence });
  }
  const touched = () => touchedPaths(quarantine, { base: head, tip: after });
  const mayNot =
    (await place.refusal({ proposes, touched })) ?? (isForced ? await place.special('force') : undefined);
  if (mayNot !== undefined) return refuse(mayNot);
  if (proposes) {
    const proposed = await commitsBetween(quarantine, head, after);
    if (proposed.length === 0 || proposed.length > MAX_PROPOSED)
      return refuse(`between 1 and ${MAX_PROPOSED} commits are proposed at a time, and no merges`);
    await place.propose(proposed);
    return { unpacked: 'ok', results: [{ ref: branch }], isProposed: true, findings };
  }
  if (breaks(findings, place.refuse))
    return refuse('it breaks what is told above: mend it, or push -o propose', { findings });
  const landing = { branch, commit: after, base: head, isForced };
  const landed = await landOn(source, quarantine, landing).catch((error) => {
    if (error instanceof HomeAway) return error;
    throw error;
  });
  if (landed instanceof HomeAway)
    return refuse('the home of this wiki did not take it: push again later', { sentence: landed.message });
  if (landed === 'moved') return refuse('somebody pushed meanwhile: pull first');
  if (landed === 'dirty') return refuse('the working copy of the wiki has changes that nobody committed');
  const made = { base: head, commit: after, isForced };
  return { unpacked: 'ok', results: [{ ref: branch }], landed: made, findings };
}

/** Why commits that others have are not dropped. */
async function refusedForce({ source, special }: PushPlace, proposes: boolean): Promise<string | undefined> {
  if (proposes) return 'non-fast-forward: pull first';
  if (source.kind !== 'repository')
    return 'non-fast-forward: force it at the home of this wiki, or pull first';
  return await special('force');
}

/** What commits change that may not be, else what they break and mend. */
async function lookAt(
  { quarantine, check }: PushPlace,
  commits: readonly PushedCommit[],
  change: { readonly base: string; readonly tip: string },
): Promise<{ readonly refused?: PushRefusal; readonly findings?: ChangedFindings | undefined }> {
  const objects = new ObjectReader(quarantine.folder);
  try {
    const refused = await refusedPush(objects, commits, PUSH_LIMITS);
    if (refused) return { refused };
    return { findings: await check({ gitDir: quarantine.folder, objects }, change) };
  } finally {
    objects.close();
  }
}

/** Whether a change adds something at least as grave. */
function breaks(findings: ChangedFindings | undefined, from: Severity | 'never'): boolean {
  if (from === 'never' || !findings) return false;
  return findings.added.some(({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(from));
}

function refusedCommand(command: PushCommand, branch: string, head: string): string | undefined {
  const { ref, before } = command;
  const short = branch.replace(/^refs\/heads\//, '');
  if (isDeletion(command)) return 'nothing is deleted by a push';
  if (ref !== branch) return `only ${short} is taken here: git push origin HEAD:${short}`;
  return before === head ? undefined : 'somebody pushed meanwhile: pull first';
}
