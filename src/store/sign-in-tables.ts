import { type Kysely, sql } from 'kysely';
import { createTables, type TableDefinition } from './table-definition.ts';

/** What a session's cookie was before: whoever still has it is not who has the session. */
export interface FormerSessionTable {
  /** Of the cookie. */
  hash: string;
  /** The id of its session. */
  session: string;
  /** When the cookie after it was first seen, in seconds since 1970; null while it was not. */
  replaced_at: number | null;
}

/** A sign-in that was begun and is to come back, to the browser that began it. */
export interface SignInAttemptTable {
  /** Of the browser's cookie. */
  hash: string;
  kind: 'openid' | 'passkey' | 'new-passkey';
  /** What must come back with it: JSON. */
  expected: string;
  /** Seconds since 1970. */
  created_at: number;
}

/** A key of somebody, of which their device keeps the secret half (WebAuthn, a discoverable credential). */
export interface PasskeyTable {
  /** The credential's, in base64url. */
  id: string;
  folded: string;
  address: string;
  /** How its owner calls it. */
  name: string;
  /** COSE, in base64url. */
  public_key: string;
  /** Of its uses, as the device counts them; 0 of a device that does not. */
  counter: number;
  /** How browsers reach the device: a JSON list. */
  transports: string;
  /** What devices call its owner by: random, in base64url, the same for all passkeys of one person. */
  user_handle: string;
  created_at: number;
  used_at: number | null;
}

export interface SignInSchema {
  former_session: FormerSessionTable;
  sign_in_attempt: SignInAttemptTable;
  passkey: PasskeyTable;
}

const tables: Readonly<Record<keyof SignInSchema, TableDefinition>> = {
  former_session: {
    columns: { hash: 'text', session: 'text', replaced_at: 'bigint' },
    nullable: ['replaced_at'],
    key: ['hash'],
    indexes: [['session']],
  },
  sign_in_attempt: {
    columns: { hash: 'text', kind: 'text', expected: 'text', created_at: 'bigint' },
    key: ['hash'],
    indexes: [['created_at']],
  },
  passkey: {
    columns: {
      id: 'text',
      folded: 'text',
      address: 'text',
      name: 'text',
      public_key: 'text',
      counter: 'bigint',
      transports: 'text',
      user_handle: 'text',
      created_at: 'bigint',
      used_at: 'bigint',
    },
    nullable: ['used_at'],
    key: ['id'],
    indexes: [['folded']],
  },
};

/** Other ways to sign in than by mail, and sessions whose cookie changes. */
export async function addSignInWays(db: Kysely<unknown>, engine: 'sqlite' | 'postgresql'): Promise<void> {
  await createTables(db, engine, tables);
  const session = db.schema.alterTable('session');
  await session.addColumn('rotated_at', 'bigint', (c) => c.notNull().defaultTo(0)).execute();
  await session.addColumn('confirmed', 'integer', (c) => c.notNull().defaultTo(1)).execute();
  await session.addColumn('name', 'text', (c) => c.notNull().defaultTo('')).execute();
  await session.addColumn('id_token', 'text').execute();
  await sql`update session set rotated_at = created_at`.execute(db);
}
