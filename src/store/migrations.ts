import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { abuseTables } from './abuse-tables.ts';
import { archiveTables } from './code-archive-tables.ts';
import { addRegisterFiles } from './code-dependency-table.ts';
import { addForgesAndFollowers } from './code-forge-tables.ts';
import { harvestTables } from './code-harvest-tables.ts';
import { heardTables } from './code-heard-tables.ts';
import { codeTables, giveRepositoriesTimes } from './code-tables.ts';
import { contributionTables, giveContributionsFiles } from './contribution-tables.ts';
import { heldTables } from './held-table.ts';
import { createMailWords, mailTables } from './mail-tables.ts';
import { memberTables } from './member-tables.ts';
import { officeTables } from './office-tables.ts';
import { proposalTables } from './proposal-tables.ts';
import { pushBackTables } from './push-back-table.ts';
import { createReviewTables } from './review-tables.ts';
import { giveRolesScopes } from './scope-tables.ts';
import { createFullText, prepareForMany } from './search-schema.ts';
import { addSignInWays } from './sign-in-tables.ts';
import { declarationTables, softwareTables } from './software-tables.ts';
import { sshKeyTables } from './ssh-key-table.ts';
import { subscriptionTables } from './subscription-tables.ts';
import { createTables, type TableDefinition } from './table-definition.ts';
import { addRegisterBrowsing } from './tally-code.ts';
import { createWordSet } from './word-set-tables.ts';

const index: Readonly<Record<string, TableDefinition>> = {
  wiki: {
    columns: {
      id: 'integer',
      source: 'text',
      commit_id: 'text',
      generation: 'integer',
      format: 'integer',
      site: 'text',
    },
    key: ['id'],
  },
  commit: {
    columns: {
      seq: 'integer',
      id: 'text',
      parents: 'text',
      straight_from: 'integer',
      author_name: 'text',
      author_email: 'text',
      author_time: 'bigint',
      committer_name: 'text',
      committer_email: 'text',
      committer_time: 'bigint',
      subject: 'text',
    },
    key: ['seq'],
    indexes: [['id']],
  },
  change: {
    columns: { seq: 'integer', path: 'text', kind: 'text', old_path: 'text', oid: 'text', edited: 'integer' },
    nullable: ['old_path'],
    key: ['path', 'seq'],
    indexes: [['old_path', 'seq'], ['seq']],
  },
  file: {
    columns: {
      path: 'text',
      folder: 'text',
      folded: 'text',
      mode: 'text',
      oid: 'text',
      size: 'bigint',
      width: 'integer',
      height: 'integer',
    },
    nullable: ['size', 'width', 'height'],
    key: ['path'],
    indexes: [['folder'], ['folded']],
  },
  folder: {
    columns: { path: 'text', parent: 'text' },
    nullable: ['parent'],
    key: ['path'],
    indexes: [['parent']],
  },
  page: {
    columns: {
      path: 'text',
      folder: 'text',
      address: 'text',
      folded_address: 'text',
      language: 'text',
      family: 'text',
      translation_of: 'text',
      title: 'text',
      description: 'text',
      date: 'text',
      facts: 'text',
      unlisted: 'integer',
    },
    nullable: ['translation_of', 'date'],
    key: ['path'],
    indexes: [
      ['address'],
      ['folded_address'],
      ['family'],
      ['folder', 'language', 'unlisted'],
      ['translation_of'],
    ],
  },
  link: {
    columns: {
      source: 'text',
      position: 'integer',
      line: 'integer',
      kind: 'text',
      target: 'text',
      text: 'text',
      path: 'text',
      fragment: 'text',
      first_paragraph: 'integer',
    },
    nullable: ['path', 'fragment'],
    key: ['source', 'position'],
    indexes: [['path']],
  },
  alias: { columns: { address: 'text', path: 'text' }, key: ['address', 'path'], indexes: [['path']] },
  translation: {
    columns: { path: 'text', original: 'text', behind: 'integer', followed_commit: 'text' },
    nullable: ['followed_commit'],
    key: ['path'],
    indexes: [['original']],
  },
};

const data: Readonly<Record<string, TableDefinition>> = {
  data_file: {
    columns: {
      path: 'text',
      kind: 'text',
      title: 'text',
      entries: 'integer',
      problems: 'text',
      problem_count: 'integer',
    },
    key: ['path'],
    indexes: [['kind']],
  },
  entry: {
    columns: { address: 'text', path: 'text', kind: 'text', title: 'text', text: 'text' },
    key: ['address'],
    indexes: [['path']],
  },
};

