import { expect, test } from 'vitest';
import { schemaCandidates, schemaOfResource } from './data-package.ts';

test('a schema is looked for beside the file, then in the packages of its folder and those above', () => {
  expect(schemaCandidates('a/b/list.fr.csv')).toEqual([
    'a/b/list.fr.schema.json',
    'a/b/datapackage.json',
    'a/datapackage.json',
    'datapackage.json',
  ]);
  expect(schemaCandidates('list.csv')).toEqual(['list.schema.json', 'datapackage.json']);
});

const packageOf = (...resources: unknown[]) => JSON.stringify({ name: 'x', resources });

test('a package describes its files', () => {
  const text = packageOf(
    { path: 'other.csv', title: 'Other' },
    {
      path: './data/list.csv',
      title: 'Logiciels',
      dialect: { delimiter: ';', header: false },
      schema: { fields: [{ name: 'a' }] },
    },
  );
  expect(schemaOfResource(text, 'data/list.csv')).toMatchObject({
    title: 'Logiciels',
    dialect: { separator: ';', header: false },
    schema: { fields: [{ name: 'a' }] },
    problems: [],
  });
  expect(schemaOfResource(text, 'list.csv')).toBeUndefined();
});

test('a schema in a file of its own is named from the folder of the package', () => {
  expect(schemaOfResource(packageOf({ path: 'a.csv', schema: 'schemas/a.json' }), 'a.csv')).toEqual({
    schemaPath: 'schemas/a.json',
    problems: [],
  });
});

test('a schema on another site, or above the root, is not fetched and is told', () => {
  for (const schema of ['https://example.org/a.json', '../../a.json'])
    expect(schemaOfResource(packageOf({ path: 'a.csv', schema }), 'a.csv')).toEqual({
      problems: [
        {
          rule: 'absent-schema',
          line: 1,
          message: 'The schema of the file is not in this repository and is left out; add it here.',
          values: {},
        },
      ],
    });
});

test.each(['', '[]', '{"resources": 1}', 'a: &a [*a]'])('%j is not a package', (text) => {
  expect(schemaOfResource(text, 'a.csv')?.problems).toHaveLength(1);
});

test('a resource that is not one is passed over', () => {
  expect(schemaOfResource(packageOf(null, 1, { path: 3 }, { path: ['a.csv', 'b.csv'] }), 'b.csv')).toEqual({
    problems: [],
  });
});
