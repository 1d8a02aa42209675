import type { Reader, Writer } from './database.ts';
import type { ProposalMessageTable } from './proposal-tables.ts';
import { OPEN_STATES, proposalNumbered, updateProposal } from './proposals.ts';
import { revisionById, saveRevisionPaths, updateRevision } from './revisions.ts';

/** Has these messages looked at; those that were are left as they are. */
export async function addProposalMessages(
  writer: Writer,
  messages: readonly Pick<ProposalMessageTable, 'list' | 'message_id' | 'oid' | 'received_at'>[],
): Promise<void> {
  for (const { list, message_id, oid, received_at } of messages)
    await writer
      .insertInto('proposal_message')
      .values({
        list,
        message_id,
        oid,
        received_at,
        kind: 'new',
        revision: null,
        place: 0,
        title: '',
        patch_id: '',
      })
      .onConflict((conflict) => conflict.columns(['list', 'message_id']).doNothing())
      .execute();
}

/** Messages that nobody has looked at, in the order they came. */
export function newProposalMessages(reader: Reader, limit: number): Promise<ProposalMessageTable[]> {
  return reader
    .selectFrom('proposal_message')
    .selectAll()
    .where('kind', '=', 'new')
    .orderBy('received_at')
    .orderBy('message_id')
    .limit(limit)
    .execute();
}

export async function saveProposalMessage(
  writer: Writer,
  { list, message_id, ...rest }: Omit<ProposalMessageTable, 'oid' | 'received_at'>,
): Promise<void> {
  await writer
    .updateTable('proposal_message')
    .set(rest)
    .where('list', '=', list)
    .where('message_id', '=', message_id)
    .execute();
}

/** The messages of a revision: its cover letter, then its patches in order. */
export function messagesOfRevision(reader: Reader, revision: number): Promise<ProposalMessageTable[]> {
  return reader
    .selectFrom('proposal_message')
    .selectAll()
    .where('revision', '=', revision)
    .orderBy('place')
    .execute();
}

/** What a message is to the proposals; undefined when it is nothing. */
export function proposalMessage(
  reader: Reader,
  list: string,
  messageId: string,
): Promise<ProposalMessageTable | undefined> {
  return reader
    .selectFrom('proposal_message')
    .selectAll()
    .where('list', '=', list)
    .where('message_id', '=', messageId)
    .executeTakeFirst();
}

/**
 * Forgets what a message that is erased was to the proposals: its revision lacks it from now on; of a proposal of which
 * nothing is left, only the number stays.
 */
export async function eraseProposalMessage(writer: Writer, list: string, messageId: string): Promise<void> {
  const known = await proposalMessage(writer, list, messageId);
  if (!known) return;
  await writer
    .deleteFrom('proposal_message')
    .where('list', '=', list)
    .where('message_id', '=', messageId)
    .execute();
  const revision = known.revision === null ? undefined : await revisionById(writer, known.revision);
  if (!revision) return;
  await updateRevision(writer, revision.id, { verdict: 'pending', tip: null, trial: '{}' });
  await saveRevisionPaths(writer, revision.id, []);
  const left = await writer
    .selectFrom('proposal_message')
    .innerJoin('revision', 'revision.id', 'proposal_message.revision')
    .select('proposal_message.message_id')
    .where('revision.proposal', '=', revision.proposal)
    .limit(1)
    .executeTakeFirst();
  if (left) return;
  const nobody = { title: '', from_name: '', from_address: '', folded: '', asked: '' };
  const row = await proposalNumbered(writer, revision.proposal);
  const state = row && OPEN_STATES.includes(row.state) ? { state: 'superseded' as const } : {};
  await updateProposal(writer, revision.proposal, { ...nobody, ...state });
}
