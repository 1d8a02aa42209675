import type { TableDefinition } from './table-definition.ts';

/** Of whom, or of what, nothing is taken. */
export type BlockKind = 'address' | 'domain' | 'network' | 'text';

/** Something that is blocked. Times are seconds since 1970. */
export interface BlockTable {
  id: string;
  kind: BlockKind;
  /** A folded address, a domain in ASCII, a network as `192.0.2.0/24`, words or a link as they are compared. */
  pattern: string;
  reason: string;
  added_by: string;
  added_at: number;
  /** When it ends by itself; null for never. */
  until: number | null;
}

/** How often forms were sent in a window of time, by whom: a hash that a secret of the day makes, so no address is kept. */
export interface FormRateTable {
  who: string;
  /** When the window began, in seconds since 1970. */
  since: number;
  count: number;
}

/** What hashes those who send forms, for a day. */
export interface DailySecretTable {
  /** `YYYY-MM-DD`. */
  day: string;
  secret: string;
}

/** A proof of work that was used: it is good once. */
export interface UsedProofTable {
  hash: string;
  /** When its challenge is no longer good, in seconds since 1970. */
  expires_at: number;
}

/** Somebody of whom a change was let through: the next ones are not held. */
export interface KnownAuthorTable {
  folded: string;
  since: number;
}

export interface AbuseSchema {
  block: BlockTable;
  form_rate: FormRateTable;
  daily_secret: DailySecretTable;
  used_proof: UsedProofTable;
  known_author: KnownAuthorTable;
}

export const abuseTables: Readonly<Record<keyof AbuseSchema, TableDefinition>> = {
  block: {
    columns: {
      id: 'text',
      kind: 'text',
      pattern: 'text',
      reason: 'text',
      added_by: 'text',
      added_at: 'bigint',
      until: 'bigint',
    },
    nullable: ['until'],
    key: ['id'],
    unique: [['kind', 'pattern']],
  },
  form_rate: {
    columns: { who: 'text', since: 'bigint', count: 'integer' },
    key: ['who', 'since'],
    indexes: [['since']],
  },
  daily_secret: { columns: { day: 'text', secret: 'text' }, key: ['day'] },
  used_proof: {
    columns: { hash: 'text', expires_at: 'bigint' },
    key: ['hash'],
    indexes: [['expires_at']],
  },
  known_author: { columns: { folded: 'text', since: 'bigint' }, key: ['folded'] },
};
