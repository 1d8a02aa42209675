import { foldAddress } from '../mail/mail-address.ts';
import type { Message } from '../mail/mime/message.ts';
import { messageText } from '../mail/readable.ts';
import { tokenHash } from '../mail/tokens.ts';
import { readVerdicts } from '../mail/verdicts.ts';
import type { Writer } from '../store/database.ts';
import type { MailMessageTable } from '../store/mail-tables.ts';
import type { ProposalTable, RevisionTable } from '../store/proposal-tables.ts';
import { proposalToken, useProposalToken } from '../store/proposal-tokens.ts';
import { askDecision, proposalNumbered } from '../store/proposals.ts';
import { revisionById, revisionInThread } from '../store/revisions.ts';
import type { Decidable, Deciders } from './deciders.ts';
import { readTrial } from './trial.ts';
import type { DecisionKind } from './words.ts';

/** A decision that is to be carried out, as the database keeps it. */
export interface Asked {
  readonly kind: DecisionKind;
  /** The address of who decided. */
  readonly by: string;
  readonly because: string;
  /** What was seen when it was decided: the commit that the revision would become. */
  readonly seen: string | null;
  readonly revision: number;
  /** Whether it is its author's, who withdraws it: no role is needed for that. */
  readonly isWithdrawal?: boolean;
  /** Whether the list has it already: it was decided there. */
  readonly isPosted?: boolean;
  /** The commit that is being put on the branch: after a crash, it is known whether it is there. */
  readonly landing?: string;
}

/** A proposal, for who decides of it. */
export function decidableOf({ list }: Pick<ProposalTable, 'list'>, revision: RevisionTable): Decidable {
  return { list, paths: readTrial(revision).paths };
}

const MAX_BECAUSE = 2_000;

/** The words of an answer, in French and in English. */
const WORDS: Readonly<Record<string, DecisionKind>> = {
  apply: 'apply',
  appliquer: 'apply',
  approve: 'approve',
  approuver: 'approve',
  revise: 'revise',
  reprendre: 'revise',
  reject: 'reject',
  rejeter: 'reject',
};

/** The decision that a mail says: its first word, and what follows that is not quoted. Undefined when it says none. */
export function decisionIn(
  text: string,
): { readonly kind: DecisionKind; readonly because: string } | undefined {
  const lines = text.split('\n').filter((line) => !line.startsWith('>'));
  const first = lines.findIndex((line) => line.trim() !== '');
  const [, word = '', rest = ''] = /^\s*([a-z]+)\b[\s.:,!-]*(.*)$/i.exec(lines[first] ?? '') ?? [];
  const kind = WORDS[word.toLowerCase()];
  if (!kind) return undefined;
  const end = lines.findIndex((line, at) => at > first && /^(?:-- ?$|On .* wrote:|Le .* a écrit)/.test(line));
  const because = [rest, ...lines.slice(first + 1, end === -1 ? undefined : end)].join('\n').trim();
  return { kind, because: because.slice(0, MAX_BECAUSE) };
}

/** What came of wanting to decide: somebody else may have, the wiki may have moved since, or one's role may be gone. */
export type Deciding = 'taken' | 'late' | 'changed' | 'refused';

/**
 * Takes a decision with a token, which is used up but by an approval. `seen`: the commit that was looked at; where the revision would become
 * another one now, it is to be looked at again, and the token stays good.
 */
export async function decideWith(
  writer: Writer,
  token: string,
  {
    kind,
    because,
    seen,
  }: { readonly kind: DecisionKind; readonly because: string; readonly seen?: string | null },
  deciders: Deciders,
): Promise<Deciding> {
  const hash = tokenHash(token);
  const known = await proposalToken(writer, hash);
  const proposal = known && (await proposalNumbered(writer, known.proposal));
  const revision = proposal && (await revisionById(writer, proposal.revision));
  if (!known || !proposal || !revision) return 'late';
  if (!(await deciders.may(writer, known.moderator, decidableOf(proposal, revision)))) return 'refused';
  if (kind === 'apply' && seen !== undefined && seen !== revision.tip) return 'changed';
  const asked: Asked = { kind, by: known.moderator, because, seen: revision.tip, revision: revision.id };
  if (kind === 'approve' && proposal.state === 'approved') return 'late';
  if (!(await askDecision(writer, proposal.number, JSON.stringify(asked)))) return 'late';
  // Who approved may still apply.
  if (kind !== 'approve') await useProposalToken(writer, hash);
  return 'taken';
}

/**
 * Takes the answer to a notice of a proposal, in the transaction that takes it from the spool: false when its token is none
 * of a proposal's. An answer that decides nothing is left to a person.
 */
export async function decideByMail(
  writer: Writer,
  { token, message }: { readonly token: string; readonly message: Message },
  deciders: Deciders,
): Promise<boolean> {
  if (!(await proposalToken(writer, tokenHash(token)))) return false;
  const decision = decisionIn(messageText(message));
  if (decision) await decideWith(writer, token, decision, deciders);
  return true;
}

/** The header of lists.sr.ht, with the decisions that its words stand for; what is applied shows by itself. */
const UPDATE = 'x-sourcehut-patchset-update';
const UPDATES: Readonly<Record<string, DecisionKind>> = {
  APPROVED: 'approve',
  NEEDS_REVISION: 'revise',
  REJECTED: 'reject',
};

/**
 * Takes the decision that a message of the list bears in its header, from somebody who decides of it: only where it was verified
 * that it comes from them.
 */
export async function decideOnList(
  writer: Writer,
  { row, message }: { readonly row: MailMessageTable; readonly message: Pick<Message, 'headers'> },
  deciders: Deciders,
): Promise<void> {
  const kind =
    UPDATES[
      message.headers
        .find(({ name }) => name === UPDATE)
        ?.value.trim()
        .toUpperCase() ?? ''
    ];
  const isVerified = readVerdicts(row.results).some(
    ({ method, result }) => method === 'dmarc' && result === 'pass',
  );
  if (!kind || !isVerified) return;
  const revision = await revisionInThread(writer, row.list, row.thread);
  const proposal = revision && (await proposalNumbered(writer, revision.proposal));
  const current = proposal && (await revisionById(writer, proposal.revision));
  const by = foldAddress(row.from_address);
  if (!current || !(await deciders.may(writer, by, decidableOf(proposal, current)))) return;
  const asked: Asked = { kind, by, because: '', seen: null, revision: proposal.revision, isPosted: true };
  await askDecision(writer, proposal.number, JSON.stringify(asked));
}
