import type { TableDefinition } from './table-definition.ts';

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

/** What a harvest keeps for the next one: nothing is lost with it but time. */
export const harvestTables: Readonly<Record<string, TableDefinition>> = {
  code_page: {
    columns: { url: 'text', etag: 'text', items: 'text', next: 'text' },
    nullable: ['next'],
    key: ['url'],
  },
  code_harvest: { columns: { address: 'text', harvested_at: 'bigint' }, key: ['address'] },
};
