import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCatalogue } from '../../src/register/import/catalogue.ts';
import { hasRealCode, realCode } from '../support/real-wiki.ts';
import { type ServedRegister, servedRegister } from '../support/served-register.ts';
import { type TableSchema, tableSchemaFaults } from '../support/table-schema.ts';

describe.skipIf(!hasRealCode)('what code.gouv.fr published in 2021', () => {
  let it: ServedRegister;
  beforeAll(async () => {
    it = await servedRegister({ 'index.md': '# Accueil' });
    for (const name of ['organizations.csv', 'repositories.csv']) {
      const { repositories, accounts } = readCatalogue(name, readFileSync(join(realCode, '2021', name)));
      await it.record(repositories, accounts);
    }
  }, 120_000);
  afterAll(() => it[Symbol.asyncDispose]());

  const published = async (path: string) =>
    parse((await it.site.get(path)).text, { columns: true, record_delimiter: '\r\n' }) as Record<
      string,
      string
    >[];

  test.each([
    // It told no numbers of forges then.
    ['repositories', 'repository.json', 9_066, ['id: missing']],
    ['organizations', 'organization.json', 1_257, []],
  ])(
    '%s are published as code.gouv.fr’s own schema says, save what it did not say',
    async (table, schema, count, faults) => {
      const rows = await published(`/-/code/${table}/csv/all.csv`);
      const told = JSON.parse(readFileSync(join(realCode, 'schemas', schema), 'utf8')) as TableSchema;
      expect(rows).toHaveLength(count);
      expect(Object.keys(rows[0] as object)).toEqual(told.fields.map(({ name }) => name));
      const found = new Map<string, number>();
      for (const row of rows)
        for (const fault of tableSchemaFaults(told, row)) found.set(fault, (found.get(fault) ?? 0) + 1);
      expect([...found.keys()].toSorted()).toEqual(faults);
      const keys = rows.map((row) =>
        [told.primaryKey]
          .flat()
          .map((name) => row[name])
          .join(' '),
      );
      expect(new Set(keys).size).toBe(count);
    },
  );
});
