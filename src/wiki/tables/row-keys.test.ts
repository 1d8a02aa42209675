import { expect, test } from 'vitest';
import { complaints, schemaOf, tableOf } from './table.fixture.ts';

const keys = (table: Awaited<ReturnType<typeof tableOf>>) => [...table.rows()].map(({ key }) => key);

test('a first column present and unique names the rows', async () => {
  expect(keys(await tableOf('id,x\nb,1\na,1\n'))).toEqual(['b', 'a']);
});

test('where the first column has a blank or a repetition, positions name the rows', async () => {
  expect(keys(await tableOf('id,x\nb,1\n,2\n'))).toEqual(['1', '2']);
  expect(keys(await tableOf('id,x\nb,1\nb,2\n'))).toEqual(['1', '2']);
});

test('the primary key of the schema names the rows', async () => {
  const schema = schemaOf({ fields: [{ name: 'x' }, { name: 'y' }], primaryKey: ['y', 'x'] });
  const table = await tableOf('x,y\n1,a\n1,b\n', { schema });
  expect(keys(table)).toEqual(['a/1', 'b/1']);
  expect(table.rowNamed('b/1')?.position).toBe(2);
  expect(table.rowNamed('c/1')).toBeUndefined();
});

test('a primary key that comes back, or is not complete, is told, and its row keeps an address', async () => {
  const schema = schemaOf({ fields: [{ name: 'x' }], primaryKey: 'x' });
  const table = await tableOf('x,y\na,1\na,2\n,3\n', { schema });
  expect(keys(table)).toEqual(['a', 'a~2', '3']);
  expect(table.rowNamed('a~2')?.cells).toEqual(['a', '2']);
  expect(complaints(table).filter((text) => text.includes('-key'))).toEqual([
    'duplicate-key 3: The primary key “a” is that of a row above; make each its own.',
    'incomplete-key 4: The primary key of the row is not complete; fill in its cells.',
  ]);
});

test('a row is found by its key', async () => {
  const named = await tableOf('id,x\nb,1\na,1\n');
  expect(named.rowNamed('a')?.position).toBe(2);
  expect(named.rowNamed('2')).toBeUndefined();
  const numbered = await tableOf('id,x\nb,1\nb,2\n');
  expect(numbered.rowNamed('2')?.cells).toEqual(['b', '2']);
  expect(numbered.rowNamed('3')).toBeUndefined();
  expect(numbered.rowNamed('b')).toBeUndefined();
});
