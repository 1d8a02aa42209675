import type { Kysely } from 'kysely';
import type { CodeDependencyTable } from './code-dependency-table.ts';
import type { CodeHeardAccountTable, CodeHeardTable } from './code-heard-tables.ts';
import type { CodeTallyTable } from './code-tally-table.ts';
import type { TableDefinition } from './table-definition.ts';

/** One row: which commit of the register the index holds, and what it was made with. */
export interface CodeStateTable {
  id: 1;
  head: string;
  format: string;
}

/** A repository of the register. Flags are 0, 1, or null where nobody knows; times are seconds since 1970. */
export interface CodeRepositoryTable {
  id: number;
  key: string;
  /** Its present address: `gitlab.com/exemple/outil`. */
  address: string;
  name: string;
  folded_name: string;
  /** The address of its account: `gitlab.com/exemple`. */
  account: string;
  /** Of the account, in the public directory. */
  organisation: string | null;
  /** The organisation that all of its parents lead to. */
  ministry: string | null;
  forge: string;
  /** What sort of software its publiccode.yml says that it is: `library`. */
  kind: string | null;
  language: string | null;
  /** As SPDX, else as the forge says. */
  licence: string | null;
  is_fork: number | null;
  is_archived: number | null;
  is_template: number | null;
  has_publiccode: number | null;
  has_contributing: number | null;
  has_releases: number | null;
  /** Whether Software Heritage keeps it. */
  in_heritage: number | null;
  /** Whether its last data are not of the last harvest: missing, or gone. */
  state: 'present' | 'missing' | 'gone';
  stars: number;
  forks: number;
  score: number;
  created_year: number | null;
  /** 0 where nobody knows. */
  created_at: number;
  updated_at: number;
  /** Of its last release; 0 where there is none. */
  released_at: number;
  /** JSON: the whole record, as the register has it. */
  record: string;
}

/** An account on a forge: what code.gouv.fr calls an organisation. */
export interface CodeAccountTable {
  key: string;
  address: string;
  name: string;
  forge: string;
  organisation: string | null;
  policy: string | null;
  office: string | null;
  record: string;
}

/** What a repository or an account is known by: an address, or `#` and the forge’s own number. */
export interface CodeAliasTable {
  kind: 'repository' | 'account';
  alias: string;
  key: string;
}

export interface CodeTopicTable {
  repository: number;
  topic: string;
}

/** A public body, its parents at one step and more; each is its own at step 0. */
export interface CodeOrganisationTable {
  id: string;
  name: string;
  parent: string | null;
}
export interface CodeAncestorTable {
  organisation: string;
  ancestor: string;
}

export interface CodeWordsTable {
  id: number;
  rowid: number;
  tokens: string;
}

/** A page of a listing, as a forge gave it the last time. */
export interface CodePageTable {
  url: string;
  etag: string;
  /** JSON. */
  items: string;
  next: string | null;
}

/** When all of an account was listed, in seconds since 1970. */
export interface CodeHarvestTable {
  address: string;
  harvested_at: number;
}

/** A repository at Software Heritage. Times are seconds since 1970. */
export interface CodeArchiveTable {
  key: string;
  /** The address that was asked for. */
  url: string;
  checked_at: number | null;
  next_at: number;
  /** How often in a row it could not be told. */
  failures: number;
  /** When it was last asked to be saved, and what was said. */
  saved_at: number | null;
  save_status: string | null;
}

/** Until when Software Heritage is not asked, for what has that much of a quota. */
export interface CodeArchivePauseTable {
  kind: 'api' | 'save';
  until: number;
}

export interface CodeSchema {
  code_archive: CodeArchiveTable;
  code_archive_pause: CodeArchivePauseTable;
  code_page: CodePageTable;
  code_heard: CodeHeardTable;
  code_heard_account: CodeHeardAccountTable;
  code_harvest: CodeHarvestTable;
  code_state: CodeStateTable;
  code_repository: CodeRepositoryTable;
  code_account: CodeAccountTable;
  code_alias: CodeAliasTable;
  code_topic: CodeTopicTable;
  code_dependency: CodeDependencyTable;
  code_tally: CodeTallyTable;
  code_organisation: CodeOrganisationTable;
  code_ancestor: CodeAncestorTable;
  code_words: CodeWordsTable;
}

