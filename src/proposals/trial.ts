import type { ApplyFault } from '../git/apply-faults.ts';
import { type ApplyOptions, type ApplyResult, applySeries, type Committer } from '../git/apply-patch.ts';
import type { FileConflict } from '../git/merge-conflicts.ts';
import type { ObjectReader } from '../git/objects.ts';
import { PATCH_LIMITS, type PatchLimits, type Refusal } from '../git/refused-changes.ts';
import { diffTrees } from '../git/tree-difference.ts';
import { keepCommit, type Workshop } from '../git/workshop.ts';
import type { ProposalMessageTable, RevisionTable } from '../store/proposal-tables.ts';
import type { ChangedFindings } from '../wiki/checks/check-change.ts';
import type { RatedFinding } from '../wiki/checks/survey.ts';
import { type DiffFile, diffFiles, stripOf } from './patch/diff-files.ts';
import { diffBytes, diffLines } from './patch/diff-lines.ts';
import { type Patch, readPatch } from './patch/patch.ts';
import type { PatchWarning } from './patch/patch-warnings.ts';
import { isAsMeant, unwrapped } from './patch/unwrap.ts';

/** What was found when the patches of a revision were tried on the wiki. */
export interface Trial {
  /** Files that differ, by path. */
  readonly paths: readonly string[];
  readonly warnings: readonly PatchWarning[];
  /** Who the commits say wrote them. */
  readonly authors: readonly { readonly name: string; readonly email: string }[];
  /** The places of the patches that did not come. */
  readonly missing?: readonly number[];
  /** Of the patch, from 1, that could not be applied. */
  readonly patch?: number;
  readonly faults?: readonly ApplyFault[];
  readonly conflicts?: readonly FileConflict[];
  readonly refusal?: { readonly reason: Refusal; readonly path?: string };
  readonly invalid?: 'empty' | 'author' | 'corrupt';
  /** What it would break and mend; undefined where that was not found out. */
  readonly findings?: TrialFindings;
  /** Whether some were merged, because they were made from another version of the wiki. */
  readonly isMerged?: boolean;
}

/** The first of them, and how many there are. */
export interface TrialFindings {
  readonly added: readonly RatedFinding[];
  readonly removed: readonly RatedFinding[];
  readonly counts: { readonly added: number; readonly removed: number };
}

/** Of what a revision breaks, and of what it mends, kept one by one. */
const MAX_FINDINGS = 100;

/** A change of more files is not checked: the index stands still meanwhile. */
const MAX_CHECKED = 500;

/** Of a revision that could not be tried. */
export const NO_TRIAL: Trial = { paths: [], warnings: [], authors: [] };

/** How a revision fares on a commit of the wiki. */
export interface Tried {
  readonly verdict: RevisionTable['verdict'];
  readonly base: string;
  readonly tip: string | null;
  readonly trial: Trial;
}

export interface TrialPlace {
  readonly workshop: Workshop;
  /** Reads the objects of the wiki and of the workshop. */
  readonly objects: ObjectReader;
  readonly read: (list: string, oid: string) => Promise<Buffer>;
  readonly limits?: PatchLimits;
  /** Whether patches were made here, of pictures and documents that were looked at: those may be in them. */
  readonly takesFiles?: (messages: readonly ProposalMessageTable[]) => Promise<boolean>;
  /** Finds what a commit of the workshop would break and mend in the wiki at another one. */
  readonly check?: (change: Change) => Promise<ChangedFindings | undefined>;
}

interface Change {
  readonly base: string;
  readonly tip: string;
}

/** The name under which the workshop keeps what a revision would become. */
const refOf = ({ proposal, id }: RevisionTable) => `refs/proposals/${proposal}/${id}`;

/** The patches of a revision, in order: read anew from their mails. */
export async function patchesOf(
  { read }: Pick<TrialPlace, 'read'>,
  messages: readonly ProposalMessageTable[],
): Promise<Patch[]> {
  const patches: Patch[] = [];
  for (const { kind, list, oid, received_at } of messages) {
    const patch = kind === 'patch' ? await readPatch(await read(list, oid), received_at) : undefined;
    if (patch) patches.push(patch);
  }
  return patches;
}

/** What the patches of these messages may do. */
export async function limitsFor(
  { limits = PATCH_LIMITS, takesFiles }: Pick<TrialPlace, 'limits' | 'takesFiles'>,
  messages: readonly ProposalMessageTable[],
): Promise<PatchLimits> {
  const patches = messages.filter(({ kind }) => kind === 'patch');
  return (await takesFiles?.(patches)) ? { ...limits, binary: true } : limits;
}

