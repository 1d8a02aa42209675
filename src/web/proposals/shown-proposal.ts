import { FOLDER } from '../../git/tree-entry.ts';
import { readTrial, type Trial } from '../../proposals/trial.ts';
import { messagesOfRevision } from '../../store/proposal-messages.ts';
import type { ProposalMessageTable, ProposalTable, RevisionTable } from '../../store/proposal-tables.ts';
import { proposalNumbered } from '../../store/proposals.ts';
import { revisionById } from '../../store/revisions.ts';
import { isPagePath } from '../../wiki/paths.ts';
import type { Context } from '../context.ts';
import { type ComparedFile, differenceBody } from '../difference-body.ts';
import { findList } from '../lists/list-place.ts';
import { fileIn } from '../past.ts';
import type { DiffBody } from '../views/diff-body.tsx';
import { type LineComment, type PlacedComment, placeComments } from './line-comments.ts';

/** A proposal with the revision of it that counts. */
export interface ShownProposal {
  readonly proposal: ProposalTable;
  readonly revision: RevisionTable;
  readonly trial: Trial;
  /** Of the revision: its cover letter, then its patches in order. */
  readonly messages: readonly ProposalMessageTable[];
}

/** Files whose changes a page shows. */
const MAX_FILES = 30;

/** A version of a file that is larger is not compared on the page of a proposal. */
export const MAX_FILE_BYTES = 512 * 1024;

/** The proposal of a number; undefined when there is none, or `language`'s reader may not see its list. */
export async function askProposal(
  context: Context,
  number: number,
  language: string,
  mayRead = false,
): Promise<ShownProposal | undefined> {
  const { ask } = context;
  const proposal = Number.isSafeInteger(number) ? await ask(proposalNumbered, number) : undefined;
  if (!proposal || !(mayRead || findList(context, proposal.list, language))) return undefined;
  const revision = await ask(revisionById, proposal.revision);
  if (!revision) return undefined;
  return {
    proposal,
    revision,
    trial: readTrial(revision),
    messages: await ask(messagesOfRevision, revision.id),
  };
}

/** What a proposal makes of a file. */
export interface ProposedFile {
  readonly path: string;
  readonly body: DiffBody;
  /** Whether the file is there with the proposal, as a page to look at. */
  readonly isPage: boolean;
  readonly comments: readonly PlacedComment[];
}

/** How what a proposal changes is shown. */
export interface ChangeView {
  /** Of the reader. */
  readonly language: string;
  readonly view: 'rendered' | 'source';
  readonly comments: readonly LineComment[];
}

/** Each file that a proposal changes, before and after: as read, by rows, by events. */
export async function proposedFiles(
  context: Context,
  { revision, trial }: ShownProposal,
  view: ChangeView,
): Promise<ProposedFile[]> {
  const { tip } = revision;
  return tip === null ? [] : await changedBetween(context, [startOf(revision), tip], trial.paths, view);
}

/** What changed from one version of a proposal to the one that counts; undefined where either was never tried. */
export async function filesSince(
  context: Context,
  { revision, trial }: ShownProposal,
  former: RevisionTable,
  language: string,
): Promise<ProposedFile[] | undefined> {
  if (revision.tip === null || former.tip === null) return undefined;
  const paths = [...new Set([...readTrial(former).paths, ...trial.paths])];
  const view = { language, view: 'rendered', comments: [] } as const;
  const files = await changedBetween(context, [former.tip, revision.tip], paths, view);
  return files.filter(({ body }) => body.kind !== 'identical');
}

/** Each of some files in one commit and in another, which may be in the workshop. */
export async function changedBetween(
  context: Context,
  [from, to]: readonly [string, string],
  paths: readonly string[],
  { language, view, comments }: ChangeView,
): Promise<ProposedFile[]> {
  const files: ProposedFile[] = [];
  for (const path of paths.slice(0, MAX_FILES)) {
    const [before, after] = [await versionIn(context, from, path), await versionIn(context, to, path)];
    if (!before && !after) continue;
    const compared = { path, before, after, whole: false, language, maxBytes: MAX_FILE_BYTES, lines: true };
    const body = await differenceBody(context, { ...compared, view });
    const source =
      comments.length === 0 || body.kind === 'lines'
        ? body
        : await differenceBody(context, { ...compared, view: 'source' });
    files.push({
      path,
      body,
      isPage: after !== undefined && isPagePath(path),
      comments: source.kind === 'lines' ? placeComments(path, source.hunks, comments) : [],
    });
  }
  return files;
}

/** The commit that a revision was tried on: the wiki may have moved since, elsewhere than where it changes something. */
export function startOf({ tip, total }: RevisionTable): string {
  return `${tip}~${total}`;
}

/** A file of a commit; undefined where it has none at that path. */
export async function versionIn(
  { wiki }: Context,
  revision: string,
  path: string,
): Promise<ComparedFile | undefined> {
  const commit = await wiki.objects.idOf(`${revision}^{commit}`);
  const file = commit === undefined ? undefined : await fileIn({ wiki }, commit, path);
  return file && file.mode !== FOLDER && commit !== undefined
    ? { path, commit, mode: file.mode, oid: file.oid }
    : undefined;
}
