import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { onEachEngine } from '../../test/support/engines.ts';
import { memberTables } from './member-tables.ts';
import { postgresqlDialect } from './postgresql.ts';
import { giveRolesScopes } from './scope-tables.ts';
import { sqliteDialect } from './sqlite.ts';
import { createTables } from './table-definition.ts';

onEachEngine('roles of before they had parts', (engine) => {
  test('are in the whole wiki, and tokens of before they had uses push', async () => {
    const { dataFolder, databaseUrl } = await engine.place();
    const dialect = databaseUrl
      ? postgresqlDialect(databaseUrl)
      : sqliteDialect(join(dataFolder, 'index.db'), 'writer');
    const db = new Kysely<unknown>({ dialect });
    onTestFinished(() => db.destroy());
    await createTables(db, engine.name, memberTables);
    await sql`insert into member (folded, address, name, role, granted_by, granted_at, "until", used_at)
      values ('ada@example.org', 'Ada@example.org', 'Ada', 'maintainer', 'op', 1, null, 2)`.execute(db);
    await sql`insert into access_token (hash, id, folded, label, created_at, expires_at, used_at)
      values ('h', 'i', 'ada@example.org', 'git', 1, 2, null)`.execute(db);
    await giveRolesScopes(db, engine.name);
    const { rows } = await sql<object>`select * from access_grant`.execute(db);
    expect(rows).toMatchObject([{ folded: 'ada@example.org', role: 'maintainer', paths: '[]', lists: '[]' }]);
    const tokens = await sql<object>`select scopes from access_token`.execute(db);
    expect(tokens.rows).toEqual([{ scopes: 'push' }]);
  });
});