export const codeTables: Readonly<Record<string, TableDefinition>> = {
  code_state: { columns: { id: 'integer', head: 'text', format: 'text' }, key: ['id'] },
  code_repository: {
    columns: {
      id: 'integer',
      key: 'text',
      address: 'text',
      name: 'text',
      folded_name: 'text',
      account: 'text',
      organisation: 'text',
      forge: 'text',
      language: 'text',
      licence: 'text',
      is_fork: 'integer',
      is_archived: 'integer',
      is_template: 'integer',
      has_publiccode: 'integer',
      state: 'text',
      stars: 'integer',
      forks: 'integer',
      score: 'integer',
      created_year: 'integer',
      updated_at: 'bigint',
      record: 'text',
    },
    nullable: [
      'organisation',
      'language',
      'licence',
      'is_fork',
      'is_archived',
      'is_template',
      'has_publiccode',
      'created_year',
    ],
    key: ['id'],
    unique: [['key']],
    indexes: [
      ['address'],
      ['account'],
      ['organisation'],
      ['language'],
      ['licence'],
      ['forge'],
      ['score', 'stars'],
      ['stars'],
      ['updated_at'],
      ['folded_name'],
    ],
  },
  code_account: {
    columns: {
      key: 'text',
      address: 'text',
      name: 'text',
      forge: 'text',
      organisation: 'text',
      policy: 'text',
      office: 'text',
      record: 'text',
    },
    nullable: ['organisation', 'policy', 'office'],
    key: ['key'],
    indexes: [['address'], ['organisation']],
  },
  code_alias: {
    columns: { kind: 'text', alias: 'text', key: 'text' },
    key: ['kind', 'alias'],
    indexes: [['kind', 'key']],
  },
  code_topic: {
    columns: { repository: 'integer', topic: 'text' },
    key: ['repository', 'topic'],
    indexes: [['topic', 'repository']],
  },
  code_organisation: {
    columns: { id: 'text', name: 'text', parent: 'text' },
    nullable: ['parent'],
    key: ['id'],
  },
  code_ancestor: {
    columns: { organisation: 'text', ancestor: 'text' },
    key: ['organisation', 'ancestor'],
    indexes: [['ancestor']],
  },
};

/** What is known of repositories at Software Heritage, and when each is to be asked for again: time is lost with it. */
export const archiveTables: Readonly<Record<string, TableDefinition>> = {
  code_archive: {
    columns: {
      key: 'text',
      url: 'text',
      checked_at: 'bigint',
      next_at: 'bigint',
      failures: 'integer',
      saved_at: 'bigint',
      save_status: 'text',
    },
    nullable: ['checked_at', 'saved_at', 'save_status'],
    key: ['key'],
    indexes: [['next_at']],
  },
  code_archive_pause: { columns: { kind: 'text', until: 'bigint' }, key: ['kind'] },
};

/** Orders repositories by when they were made, and released. */
export async function giveRepositoriesTimes(db: Kysely<unknown>): Promise<void> {
  for (const name of ['created_at', 'released_at']) {
    await db.schema
      .alterTable('code_repository')
      .addColumn(name, 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema.createIndex(`code_repository_by_${name}`).on('code_repository').column(name).execute();
  }
}

/** What a harvest keeps for the next one: nothing is lost with it but time. */
export const harvestTables: Readonly<Record<string, TableDefinition>> = {
  code_page: {
    columns: { url: 'text', etag: 'text', items: 'text', next: 'text' },
    nullable: ['next'],
    key: ['url'],
  },
  code_harvest: { columns: { address: 'text', harvested_at: 'bigint' }, key: ['address'] },
};
