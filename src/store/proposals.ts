import { inBatches, insertAll } from './batches.ts';
import type { Reader, Writer } from './database.ts';
import type {
  ProposalMessageTable,
  ProposalState,
  ProposalTable,
  ProposalTokenTable,
  RevisionTable,
} from './proposal-tables.ts';

/** States in which something may still become of a proposal. */
export const OPEN_STATES: readonly ProposalState[] = ['proposed', 'needs_revision', 'approved'];

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

/** The latest revisions of somebody in a list, newest first. */
export function revisionsFrom(
  reader: Reader,
  list: string,
  folded: string,
  limit: number,
): Promise<RevisionTable[]> {
  return reader
    .selectFrom('revision')
    .selectAll()
    .where('list', '=', list)
    .where('folded', '=', folded)
    .orderBy('first_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** All the revisions of a proposal, the one that counts last. */
export function revisionsOf(reader: Reader, proposal: number): Promise<RevisionTable[]> {
  return reader
    .selectFrom('revision')
    .selectAll()
    .where('proposal', '=', proposal)
    .orderBy('version')
    .orderBy('id')
    .execute();
}

export function revisionById(reader: Reader, id: number): Promise<RevisionTable | undefined> {
  return reader.selectFrom('revision').selectAll().where('id', '=', id).executeTakeFirst();
}

export function proposalNumbered(reader: Reader, number: number): Promise<ProposalTable | undefined> {
  return reader.selectFrom('proposal').selectAll().where('number', '=', number).executeTakeFirst();
}

/** Proposals in some states, those that changed last first. */
export function proposalsIn(
  reader: Reader,
  states: readonly ProposalState[],
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
): Promise<ProposalTable[]> {
  return reader
    .selectFrom('proposal')
    .selectAll()
    .where('state', 'in', states)
    .orderBy('changed_at', 'desc')
    .orderBy('number', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
}

/** How many proposals are in each state. */
export async function countProposals(reader: Reader): Promise<ReadonlyMap<ProposalState, number>> {
  const rows = await reader
    .selectFrom('proposal')
    .select(['state', (e) => e.fn.countAll<number | string>().as('count')])
    .groupBy('state')
    .execute();
  return new Map(rows.map(({ state, count }) => [state, Number(count)]));
}

/** The revisions of open proposals that count. */
export function openRevisions(reader: Reader): Promise<RevisionTable[]> {
  return reader
    .selectFrom('revision')
    .innerJoin('proposal', 'proposal.revision', 'revision.id')
    .selectAll('revision')
    .where('proposal.state', 'in', OPEN_STATES)
    .orderBy('revision.id')
    .execute();
}

export async function addProposal(
  writer: Writer,
  proposal: Omit<ProposalTable, 'number'>,
): Promise<ProposalTable> {
  const last = await writer
    .selectFrom('proposal')
    .select((e) => e.fn.max('number').as('number'))
    .executeTakeFirst();
  const row = { ...proposal, number: (last?.number ?? 0) + 1 };
  await insertAll(writer, 'proposal', [row]);
  return row;
}

export async function addRevision(
  writer: Writer,
  revision: Omit<RevisionTable, 'id'>,
): Promise<RevisionTable> {
  const last = await writer
    .selectFrom('revision')
    .select((e) => e.fn.max('id').as('id'))
    .executeTakeFirst();
  const row = { ...revision, id: (last?.id ?? 0) + 1 };
  await insertAll(writer, 'revision', [row]);
  return row;
}

export async function updateProposal(
  writer: Writer,
  number: number,
  changes: Partial<Omit<ProposalTable, 'number'>>,
): Promise<void> {
  await writer.updateTable('proposal').set(changes).where('number', '=', number).execute();
}

export async function updateRevision(
  writer: Writer,
  id: number,
  changes: Partial<Omit<RevisionTable, 'id'>>,
): Promise<void> {
  await writer.updateTable('revision').set(changes).where('id', '=', id).execute();
}

export async function addProposalToken(writer: Writer, token: ProposalTokenTable): Promise<void> {
  await writer.insertInto('proposal_token').values(token).execute();
}

export function proposalToken(reader: Reader, hash: string): Promise<ProposalTokenTable | undefined> {
  return reader.selectFrom('proposal_token').selectAll().where('hash', '=', hash).executeTakeFirst();
}

/** Uses a token up; false when somebody has. */
export async function useProposalToken(writer: Writer, hash: string): Promise<boolean> {
  const { numDeletedRows } = await writer
    .deleteFrom('proposal_token')
    .where('hash', '=', hash)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Nobody decides of it any more. */
export async function forgetProposalTokens(writer: Writer, proposal: number): Promise<void> {
  await writer.deleteFrom('proposal_token').where('proposal', '=', proposal).execute();
}

/** Proposals of which a decision is to be carried out. */
export function askedProposals(reader: Reader): Promise<ProposalTable[]> {
  return reader.selectFrom('proposal').selectAll().where('asked', '!=', '').orderBy('number').execute();
}

/** Has a decision carried out, unless another one is; false when one is. */
export async function askDecision(writer: Writer, number: number, asked: string): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('proposal')
    .set({ asked })
    .where('number', '=', number)
    .where('asked', '=', '')
    .where('state', 'in', OPEN_STATES)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The revisions of open proposals that count and are to be tried: those that nobody tried since they changed. */
export function untriedRevisions(reader: Reader, limit: number): Promise<RevisionTable[]> {
  return reader
    .selectFrom('revision')
    .innerJoin('proposal', 'proposal.revision', 'revision.id')
    .selectAll('revision')
    .where('proposal.state', 'in', OPEN_STATES)
    .where('revision.verdict', '=', 'pending')
    .orderBy('revision.id')
    .limit(limit)
    .execute();
}

/** Says the same of many revisions. */
export async function moveRevisions(
  writer: Writer,
  ids: readonly number[],
  changes: Partial<Pick<RevisionTable, 'base' | 'verdict'>>,
): Promise<void> {
  await inBatches(ids, async (batch) => {
    await writer.updateTable('revision').set(changes).where('id', 'in', batch).execute();
    return [];
  });
}

/** Proposals of these lists, the newest first: those with a smaller number than `before`. */
export function proposalsBefore(
  reader: Reader,
  {
    lists,
    states,
    before,
    limit,
  }: {
    readonly lists: readonly string[];
    readonly states?: readonly ProposalState[];
    readonly before: number;
    readonly limit: number;
  },
): Promise<ProposalTable[]> {
  return reader
    .selectFrom('proposal')
    .selectAll()
    .where('list', 'in', [...lists, ''])
    .$if(states !== undefined, (query) => query.where('state', 'in', states ?? []))
    .where('number', '<', before)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
}

/** The series that came to a list, the newest first: those with a smaller id than `before`. */
export function seriesBefore(
  reader: Reader,
  list: string,
  before: number,
  limit: number,
): Promise<RevisionTable[]> {
  return reader
    .selectFrom('revision')
    .selectAll()
    .where('list', '=', list)
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** The newest revision whose patches are of a thread. */
export function revisionInThread(
  reader: Reader,
  list: string,
  thread: number,
): Promise<RevisionTable | undefined> {
  return reader
    .selectFrom('proposal_message')
    .innerJoin('mail_message', (join) =>
      join
        .onRef('mail_message.list', '=', 'proposal_message.list')
        .onRef('mail_message.message_id', '=', 'proposal_message.message_id'),
    )
    .innerJoin('revision', 'revision.id', 'proposal_message.revision')
    .selectAll('revision')
    .where('mail_message.list', '=', list)
    .where('mail_message.thread', '=', thread)
    .orderBy('revision.version', 'desc')
    .orderBy('revision.id', 'desc')
    .limit(1)
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
