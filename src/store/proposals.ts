import { insertAll } from './batches.ts';
import type { Reader, Writer } from './database.ts';
import type { ProposalState, ProposalTable } from './proposal-tables.ts';
import { proposalWords } from './proposal-words.ts';

/** States in which something may still become of a proposal. */
export const OPEN_STATES: readonly ProposalState[] = ['proposed', 'needs_revision', 'approved'];

export function proposalNumbered(reader: Reader, number: number): Promise<ProposalTable | undefined> {
  return reader.selectFrom('proposal').selectAll().where('number', '=', number).executeTakeFirst();
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
  await insertAll(writer, 'proposal_words', [proposalWords(row)]);
  return row;
}

export async function updateProposal(
  writer: Writer,
  number: number,
  changes: Partial<Omit<ProposalTable, 'number'>>,
): Promise<void> {
  await writer.updateTable('proposal').set(changes).where('number', '=', number).execute();
  if (changes.title === undefined && changes.from_name === undefined) return;
  const row = await proposalNumbered(writer, number);
  if (!row) return;
  const { title, sender } = proposalWords(row);
  await writer.updateTable('proposal_words').set({ title, sender }).where('number', '=', number).execute();
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

/** What somebody proposed, the newest first: those with a smaller number than `before`. */
export function proposalsOf(
  reader: Reader,
  folded: string,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<ProposalTable[]> {
  return reader
    .selectFrom('proposal')
    .selectAll()
    .where('folded', '=', folded)
    .where('number', '<', before)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
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
