import type { TableDefinition } from './table-definition.ts';

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
