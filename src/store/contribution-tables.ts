import type { TableDefinition } from './table-definition.ts';

/** What somebody changed on the web, without an account: their link to it is kept by nobody but them. */
export interface ContributionTable {
  /** Of the token of the link. */
  hash: string;
  /** `asked`: the address is not confirmed yet, nobody but its owner sees anything. */
  state: 'asked' | 'sent' | 'withdrawn';
  list: string;
  /** The file of the wiki. */
  path: string;
  /** Its text; null to delete it. */
  content: string | null;
  /** The commit of the wiki that it was made from. */
  base: string;
  name: string;
  address: string;
  /** As addresses are compared. */
  folded: string;
  language: string;
  /** Why: the message of the commit. */
  reason: string;
  /** Of the patch that was posted last; null before the first. */
  message_id: string | null;
  /** Of that patch; 0 before the first. */
  version: number;
  /** Seconds since 1970. */
  created_at: number;
}

/** A patch that was posted for somebody: who sent it. */
export interface ContributedPatchTable {
  list: string;
  message_id: string;
  name: string;
  address: string;
}

export interface ContributionSchema {
  contribution: ContributionTable;
  contributed_patch: ContributedPatchTable;
}

export const contributionTables: Readonly<Record<keyof ContributionSchema, TableDefinition>> = {
  contribution: {
    columns: {
      hash: 'text',
      state: 'text',
      list: 'text',
      path: 'text',
      content: 'text',
      base: 'text',
      name: 'text',
      address: 'text',
      folded: 'text',
      language: 'text',
      reason: 'text',
      message_id: 'text',
      version: 'integer',
      created_at: 'bigint',
    },
    nullable: ['content', 'message_id'],
    key: ['hash'],
    indexes: [
      ['folded', 'created_at'],
      ['state', 'created_at'],
    ],
  },
  contributed_patch: {
    columns: { list: 'text', message_id: 'text', name: 'text', address: 'text' },
    key: ['list', 'message_id'],
  },
};
