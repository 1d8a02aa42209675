import type { ProposalTable } from './proposal-tables.ts';

/** What a proposal is found by: folded, so that neither case nor accents count. */
export interface ProposalWordsTable {
  number: number;
  title: string;
  /** Who sent it, as everybody is told. */
  sender: string;
}

export type SenderNames = Pick<ProposalTable, 'from_name' | 'from_address'>;

/** A text without what does not count when proposals are looked for: case, accents. */
export function foldedText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** What a proposal is found by. The domain of an address is told to nobody, hence found by nobody. */
export function proposalWords({
  number,
  title,
  from_name,
  from_address,
}: Pick<ProposalTable, 'number' | 'title'> & SenderNames): ProposalWordsTable {
  const sender = (from_name || from_address).replace(/@\S*/g, '');
  return { number, title: foldedText(title), sender: foldedText(sender) };
}
