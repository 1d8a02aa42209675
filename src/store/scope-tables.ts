import { type Kysely, sql } from 'kysely';
import { createTables, type TableDefinition } from './table-definition.ts';

const scopeTables: Readonly<Record<'access_grant' | 'member_reminder', TableDefinition>> = {
  access_grant: {
    columns: {
      id: 'text',
      folded: 'text',
      address: 'text',
      name: 'text',
      role: 'text',
      paths: 'text',
      lists: 'text',
      granted_by: 'text',
      granted_at: 'bigint',
      until: 'bigint',
      used_at: 'bigint',
      told_at: 'bigint',
    },
    nullable: ['until', 'used_at', 'told_at'],
    key: ['id'],
    unique: [['folded', 'paths', 'lists']],
  },
  member_reminder: { columns: { kind: 'text', told_at: 'bigint' }, key: ['kind'] },
};

/** Has a member hold several roles, each in a part of the wiki: the one that each had is in all of it. */
export async function giveRolesScopes(db: Kysely<unknown>, engine: 'sqlite' | 'postgresql'): Promise<void> {
  await createTables(db, engine, scopeTables);
  await sql`insert into access_grant
      (id, folded, address, name, role, paths, lists, granted_by, granted_at, "until", used_at)
    select folded, folded, address, name, role, '[]', '[]', granted_by, granted_at, "until", used_at
    from member`.execute(db);
  await db.schema.dropTable('member').execute();
  await db.schema
    .alterTable('access_token')
    .addColumn('scopes', 'text', (c) => c.notNull().defaultTo('push'))
    .execute();
}
