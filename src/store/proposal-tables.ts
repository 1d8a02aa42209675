import type { TableDefinition } from './table-definition.ts';

/** The words of lists.sr.ht. */
export type ProposalState =
  | 'proposed'
  | 'needs_revision'
  | 'superseded'
  | 'approved'
  | 'applied'
  | 'rejected';

/** What somebody wants changed in the wiki; its number is its name. Times are seconds since 1970. */
export interface ProposalTable {
  number: number;
  list: string;
  title: string;
  state: ProposalState;
  /** Who sent it: as written, and as addresses are compared. */
  from_name: string;
  from_address: string;
  folded: string;
  created_at: number;
  /** When its state, its patches or what became of them last changed. */
  changed_at: number;
  /** The revision that counts: the one of the highest version. */
  revision: number;
  /** Who decided last; empty when nobody has. */
  decided_by: string;
  /** The commit of the wiki that holds it, once it is applied. */
  applied: string | null;
  /** A decision that is to be carried out, as JSON; empty when none is. */
  asked: string;
}

/** One version of a proposal: patches that belong together. */
export interface RevisionTable {
  id: number;
  proposal: number;
  list: string;
  version: number;
  /** How many patches it says it has. */
  total: number;
  /** What it says it is for: `wiki` in `[PATCH wiki 1/2]`. */
  name: string;
  thread: number;
  /** What the Message-IDs of its patches have in common. */
  stem: string;
  folded: string;
  first_at: number;
  /** The commit of the wiki it was last tried on; null before it was. */
  base: string | null;
  /** How that went. */
  verdict: 'pending' | 'incomplete' | 'applies' | 'conflict' | 'already' | 'refused' | 'invalid';
  /** The commit it would become, in the workshop; null where it does not apply. */
  tip: string | null;
  /** More of that, as JSON: `Trial` of the proposals. */
  trial: string;
  /** Whether those who keep the list were told of it. */
  told: number;
}

/** What a message of a list is to the proposals. */
export interface ProposalMessageTable {
  list: string;
  message_id: string;
  oid: string;
  received_at: number;
  /** `new`: not looked at yet; `none`: nothing of a proposal. */
  kind: 'new' | 'patch' | 'cover' | 'none';
  revision: number | null;
  /** Its place among the patches of its revision, from 1; 0 for a cover letter. */
  place: number;
  title: string;
  /** Of its diff (git-patch-id(1)); empty where there is none. */
  patch_id: string;
}

/** What stands for a decision that somebody may take, once. */
export interface ProposalTokenTable {
  hash: string;
  proposal: number;
  moderator: string;
  created_at: number;
}

export interface ProposalSchema {
  proposal: ProposalTable;
  revision: RevisionTable;
  proposal_message: ProposalMessageTable;
  proposal_token: ProposalTokenTable;
}

export const proposalTables: Readonly<Record<keyof ProposalSchema, TableDefinition>> = {
  proposal: {
    columns: {
      number: 'integer',
      list: 'text',
      title: 'text',
      state: 'text',
      from_name: 'text',
      from_address: 'text',
      folded: 'text',
      created_at: 'bigint',
      changed_at: 'bigint',
      revision: 'integer',
      decided_by: 'text',
      applied: 'text',
      asked: 'text',
    },
    nullable: ['applied'],
    key: ['number'],
    indexes: [['state', 'changed_at'], ['folded']],
  },
  revision: {
    columns: {
      id: 'integer',
      proposal: 'integer',
      list: 'text',
      version: 'integer',
      total: 'integer',
      name: 'text',
      thread: 'integer',
      stem: 'text',
      folded: 'text',
      first_at: 'bigint',
      base: 'text',
      verdict: 'text',
      tip: 'text',
      trial: 'text',
      told: 'integer',
    },
    nullable: ['base', 'tip'],
    key: ['id'],
    indexes: [['proposal'], ['folded', 'first_at'], ['verdict']],
  },
  proposal_message: {
    columns: {
      list: 'text',
      message_id: 'text',
      oid: 'text',
      received_at: 'bigint',
      kind: 'text',
      revision: 'integer',
      place: 'integer',
      title: 'text',
      patch_id: 'text',
    },
    nullable: ['revision'],
    key: ['list', 'message_id'],
    indexes: [['revision', 'place'], ['kind'], ['patch_id']],
  },
  proposal_token: {
    columns: { hash: 'text', proposal: 'integer', moderator: 'text', created_at: 'bigint' },
    key: ['hash'],
    indexes: [['proposal']],
  },
};