const search: Readonly<Record<string, TableDefinition>> = {
  search_document: {
    columns: {
      id: 'integer',
      path: 'text',
      kind: 'text',
      language: 'text',
      section: 'text',
      title_words: 'integer',
      profile: 'text',
    },
    key: ['id'],
    indexes: [['path']],
  },
  search_text: {
    columns: { id: 'integer', title: 'text', text: 'text', headings: 'text', address: 'text' },
    key: ['id'],
  },
  search_word: {
    columns: {
      form: 'text',
      stem: 'text',
      word: 'text',
      head: 'text',
      documents: 'integer',
      reversed: 'text',
    },
    key: ['form', 'stem'],
    indexes: [['word'], ['reversed'], ['head', 'documents']],
  },
};

const checks: Readonly<Record<string, TableDefinition>> = {
  finding: {
    columns: {
      path: 'text',
      scope: 'text',
      position: 'integer',
      rule: 'text',
      line: 'integer',
      column: 'integer',
      subject: 'text',
      detail: 'text',
      fix: 'text',
      times: 'integer',
    },
    nullable: ['fix'],
    key: ['path', 'scope', 'position'],
  },
  awaited: { columns: { path: 'text', source: 'text' }, key: ['path', 'source'], indexes: [['source']] },
};

/**
 * The migrations of the database, in order of name. Paths and addresses are compared byte by byte in both engines
 * (PostgreSQL's own order follows the locale of the cluster).
 */
export function migrations(engine: 'sqlite' | 'postgresql'): Record<string, Migration> {
  return {
    '001-index': { up: (db) => createTables(db, engine, index) },
    '002-data': { up: (db) => createTables(db, engine, data) },
    '003-search': {
      up: async (db) => {
        await createTables(db, engine, search);
        await createFullText(db, engine);
      },
    },
    '004-checks': {
      up: async (db) => {
        await createTables(db, engine, checks);
        // A title may be longer than PostgreSQL has room for in an index.
        await sql`create index page_by_title on page (substr(title, 1, 200))`.execute(db);
      },
    },
    '005-search-of-many': { up: (db) => prepareForMany(db, engine) },
    '006-subscriptions': { up: (db) => createTables(db, engine, subscriptionTables) },
    '007-mail': {
      up: async (db) => {
        await createTables(db, engine, mailTables);
        await createMailWords(db, engine);
      },
    },
    '008-held': { up: (db) => createTables(db, engine, heldTables) },
    '010-office': { up: (db) => createTables(db, engine, officeTables) },
    '011-proposals': { up: (db) => createTables(db, engine, proposalTables) },
    '012-contributions': { up: (db) => createTables(db, engine, contributionTables) },
    '013-members': { up: (db) => createTables(db, engine, memberTables) },
    '018-contribution-files': { up: (db) => giveContributionsFiles(db, engine) },
    '019-review': { up: (db) => createReviewTables(db, engine) },
    '020-abuse': { up: (db) => createTables(db, engine, abuseTables) },
    '021-sign-in-ways': { up: (db) => addSignInWays(db, engine) },
    '022-scopes': { up: (db) => giveRolesScopes(db, engine) },
    '023-push-back': { up: (db) => createTables(db, engine, pushBackTables) },
    '023-ssh-keys': { up: (db) => createTables(db, engine, sshKeyTables) },
    '030-register': {
      up: async (db) => {
        await createTables(db, engine, codeTables);
        await createWordSet(db, engine, 'code_words');
      },
    },
    '030-register-harvest': { up: (db) => createTables(db, engine, harvestTables) },
    '031-register-files': { up: (db) => addRegisterFiles(db, engine) },
    '031-register-heard': { up: (db) => createTables(db, engine, heardTables) },
    '032-register-browsing': { up: (db) => addRegisterBrowsing(db, engine) },
    '033-open-data': {
      up: async (db) => {
        await giveRepositoriesTimes(db);
        await createTables(db, engine, archiveTables);
      },
    },
    '034-software': {
      up: async (db) => {
        await createTables(db, engine, softwareTables);
        await createWordSet(db, engine, 'software_words');
      },
    },
    '035-software-declarations': { up: (db) => createTables(db, engine, declarationTables) },
    '036-forges-and-followers': { up: (db) => addForgesAndFollowers(db, engine) },
  };
}
