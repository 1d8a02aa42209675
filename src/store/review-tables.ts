import { type Kysely, sql } from 'kysely';
import { type ProposalWordsTable, proposalWords, type SenderNames } from './proposal-words.ts';
import { createTables, type TableDefinition } from './table-definition.ts';

/** The version of a proposal that somebody who is signed in looked at last. */
export interface SeenProposalTable {
  /** Their address, as addresses are compared. */
  folded: string;
  proposal: number;
  /** The revision that they saw last. */
  revision: number;
  /** The one that they had seen before it; null where it is the first. */
  former: number | null;
  /** Seconds since 1970. */
  seen_at: number;
}

/** Another wording that the author of a contribution accepted: who suggested it, in which message, at which place there. */
export interface AcceptedWordingTable {
  /** Of the contribution. */
  hash: string;
  list: string;
  message_id: string;
  place: number;
  name: string;
  address: string;
}

/** A file that a revision changes. */
export interface RevisionPathTable {
  revision: number;
  path: string;
}

export interface ReviewSchema {
  seen_proposal: SeenProposalTable;
  accepted_wording: AcceptedWordingTable;
  revision_path: RevisionPathTable;
  proposal_words: ProposalWordsTable;
}

const reviewTables: Readonly<Record<keyof ReviewSchema, TableDefinition>> = {
  seen_proposal: {
    columns: {
      folded: 'text',
      proposal: 'integer',
      revision: 'integer',
      former: 'integer',
      seen_at: 'bigint',
    },
    nullable: ['former'],
    key: ['folded', 'proposal'],
  },
  accepted_wording: {
    columns: {
      hash: 'text',
      list: 'text',
      message_id: 'text',
      place: 'integer',
      name: 'text',
      address: 'text',
    },
    key: ['hash', 'list', 'message_id', 'place'],
    indexes: [['list', 'message_id']],
  },
  revision_path: {
    columns: { revision: 'integer', path: 'text' },
    key: ['revision', 'path'],
    indexes: [['path']],
  },
  proposal_words: { columns: { number: 'integer', title: 'text', sender: 'text' }, key: ['number'] },
};

/** Makes the tables of reviews; of the proposals that are there, the files are told from their trials. */
export async function createReviewTables(
  db: Kysely<unknown>,
  engine: 'sqlite' | 'postgresql',
): Promise<void> {
  await createTables(db, engine, reviewTables);
  await db.schema
    .createIndex('contributed_patch_by_address')
    .on('contributed_patch')
    .column('address')
    .execute();
  type Named = { readonly number: number; readonly title: string } & SenderNames;
  const named = await sql<Named>`select number, title, from_name, from_address from proposal`.execute(db);
  for (const row of named.rows) {
    const { number, title, sender } = proposalWords(row);
    await sql`insert into proposal_words (number, title, sender) values (${number}, ${title}, ${sender})`.execute(
      db,
    );
  }
  const { rows } = await sql<{ id: number; trial: string }>`select id, trial from revision`.execute(db);
  for (const { id, trial } of rows) {
    const { paths = [] } = JSON.parse(trial || '{}') as { paths?: string[] };
    for (const path of new Set(paths))
      await sql`insert into revision_path (revision, path) values (${id}, ${path})`.execute(db);
  }
}
