import { headBranch } from '../git/head.ts';
import { HomeAway } from '../git/home.ts';
import { landOn, takesCommits } from '../git/land-on.ts';
import type { Source } from '../git/open.ts';
import { type Reverted, revertCommits } from '../git/revert-commits.ts';
import type { Workshop } from '../git/workshop.ts';
import type { Asked } from '../proposals/decide.ts';
import type { ContributionTable } from '../store/contribution-tables.ts';
import { removeContribution } from '../store/contributions.ts';
import type { Database, Reader, Writer } from '../store/database.ts';
import { heldFrom, removeHeld } from '../store/held.ts';
import type { HeldTable } from '../store/held-table.ts';
import { forgetKnownAuthor } from '../store/known-authors.ts';
import { noteAudit } from '../store/members.ts';
import type { ProposalTable } from '../store/proposal-tables.ts';
import { askDecision } from '../store/proposals.ts';
import type { CommitTable } from '../store/schema.ts';
import { commitsFrom, openProposalsOf, unsentContributionsOf } from '../store/undo.ts';
import type { Published } from './publish.ts';

/** Commits that are shown, and taken back, at a time: each is a merge of three texts at worst. */
export const MAX_UNDONE = 100;

/** All that there is of somebody, and can be undone. */
export interface Traces {
  readonly folded: string;
  readonly proposals: readonly ProposalTable[];
  readonly held: readonly HeldTable[];
  readonly contributions: readonly ContributionTable[];
  /** The newest first: {@link MAX_UNDONE} at most. */
  readonly commits: readonly CommitTable[];
  /** Where to go on for those that are older; undefined where there are none. */
  readonly older: number | undefined;
}

/** What is there of an address; of its commits, those before one of the history where its place is named. */
export async function tracesOf(reader: Reader, folded: string, before?: number): Promise<Traces> {
  const found = await commitsFrom(reader, folded, { limit: MAX_UNDONE + 1, before });
  const commits = found.slice(0, MAX_UNDONE);
  return {
    folded,
    proposals: await openProposalsOf(reader, folded),
    held: await heldFrom(reader, folded),
    contributions: await unsentContributionsOf(reader, folded),
    commits,
    older: found.length > MAX_UNDONE ? commits.at(-1)?.seq : undefined,
  };
}

/** The same, but for the commits that are not among those chosen. */
export function choosing(traces: Traces, chosen: ReadonlySet<string>): Traces {
  return { ...traces, commits: traces.commits.filter(({ id }) => chosen.has(id)) };
}

/** Who undoes, where, and what they say of it. `now` is in seconds since 1970. */
export interface UndoPlace {
  readonly source: Source;
  readonly workshop: Workshop;
  readonly by: { readonly name: string; readonly address: string };
  readonly reason: string;
  /** Proposes the commit, where nothing is put on the branch from here. */
  readonly propose: (commit: string) => Promise<void>;
  /** The message of the commit. */
  readonly message: (commits: readonly string[]) => string;
  readonly now: number;
}

/** The commit that takes back those of somebody's on `head`: nothing leads to it yet. */
export function undoCommit(
  { commits }: Traces,
  head: string,
  { workshop, by, message, now }: Pick<UndoPlace, 'workshop' | 'by' | 'message' | 'now'>,
): Promise<Reverted> {
  const author = { name: by.name, email: by.address, time: now };
  return revertCommits(workshop, { head, commits: commits.map(({ id }) => id), author, message });
}

/** What came of undoing; `changed`: something is not as it was seen, so nothing is done. */
export type Undone = Published | 'changed';

/**
 * Undoes all of somebody's: puts the commit that takes theirs back on the branch, then rejects their proposals and drops what
 * waits. `seen`: the tree that was looked at.
 */
export async function undoAll(
  database: Database,
  traces: Traces,
  { head, seen }: { readonly head: string; readonly seen: string },
  place: UndoPlace,
): Promise<Undone> {
  const made = await undoCommit(traces, head, place);
  if (made.tree !== seen) return 'changed';
  if (made.commit !== undefined) {
    const landed = await putOn(place, { commit: made.commit, base: head });
    if (landed !== 'landed') return landed;
  }
  await database.write((writer) => dropAll(writer, traces, { made, ...place }));
  return 'landed';
}

async function putOn(
  { source, workshop, propose }: UndoPlace,
  { commit, base }: { readonly commit: string; readonly base: string },
): Promise<Published> {
  const branch = await headBranch(source.gitDir);
  if (!takesCommits(source) || branch === undefined) {
    await propose(commit);
    return 'landed';
  }
  try {
    return await landOn(source, workshop, { branch, commit, base });
  } catch (error) {
    if (error instanceof HomeAway) return 'away';
    throw error;
  }
}

async function dropAll(
  writer: Writer,
  { folded, proposals, held, contributions }: Traces,
  { made, by, reason, now }: Pick<UndoPlace, 'by' | 'reason' | 'now'> & { readonly made: Reverted },
): Promise<void> {
  for (const { number, revision } of proposals) {
    const asked: Asked = { kind: 'reject', by: by.address, because: reason, seen: null, revision };
    await askDecision(writer, number, JSON.stringify(asked));
  }
  for (const { id } of held) await removeHeld(writer, id);
  for (const { hash } of contributions) await removeContribution(writer, hash);
  await forgetKnownAuthor(writer, folded);
  const counts = [
    `${made.reverted.length} commits in ${made.commit?.slice(0, 12) ?? 'none'}`,
    `${made.leftOut.length} left`,
    `${proposals.length} proposals`,
    `${held.length} held`,
    `${contributions.length} unsent`,
  ];
  const detail = [reason, counts.join(', ')].filter(Boolean).join('; ');
  await noteAudit(writer, { at: now, who: by.address, what: 'undo', about: folded, detail });
}
