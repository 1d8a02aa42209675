import { expect, test } from 'vitest';
import { schemaOf, tableOf } from './table.fixture.ts';

async function faults(field: object, cells: readonly string[]): Promise<string[]> {
  const schema = schemaOf({ fields: [{ name: 'x', ...field }, { name: 'y' }] });
  const table = await tableOf(`x,y\n${cells.map((cell) => `"${cell}",.\n`).join('')}`, { schema });
  return table.problems.map(({ rule, line, column, message }) => `${rule} ${line} ${column}: ${message}`);
}

test('a cell that is not of its type is told with its row and column', async () => {
  expect(await faults({ type: 'integer' }, ['1', 'deux', '2,5', ''])).toEqual([
    'type 3 x: “deux” is not a whole number; correct the cell, or the type in the schema.',
    'type 4 x: “2,5” is not a whole number; correct the cell, or the type in the schema.',
  ]);
  expect(await faults({ type: 'date' }, ['2018-02-16', '16/02/2018', '2018-02-30'])).toHaveLength(2);
  expect(
    await faults({ type: 'date', format: '%d/%m/%Y' }, ['16/02/2018', '30/02/2018', '2018-02-16']),
  ).toHaveLength(2);
  expect(await faults({ type: 'boolean' }, ['true', '0', 'Oui'])).toHaveLength(1);
  expect(await faults({ type: 'string', format: 'uri' }, ['https://a.example', 'a.example'])).toHaveLength(1);
  expect(await faults({ type: 'string', format: 'email' }, ['a@b.example', 'a b'])).toHaveLength(1);
  expect(await faults({ type: 'geopoint' }, ['48.8, 2.3', 'x'])).toEqual([]);
});

test('a cell that the type refuses is shown and sorted by what it says all the same', async () => {
  const schema = schemaOf({ fields: [{ name: 'x', type: 'number' }] });
  const table = await tableOf('x\n"2,5"\n10\n', { schema });
  expect(table.columns[0]).toMatchObject({ type: 'number', numeric: true });
  expect(table.problemCount).toBe(1);
});

test('required cells are present', async () => {
  expect(await faults({ constraints: { required: true } }, ['a', ''])).toEqual([
    'required 3 x: The cell is empty, and the schema requires a value; fill it in.',
  ]);
});

test('unique cells are', async () => {
  expect(await faults({ constraints: { unique: true } }, ['a', '', '', 'b', 'a'])).toEqual([
    'unique 6 x: “a” is already in a row above, and the schema wants each once.',
  ]);
});

test('enumerations, patterns, lengths and bounds are kept', async () => {
  expect(await faults({ constraints: { enum: ['a', 'b'] } }, ['a', 'c'])).toEqual([
    'enum 3 x: “c” is not one of the values of the schema: a, b.',
  ]);
  expect(await faults({ constraints: { pattern: '[A-Z]{2}\\d+' } }, ['AB12', 'ab12', 'AB12x'])).toHaveLength(
    2,
  );
  expect(await faults({ constraints: { minLength: 2, maxLength: 3 } }, ['ab', 'a', 'abcd'])).toEqual([
    'min-length 3 x: “a” is too short, 1 where the schema requires 2 characters.',
    'max-length 4 x: “abcd” is too long, 4 where the schema allows 3 characters.',
  ]);
  expect(
    await faults({ type: 'integer', constraints: { minimum: 2, maximum: 10 } }, ['2', '10', '1', '11']),
  ).toEqual([
    'minimum 4 x: “1” is less than the minimum, 2, which the schema sets.',
    'maximum 5 x: “11” is more than the maximum, 10, which the schema sets.',
  ]);
  expect(
    await faults({ type: 'date', constraints: { minimum: '2018-01-01' } }, ['2018-01-01', '2017-12-31']),
  ).toHaveLength(1);
});

test('a schema that does not match the file is told, and what matches is used', async () => {
  const schema = schemaOf({ fields: [{ name: 'a', title: 'Alpha' }, { name: 'b' }] });
  const table = await tableOf('c,a\n1,2\n', { schema });
  expect(table.columns.map(({ name, title }) => `${name}: ${title}`)).toEqual(['c: c', 'a: Alpha']);
  expect(table.problems.map(({ message }) => message)).toEqual([
    'The schema has no field “c”; add it, or correct the header.',
    'The schema has a field “b” that the file has no column for; add the column, or remove the field.',
  ]);
});
