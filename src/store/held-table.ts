import type { TableDefinition } from './table-definition.ts';

/** A message that waits until somebody who keeps its list decides. Private: it may be spam, or meant for one list alone. */
export interface HeldTable {
  id: string;
  list: string;
  /** SHA-256 of the token that its notice bears, which nobody keeps. */
  hash: string;
  /** `approved`: the office puts it where it belongs. */
  state: 'waiting' | 'approved';
  reason: string;
  /** The first line of its file in the spool, as JSON. */
  entry: string;
  raw: Uint8Array;
  from_address: string;
  folded: string;
  subject: string;
  held_at: number;
}

export const heldTables: Readonly<Record<'held', TableDefinition>> = {
  held: {
    columns: {
      id: 'text',
      list: 'text',
      hash: 'text',
      state: 'text',
      reason: 'text',
      entry: 'text',
      raw: 'bytes',
      from_address: 'text',
      folded: 'text',
      subject: 'text',
      held_at: 'bigint',
    },
    key: ['id'],
    unique: [['hash']],
    indexes: [['list', 'held_at'], ['folded'], ['state']],
  },
};
