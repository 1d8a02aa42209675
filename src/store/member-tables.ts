import type { TableDefinition } from './table-definition.ts';

/** What somebody may do with the wiki. */
export type Role = 'committer' | 'maintainer' | 'administrator';

/** A role that somebody was granted, in the whole wiki or in a part of it. Times are seconds since 1970. */
export interface AccessGrantTable {
  id: string;
  /** The address, as addresses are compared. */
  folded: string;
  address: string;
  name: string;
  role: Role;
  /** Patterns of the paths that it is for, as JSON; `[]` for all. */
  paths: string;
  /** The lists that it is for, as JSON; `[]` for all. */
  lists: string;
  granted_by: string;
  granted_at: number;
  /** When it ends by itself; null for never. */
  until: number | null;
  /** When it was last of use; null for never. */
  used_at: number | null;
  /** When its holder was told that it ends soon; null for never. */
  told_at: number | null;
}

/** When members were last told of something that comes back. */
export interface MemberReminderTable {
  kind: string;
  told_at: number;
}

/** A link that was mailed to sign in. */
export interface SignInTable {
  hash: string;
  address: string;
  created_at: number;
}

/** A browser that is signed in. */
export interface SessionTable {
  /** Of its cookie. */
  hash: string;
  id: string;
  folded: string;
  address: string;
  /** What it says it is. */
  agent: string;
  created_at: number;
  seen_at: number;
  /** When its cookie was last changed. */
  rotated_at: number;
  /** Whether the present cookie was seen since: 0 or 1. */
  confirmed: number;
  /** What who vouches for them calls them; empty where nobody does. */
  name: string;
  /** What an OpenID provider said, to sign out there too; null where none did. */
  id_token: string | null;
}

/** What stands for somebody in programs: its text is shown once. */
export interface AccessTokenTable {
  hash: string;
  id: string;
  folded: string;
  label: string;
  /** What it may be used for, as OAuth writes it (RFC 6749, 3.3): parted by spaces. */
  scopes: string;
  created_at: number;
  expires_at: number;
  used_at: number | null;
}

/** Somebody asks for write access. */
export interface AccessRequestTable {
  folded: string;
  address: string;
  name: string;
  reason: string;
  created_at: number;
}

/** Who did what, and to whom. */
export interface AuditTable {
  id: number;
  at: number;
  who: string;
  what: string;
  about: string;
  detail: string;
}

export interface MemberSchema {
  access_grant: AccessGrantTable;
  member_reminder: MemberReminderTable;
  sign_in: SignInTable;
  session: SessionTable;
  access_token: AccessTokenTable;
  access_request: AccessRequestTable;
  audit: AuditTable;
}

/**
 * As migration 013 made them: see `sign-in-tables.ts` for what sessions got since, and `scope-tables.ts` for what became of
 * members and tokens.
 */
export const memberTables: Readonly<Record<string, TableDefinition>> = {
  member: {
    columns: {
      folded: 'text',
      address: 'text',
      name: 'text',
      role: 'text',
      granted_by: 'text',
      granted_at: 'bigint',
      until: 'bigint',
      used_at: 'bigint',
    },
    nullable: ['until', 'used_at'],
    key: ['folded'],
  },
  sign_in: {
    columns: { hash: 'text', address: 'text', created_at: 'bigint' },
    key: ['hash'],
    indexes: [['address', 'created_at']],
  },
  session: {
    columns: {
      hash: 'text',
      id: 'text',
      folded: 'text',
      address: 'text',
      agent: 'text',
      created_at: 'bigint',
      seen_at: 'bigint',
    },
    key: ['hash'],
    indexes: [['folded']],
  },
  access_token: {
    columns: {
      hash: 'text',
      id: 'text',
      folded: 'text',
      label: 'text',
      created_at: 'bigint',
      expires_at: 'bigint',
      used_at: 'bigint',
    },
    nullable: ['used_at'],
    key: ['hash'],
    indexes: [['folded']],
  },
  access_request: {
    columns: { folded: 'text', address: 'text', name: 'text', reason: 'text', created_at: 'bigint' },
    key: ['folded'],
  },
  audit: {
    columns: { id: 'integer', at: 'bigint', who: 'text', what: 'text', about: 'text', detail: 'text' },
    key: ['id'],
  },
};
