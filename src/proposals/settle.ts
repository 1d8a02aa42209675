import type { HappenedEvent } from '../mail/webhooks/queue-event.ts';
import type { Writer } from '../store/database.ts';
import { mailChanged } from '../store/mail-lists.ts';
import type { ProposalState } from '../store/proposal-tables.ts';
import { forgetProposalTokens } from '../store/proposal-tokens.ts';
import { updateProposal } from '../store/proposals.ts';
import { type Telling, tellDecision } from './notices.ts';

/** What became of a proposal, and by whom: nobody where it reached the wiki another way. */
export interface Settled {
  readonly state: ProposalState;
  /** An address. */
  readonly by: string;
  readonly because: string;
  /** The commit of the wiki that holds it. */
  readonly applied?: string;
  /** Whether the list has the decision already. */
  readonly isPosted?: boolean;
}

/** Says what became of a proposal: in the database, on the list, and to whoever sent it. Gives what is so from now on. */
export async function settleProposal(
  writer: Writer,
  telling: Telling,
  { state, by, because, applied, isPosted = false }: Settled,
): Promise<Telling> {
  const { proposal, now } = telling;
  const changes = { state, asked: '', decided_by: by, changed_at: now, applied: applied ?? null };
  await updateProposal(writer, proposal.number, changes);
  await mailChanged(writer);
  if (state === 'applied' || state === 'rejected') await forgetProposalTokens(writer, proposal.number);
  const told = { ...telling, proposal: { ...proposal, ...changes } };
  await tellDecision(writer, told, { by, because, isPosted });
  return told;
}

/** Has webhooks told of a proposal, in the transaction of what happened. */
export async function tellWebhooks(
  writer: Writer,
  type: 'proposal.received' | 'proposal.changed',
  { list, proposal, revision, root, now }: Telling,
  happened: ((writer: Writer, event: HappenedEvent) => Promise<void>) | undefined,
): Promise<void> {
  const { number, title, state, applied } = proposal;
  const { version, verdict } = revision;
  const data = { list: list.name, number, title, state, version, verdict, messageId: root, commit: applied };
  await happened?.(writer, { type, data, now });
}
