import { listsOf } from '../../mail/list.ts';
import { tokenHash } from '../../mail/tokens.ts';
import type { ContributionFileTable, ContributionTable } from '../../store/contribution-tables.ts';
import { type ChangedFile, contributionFiles, contributionOf } from '../../store/contributions.ts';
import { proposalMessage } from '../../store/proposal-messages.ts';
import type { ProposalTable } from '../../store/proposal-tables.ts';
import { proposalNumbered } from '../../store/proposals.ts';
import { revisionById } from '../../store/revisions.ts';
import { encodeAddress } from '../../wiki/addresses.ts';
import type { Context } from '../context.ts';
import { contentOf, editedFile, fileToday, knownCommit, rebase, shownText } from './edited-file.ts';

const ADDRESS = /^\/-\/contribution\/([a-z2-7]{10,60})(?:\/|$)/i;

/** The change of some files that an address leads to, for who has it. */
export interface OwnChange {
  readonly row: ContributionTable;
  readonly files: readonly ContributionFileTable[];
  /** Its address, without what follows the token. */
  readonly address: string;
}

/** The change that the address of a request names, and whose list still is; undefined where it names none. */
export async function changeAt({ path, wiki, site }: Context): Promise<OwnChange | undefined> {
  const [, token = ''] = ADDRESS.exec(path) ?? [];
  const { reader } = wiki.database;
  const row = token === '' ? undefined : await contributionOf(reader, tokenHash(token));
  if (!row || !listsOf(site.settings).some(({ name }) => name === row.list)) return undefined;
  return { row, files: await contributionFiles(reader, row.hash), address: changeAddress(token) };
}

export const changeAddress = (token: string) => `/-/contribution/${token}`;

/** The address of the form of one of its files. */
export function fileFormAddress({ address }: Pick<OwnChange, 'address'>, path: string): string {
  return `${address}/edit${encodeAddress(`/${path}`)}`;
}

/** What became of a change on its list; undefined while it is on its way there. */
export async function proposalOf(
  { wiki }: Context,
  { list, message_id }: ContributionTable,
): Promise<ProposalTable | undefined> {
  const { reader } = wiki.database;
  const message = message_id === null ? undefined : await proposalMessage(reader, list, message_id);
  const revision =
    message?.revision === null || !message ? undefined : await revisionById(reader, message.revision);
  return revision && (await proposalNumbered(reader, revision.proposal));
}

/** The files of a change, put on the wiki of today. */
export interface Renewed {
  /** The commit of today. */
  readonly base: string;
  readonly files: readonly ChangedFile[];
  /** Those whose same lines somebody else changed meanwhile. */
  readonly conflicts: readonly string[];
}

/** Puts the files of a change on the wiki of today. */
export async function renewed(
  context: Context,
  base: string,
  files: readonly ChangedFile[],
): Promise<Renewed> {
  const conflicts: string[] = [];
  const made: ChangedFile[] = [];
  for (const file of files) {
    const today = file.base === base ? undefined : await fileToday(context, file.path);
    const from = today && (await editedFile(context, await knownCommit(context, file.base), file.path));
    if (!today || !from || file.content === null) {
      made.push({ path: file.path, content: file.content, base });
      continue;
    }
    const { kind, text } = await rebase(from, today, shownText(file.content));
    if (kind === 'conflict') conflicts.push(file.path);
    const content = Buffer.from(contentOf(today, text));
    made.push({ path: file.path, content, base: kind === 'conflict' ? file.base : base });
  }
  return { base, files: made, conflicts };
}