/** Tries a revision on a commit of the wiki; what it becomes is kept in the workshop. */
export async function tryRevision(
  place: TrialPlace,
  revision: RevisionTable,
  {
    messages,
    base,
    committer,
  }: {
    readonly messages: readonly ProposalMessageTable[];
    readonly base: string;
    readonly committer: Committer;
  },
): Promise<Tried> {
  const places = new Set(messages.filter(({ kind }) => kind === 'patch').map(({ place: at }) => at));
  const missing = Array.from({ length: revision.total }, (_, at) => at + 1).filter((at) => !places.has(at));
  const patches = await patchesOf(place, messages);
  const common = {
    paths: [...new Set(patches.flatMap(({ files }) => files.flatMap(pathsOf)))],
    warnings: [...new Set(patches.flatMap(({ warnings }) => warnings))],
    authors: distinct(
      patches.map(({ authorName, authorEmail }) => ({ name: authorName, email: authorEmail })),
    ),
  };
  if (missing.length > 0) {
    // A patch of it may have been erased.
    await keepCommit(place.workshop, refOf(revision), undefined);
    return { verdict: 'incomplete', base, tip: null, trial: { ...common, missing } };
  }
  const options = { committer, limits: await limitsFor(place, messages) };
  const { result, isMended } = await applyMended(place.workshop, base, patches, options);
  if (result.kind !== 'applied')
    return { verdict: result.kind, base, tip: null, trial: { ...common, ...faultOf(result) } };
  const tip = result.commits.at(-1)?.commit as string;
  await keepCommit(place.workshop, refOf(revision), tip);
  const paths: string[] = [];
  for await (const { path } of diffTrees(place.objects, base, tip)) paths.push(path);
  const findings = paths.length > MAX_CHECKED ? undefined : await place.check?.({ base, tip });
  return {
    verdict: paths.length === 0 ? 'already' : 'applies',
    base,
    tip,
    trial: {
      ...common,
      paths,
      isMerged: result.commits.some(({ merged }) => merged),
      ...(findings && { findings: bounded(findings) }),
      ...(isMended && { warnings: [...common.warnings, 'unwrapped' as const] }),
    },
  };
}

/**
 * Applies patches, those whose lines a mail program broke as they were meant, where the ids of the blobs they make prove it.
 */
export async function applyMended(
  workshop: Workshop,
  base: string,
  patches: readonly Patch[],
  options: ApplyOptions,
): Promise<{ readonly result: ApplyResult; readonly isMended: boolean }> {
  const result = await applySeries(workshop, base, patches, options);
  if (result.kind !== 'invalid' || result.reason !== 'corrupt') return { result, isMended: false };
  const mended = patches.map((patch) => mendedPatch(patch) ?? patch);
  const again = await applySeries(workshop, base, mended, options);
  const isProved =
    again.kind === 'applied' &&
    again.commits.every(({ changes }, at) => {
      const [patch, own] = [mended[at], patches[at]];
      return patch === own || (patch !== undefined && isAsMeant(patch.files, changes));
    });
  return isProved ? { result: again, isMended: true } : { result, isMended: false };
}

function mendedPatch(patch: Patch): Patch | undefined {
  const lines = unwrapped(diffLines(patch.diff));
  return lines && { ...patch, diff: diffBytes(lines), files: diffFiles(lines, stripOf(lines)) };
}

function faultOf(result: Exclude<ApplyResult, { kind: 'applied' }>): Partial<Trial> {
  const patch = result.patch + 1;
  switch (result.kind) {
    case 'conflict':
      return { patch, faults: result.faults, conflicts: result.conflicts };
    case 'refused':
      return {
        patch,
        refusal: { reason: result.reason, ...(result.path !== undefined && { path: result.path }) },
      };
    case 'invalid':
      return { patch, invalid: result.reason };
    case 'already':
      return { patch };
  }
}

function bounded({ added, removed }: ChangedFindings): TrialFindings {
  const counts = { added: added.length, removed: removed.length };
  return { added: added.slice(0, MAX_FINDINGS), removed: removed.slice(0, MAX_FINDINGS), counts };
}

function pathsOf({ oldPath, newPath }: DiffFile): string[] {
  return [oldPath, newPath].flatMap((path) => path ?? []);
}

function distinct(authors: readonly { readonly name: string; readonly email: string }[]) {
  return [...new Map(authors.map((author) => [author.email, author])).values()];
}

/** What {@link tryRevision} found, as the database keeps it. */
export function readTrial({ trial }: Pick<RevisionTable, 'trial'>): Trial {
  return { ...NO_TRIAL, ...(JSON.parse(trial) as Partial<Trial>) };
}
