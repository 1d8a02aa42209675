import { expect, test } from 'vitest';
import { readTableSchema } from './schema.ts';

const messages = (text: string) =>
  readTableSchema(text).problems.map(({ line, message }) => `${line}: ${message}`);

test('a schema gives names, titles, types and constraints', () => {
  const { schema, problems } = readTableSchema(
    JSON.stringify({
      title: 'Logiciels',
      fields: [
        { name: 'id', type: 'integer', title: 'Identifiant', constraints: { required: true, minimum: 1 } },
        { name: 'site', format: 'uri' },
      ],
      primaryKey: 'id',
      foreignKeys: [{ fields: 'id', reference: { resource: '', fields: 'site' } }],
    }),
  );
  expect(problems).toEqual([]);
  expect(schema).toMatchObject({
    title: 'Logiciels',
    primaryKey: ['id'],
    fields: [
      { name: 'id', type: 'integer', title: 'Identifiant', constraints: { required: true, minimum: '1' } },
      { name: 'site', type: 'string', format: 'uri', constraints: {} },
    ],
  });
});

test('what is not JSON is told with the line of the fault', () => {
  expect(messages('{\n  "fields": [\n    { "name": "a", }\n  ]\n}')).toEqual([
    '3: The schema is not valid JSON; a Table Schema is a JSON object with a list of “fields”.',
  ]);
  expect(messages('')).toHaveLength(1);
});

test('a fault deep in the file is told with its line too', () => {
  const fields = Array.from({ length: 100 }, (_, index) => `    { "name": "f${index}" }`);
  fields[60] = "    { 'name': 'f60' }";
  expect(messages(`{\n  "fields": [\n${fields.join(',\n')}\n  ]\n}`)[0]).toMatch(/^63: /);
  fields[60] = '    { "name": f60 }';
  expect(messages(`{\n  "fields": [\n${fields.join(',\n')}\n  ]\n}`)[0]).toMatch(/^63: /);
});

test('a YAML bomb is not JSON', () => {
  const bomb = `a: &a ["x","x"]\n${Array.from({ length: 30 }, (_, n) => `b${n}: &b${n} [*a,*a]`).join('\n')}`;
  expect(readTableSchema(bomb)).toMatchObject({ problems: [{ rule: 'schema-not-json', line: 1 }] });
});

test('JSON that nests a hundred thousand deep, or is too large, is told', () => {
  expect(messages(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toHaveLength(1);
  expect(messages(`{"fields": ${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`)).toHaveLength(1);
  expect(messages(`"${'x'.repeat(2_000_000)}"`)).toEqual([
    '1: The schema is larger than 1 MB, too large for a schema.',
  ]);
});

test.each(['null', '[]', '"x"', '{}', '{"fields": {}}', '{"resources": []}'])(
  '%s is not a schema',
  (text) => {
    expect(readTableSchema(text)).toEqual({
      problems: [
        {
          rule: 'not-a-schema',
          line: 1,
          message: 'This is not a Table Schema: it has no list of “fields”.',
          values: {},
        },
      ],
    });
  },
);

test('what is wrong in a field is told with its line, and the rest is used', () => {
  const text = `{
  "fields": [
    { "name": "a",
      "type": "decimal" },
    { "type": "string" },
    { "name": "c", "type": "string", "constraints": { "required": "yes", "maxLength": -1, "pattern": "(a", "enum": ["x", {}] } },
    { "name": "d", "type": "date", "format": "%A" },
    12
  ],
  "primaryKey": "z"
}`;
  const { schema, problems } = readTableSchema(text);
  expect(schema?.fields.map(({ name, type }) => `${name}: ${type}`)).toEqual([
    'a: string',
    'c: string',
    'd: date',
  ]);
  expect(schema?.fields[1]?.constraints).toEqual({ enum: ['x'] });
  expect(schema?.primaryKey).toEqual([]);
  expect(problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    '3: "decimal" is not a type of Table Schema; the column is read as text.',
    '1: Field 2 of the schema has no name; give it the header of its column as “name”.',
    '6: The pattern “(a” is left out: it opens a parenthesis that it does not close.',
    '6: “enum” holds what is not a text; that is left out.',
    '6: “required” is neither true nor false; it is left out.',
    '6: “maxLength” is not a whole number; it is left out.',
    '7: The format “%A” is not understood; dates are read as ISO 8601 has them.',
    '1: Field 5 of the schema has no name; give it the header of its column as “name”.',
    '1: The primary key names “z”, which is not one of the fields.',
  ]);
});

test('names that programs treat apart are names like others', () => {
  const { schema } = readTableSchema('{"fields": [{"name": "__proto__"}, {"name": "constructor"}]}');
  expect(schema?.fields.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
});
