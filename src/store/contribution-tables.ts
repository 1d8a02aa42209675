import { type Kysely, sql } from 'kysely';
import { createTables, type TableDefinition } from './table-definition.ts';

/** What somebody changed on the web: their link to it is kept by nobody but them. */
export interface ContributionTable {
  /** Of the token of the link. */
  hash: string;
  /**
   * `draft`: files are gathered, nobody is named; `asked`: the address is not confirmed yet, nobody but its owner sees
   * anything; `forgotten`: it waited for a moderator, and none looked at it in time.
   */
  state: 'draft' | 'asked' | 'sent' | 'withdrawn' | 'forgotten';
  list: string;
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
  /** Whether files were changed since it was sent: 0 or 1. */
  unsent: number;
  /** Seconds since 1970. */
  created_at: number;
}

/** A file that a contribution changes. */
export interface ContributionFileTable {
  /** Of the contribution. */
  hash: string;
  path: string;
  /** What it is to hold; null to delete it. */
  content: Uint8Array | null;
  /** The commit of the wiki that it was made from. */
  base: string;
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
  contribution_file: ContributionFileTable;
  contributed_patch: ContributedPatchTable;
}

/** As they were when a contribution was of one file. */
export const contributionTables: Readonly<Record<'contribution' | 'contributed_patch', TableDefinition>> = {
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

export const contributionFileTables: Readonly<Record<'contribution_file', TableDefinition>> = {
  contribution_file: {
    columns: { hash: 'text', path: 'text', content: 'bytes', base: 'text' },
    nullable: ['content'],
    key: ['hash', 'path'],
  },
};

/** Has a contribution change several files: the one that each had becomes its first. */
export async function giveContributionsFiles(
  db: Kysely<unknown>,
  engine: 'sqlite' | 'postgresql',
): Promise<void> {
  await createTables(db, engine, contributionFileTables);
  const bytes = engine === 'sqlite' ? sql`cast(content as blob)` : sql`convert_to(content, 'UTF8')`;
  await sql`insert into contribution_file (hash, path, content, base)
    select hash, path, ${bytes}, base from contribution`.execute(db);
  const table = db.schema.alterTable('contribution');
  await table.dropColumn('path').execute();
  await table.dropColumn('content').execute();
  await table.addColumn('unsent', 'integer', (c) => c.notNull().defaultTo(0)).execute();
}
