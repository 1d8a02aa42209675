import type { TableDefinition } from './table-definition.ts';

/** What a run of the harvest heard of an account, until it is recorded. */
export interface CodeHeardAccountTable {
  host: string;
  /** `gitlab.com/exemple`. */
  account: string;
  /** Seconds since 1970. */
  heard_at: number;
  /** How many repositories were there the last time, and how many of those are not now. */
  known: number;
  lost: number;
  /** How many are as they were: nothing else is kept of them. */
  same: number;
  /** 1 where all of it was listed. */
  is_complete: number;
  /** Why it could not be asked, and at which address. */
  fault: string | null;
  fault_url: string | null;
}

/** A repository, or the account itself, as it was heard of. */
export interface CodeHeardTable {
  host: string;
  account: string;
  position: number;
  kind: 'repository' | 'account';
  /** JSON. */
  said: string;
  /** 1 where its files are still to be read. */
  waits: number;
}

export const heardTables: Readonly<Record<'code_heard_account' | 'code_heard', TableDefinition>> = {
  code_heard_account: {
    columns: {
      host: 'text',
      account: 'text',
      heard_at: 'bigint',
      known: 'integer',
      lost: 'integer',
      same: 'integer',
      is_complete: 'integer',
      fault: 'text',
      fault_url: 'text',
    },
    nullable: ['fault', 'fault_url'],
    key: ['host', 'account'],
  },
  code_heard: {
    columns: {
      host: 'text',
      account: 'text',
      position: 'integer',
      kind: 'text',
      said: 'text',
      waits: 'integer',
    },
    key: ['host', 'account', 'position'],
    indexes: [['host', 'waits', 'account', 'position']],
  },
};
