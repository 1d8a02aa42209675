import type { Committer } from '../git/apply-patch.ts';
import { headBranch, headNow } from '../git/head.ts';
import { landOn, refreshHome, takesCommits } from '../git/land-on.ts';
import type { ObjectReader } from '../git/objects.ts';
import type { Source } from '../git/open.ts';
import { GitFailure, git } from '../git/run.ts';
import { diffTrees, type TreeDifference } from '../git/tree-difference.ts';
import type { ProposalMessageTable } from '../store/proposal-tables.ts';
import type { Asked } from './decide.ts';
import { nameOf, type Telling } from './notices.ts';
import { trailersOf, withTrailers } from './trailers.ts';
import { applyMended, limitsFor, patchesOf, type TrialPlace } from './trial.ts';

/** Of putting a commit on a branch that others move. */
const MAX_TRIES = 5;

/** What came of applying a proposal: the commit that the branch is at, or why it was left as it was. */
export type Applied =
  | { readonly kind: 'applied'; readonly commit: string }
  | { readonly kind: 'not'; readonly why: 'changed' | 'trouble' | 'dirty' | 'elsewhere' | 'away' | 'role' };

export interface ApplyPlace extends TrialPlace {
  readonly source: Source;
  /** The wiki's objects. */
  readonly wiki: ObjectReader;
}

const not = (why: Extract<Applied, { kind: 'not' }>['why']): Applied => ({ kind: 'not', why });

/**
 * Makes the commits of a proposal anew, of today's wiki and of who decided, and puts them on its branch: all or none, and
 * only where they change what was seen when it was decided. `landing` is told of the commit before the branch moves, so that
 * after a crash it is known whether it did; it says whether who decided still may. Throws `HomeAway` where the home of the wiki, elsewhere, does not take it now.
 */
export async function applyProposal(
  place: ApplyPlace,
  telling: Telling,
  {
    messages,
    asked,
    landing,
  }: {
    readonly messages: readonly ProposalMessageTable[];
    readonly asked: Asked;
    readonly landing: (commit: string) => Promise<boolean>;
  },
): Promise<Applied> {
  const { source, workshop, wiki } = place;
  if (asked.landing !== undefined) {
    // A home elsewhere may have it, though its answer was lost.
    await refreshHome(source);
    if (await isOn(workshop.gitDir, asked.landing)) return { kind: 'applied', commit: asked.landing };
  }
  const branch = await headBranch(source.gitDir);
  if (!takesCommits(source) || branch === undefined) return not('elsewhere');
  const mails = messages.filter(({ kind }) => kind === 'patch');
  const patches = (await patchesOf(place, messages)).map((patch, at) => ({
    ...patch,
    message: withTrailers(patch.message, trailersOf(telling, mails[at])),
  }));
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const base = await headNow(wiki, source.gitDir);
    if (base === undefined) return not('trouble');
    const now = Math.floor(Date.now() / 1000);
    const committer: Committer = { name: nameOf(asked.by), email: asked.by, time: now };
    const options = { committer, limits: await limitsFor(place, messages) };
    const { result: made } = await applyMended(workshop, base, patches, options);
    if (made.kind !== 'applied') return not('trouble');
    const commit = made.commits.at(-1)?.commit as string;
    if (!(await isSame(place.objects, asked.seen, { base, commit, patches: patches.length })))
      return not('changed');
    if (!(await landing(commit))) return not('role');
    const landed = await landOn(source, workshop, { branch, commit, base });
    if (landed === 'landed') return { kind: 'applied', commit };
    if (landed === 'dirty') return not('dirty');
  }
  return not('changed');
}

/** Whether what was seen changes the same files to the same contents. */
async function isSame(
  objects: ObjectReader,
  seen: string | null,
  { base, commit, patches }: { readonly base: string; readonly commit: string; readonly patches: number },
): Promise<boolean> {
  if (seen === null) return false;
  const before = await objects.idOf(`${seen}~${patches}`);
  if (before === undefined) return false;
  return (await changesOf(objects, before, seen)) === (await changesOf(objects, base, commit));
}

/** Every file that differs, and what it becomes. */
async function changesOf(objects: ObjectReader, from: string, to: string): Promise<string> {
  const changes: TreeDifference[] = [];
  for await (const change of diffTrees(objects, from, to)) changes.push(change);
  return JSON.stringify(changes);
}

/** Whether the branch has a commit. */
async function isOn(gitDir: string, commit: string): Promise<boolean> {
  try {
    await git(gitDir, ['merge-base', '--is-ancestor', commit, 'HEAD']);
    return true;
  } catch (error) {
    if (error instanceof GitFailure) return false;
    throw error;
  }
}
