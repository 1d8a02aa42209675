import type { Kysely } from 'kysely';
import type { CodeArchivePauseTable, CodeArchiveTable } from './code-archive-tables.ts';
import type { CodeDependencyTable } from './code-dependency-table.ts';
import type { CodeForgeTable } from './code-forge-tables.ts';
import type { CodeHarvestTable, CodePageTable } from './code-harvest-tables.ts';
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

/** PostgreSQL gives large integers as text. */
export function numberedRepository(row: CodeRepositoryTable): CodeRepositoryTable {
  const { created_at, updated_at, released_at } = row;
  return {
    ...row,
    created_at: Number(created_at),
    updated_at: Number(updated_at),
    released_at: Number(released_at),
  };
}

/** An account on a forge: what code.gouv.fr calls an organisation. */
export interface CodeAccountTable {
  key: string;
  address: string;
  name: string;
  forge: string;
  /** What program the forge runs, as it is said of the account: `gitlab`. */
  kind: string | null;
  organisation: string | null;
  policy: string | null;
  office: string | null;
  /** Null where nobody knows, and of one that is gone. */
  followers: number | null;
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

export interface CodeSchema {
  code_archive: CodeArchiveTable;
  code_forge: CodeForgeTable;
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
