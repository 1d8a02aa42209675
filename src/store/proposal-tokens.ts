import type { Reader, Writer } from './database.ts';
import type { ProposalTokenTable } from './proposal-tables.ts';

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

/** What decided of one proposal decides of another one. */
export async function moveProposalTokens(writer: Writer, from: number, to: number): Promise<void> {
  await writer.updateTable('proposal_token').set({ proposal: to }).where('proposal', '=', from).execute();
}
