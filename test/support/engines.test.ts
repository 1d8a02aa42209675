import { existsSync } from 'node:fs';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { onEachEngine } from './engines.ts';

onEachEngine('a place for a store', (engine) => {
  test('is empty and its own', async () => {
    const [one, two] = await Promise.all([engine.place(), engine.place()]);
    expect(existsSync(one.dataFolder)).toBe(true);
    expect(one.dataFolder).not.toBe(two.dataFolder);
    if (engine.name === 'sqlite') {
      expect(one.databaseUrl).toBeUndefined();
      return;
    }
    const client = new Client({ connectionString: one.databaseUrl });
    await client.connect();
    const { rows } = await client.query(
      "select count(*)::int as tables from information_schema.tables where table_schema = 'public'",
    );
    await client.end();
    expect(rows).toEqual([{ tables: 0 }]);
    expect(one.databaseUrl).not.toBe(two.databaseUrl);
  });
});
