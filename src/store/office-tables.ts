import type { TableDefinition } from './table-definition.ts';

/** Who alone does a work for a database, until when. */
export interface LeaseTable {
  name: string;
  holder: string;
  /** Seconds since 1970. */
  until: number;
}

/** A file of the spool whose work is done: left by a crash, it is removed and nothing more. */
export interface TakenTable {
  id: string;
}

export interface OfficeSchema {
  lease: LeaseTable;
  taken: TakenTable;
}

export const officeTables: Readonly<Record<keyof OfficeSchema, TableDefinition>> = {
  lease: { columns: { name: 'text', holder: 'text', until: 'bigint' }, key: ['name'] },
  taken: { columns: { id: 'text' }, key: ['id'] },
};
