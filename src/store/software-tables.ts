import type { TableDefinition } from './table-definition.ts';

/** One row: what the catalogue was made from, and what is said of the whole of it. */
export interface SoftwareStateTable {
  id: 1;
  /** Another one makes it again. */
  format: string;
  /** JSON, see `register/software/catalogue.ts`. */
  facts: string;
}

/** A software of the catalogue. Flags are 0, 1, or null where nobody says. */
export interface SoftwareTable {
  id: number;
  /** In its address. */
  key: string;
  /** Its place in the table, from 1; those that are only in sheets follow. */
  position: number;
  name: string;
  folded_name: string;
  /** Whether the list has it today; what it had once keeps a page. */
  state: 'listed' | 'removed';
  /** Since when it is recommended: a year, a month or a day; empty where nobody says. */
  since: string;
  /** The address of its repository, as the register of source code tells them apart. */
  repository: string | null;
  /** The path of its sheet. */
  sheet: string | null;
  /** JSON: the whole of it. */
  record: string;
}

/** A value by which a software is told from others. */
export interface SoftwareFacetTable {
  software: number;
  facet: string;
  value: string;
}

export interface SoftwareWordsTable {
  id: number;
  rowid: number;
  tokens: string;
}

/** What a commit did to a row of the table. */
export interface SoftwareEventTable {
  /** From the oldest, 1. */
  position: number;
  key: string;
  name: string;
  kind: 'added' | 'removed' | 'changed';
  /** Which field changed; empty of what came or went. */
  field: string;
  before: string;
  after: string;
  commit_id: string;
  author: string;
  subject: string;
  /** Of its author, in seconds since 1970. */
  at: number;
}

/** What an outside source said of a software, the last time it was asked. */
export interface SoftwareAnswerTable {
  source: string;
  /** What it was asked about: a Wikidata id, or `''` of a source that tells all at once. */
  subject: string;
  etag: string;
  /** JSON. */
  value: string;
  asked_at: number;
}

/** Somebody uses a software, or can help with it. What is public of it is theirs to say. */
export interface SoftwareDeclarationTable {
  id: string;
  folded: string;
  address: string;
  software: string;
  kind: 'user' | 'referent';
  name: string;
  organisation: string;
  /** For what they use it. */
  purpose: string;
  version: string;
  shows_name: number;
  shows_organisation: number;
  shows_address: number;
  created_at: number;
  updated_at: number;
}

export interface SoftwareSchema {
  software_state: SoftwareStateTable;
  software: SoftwareTable;
  software_facet: SoftwareFacetTable;
  software_words: SoftwareWordsTable;
  software_event: SoftwareEventTable;
  software_answer: SoftwareAnswerTable;
  software_declaration: SoftwareDeclarationTable;
}

export const softwareTables: Readonly<Record<string, TableDefinition>> = {
  software_state: { columns: { id: 'integer', format: 'text', facts: 'text' }, key: ['id'] },
  software: {
    columns: {
      id: 'integer',
      key: 'text',
      position: 'integer',
      name: 'text',
      folded_name: 'text',
      state: 'text',
      since: 'text',
      repository: 'text',
      sheet: 'text',
      record: 'text',
    },
    nullable: ['repository', 'sheet'],
    key: ['id'],
    unique: [['key']],
    indexes: [['folded_name'], ['repository']],
  },
  software_facet: {
    columns: { software: 'integer', facet: 'text', value: 'text' },
    key: ['software', 'facet', 'value'],
    indexes: [['facet', 'value']],
  },
  software_event: {
    columns: {
      position: 'integer',
      key: 'text',
      name: 'text',
      kind: 'text',
      field: 'text',
      before: 'text',
      after: 'text',
      commit_id: 'text',
      author: 'text',
      subject: 'text',
      at: 'bigint',
    },
    key: ['position'],
    indexes: [['key'], ['commit_id']],
  },
  software_answer: {
    columns: { source: 'text', subject: 'text', etag: 'text', value: 'text', asked_at: 'bigint' },
    key: ['source', 'subject'],
  },
};

export const declarationTables: Readonly<Record<string, TableDefinition>> = {
  software_declaration: {
    columns: {
      id: 'text',
      folded: 'text',
      address: 'text',
      software: 'text',
      kind: 'text',
      name: 'text',
      organisation: 'text',
      purpose: 'text',
      version: 'text',
      shows_name: 'integer',
      shows_organisation: 'integer',
      shows_address: 'integer',
      created_at: 'bigint',
      updated_at: 'bigint',
    },
    key: ['id'],
    unique: [['software', 'folded', 'kind']],
    indexes: [['folded']],
  },
};
