import { expect, test } from 'vitest';
import { tableOf } from './table.fixture.ts';

async function columnOf(cells: readonly string[]) {
  const table = await tableOf(`value,other\n${cells.map((cell) => `"${cell}",x\n`).join('')}`);
  return table.columns[0];
}

test.each([
  [['1', '-2', '1 234'], 'integer'],
  [['1', '2,5', '1 234,5'], 'number'],
  [['1', '2', 'n.c.'], 'string'],
  [['16/02/2018', '2018-02-17'], 'date'],
  [['16/02/2018', '30/02/2018'], 'string'],
  [['2018-02-16T09:30:00Z', '2019-01-01T00:00:00Z'], 'datetime'],
  [['Oui', 'non', ''], 'boolean'],
  [['Oui', 'Non', 'Peut-être'], 'string'],
  [['https://a.example/', 'http://b.example/c'], 'uri'],
  [['', ''], 'string'],
])('the cells %j make a column of type %s', async (cells, type) => {
  expect((await columnOf(cells))?.type).toBe(type);
});

test('what are digits and not a quantity is not one: postcodes, company numbers, years', async () => {
  expect((await columnOf(['01000', '75007']))?.type).toBe('string');
  expect((await columnOf(['130025265', '120071012']))?.type).toBe('string');
  expect((await columnOf(['2018', '1999']))?.type).toBe('year');
  expect((await columnOf(['12345678901234567890', '1']))?.type).toBe('string');
});

test('quantities are numeric', async () => {
  expect(await columnOf(['1', '22'])).toMatchObject({ numeric: true });
  expect(await columnOf(['2018', '2019'])).toMatchObject({ numeric: false });
});

test('a column of few values, in several rows each, is good to filter by', async () => {
  expect(await columnOf(['Oui', 'Non', 'Oui', 'Non'])).toMatchObject({ facet: true });
  expect(await columnOf(['a', 'b', 'c', 'd'])).toMatchObject({ facet: false });
  expect(await columnOf(['a', 'a', 'a', 'a'])).toMatchObject({ facet: false });
  expect(await columnOf(['x', 'x', '', ''])).toMatchObject({ facet: true });
  expect(await columnOf(['1,5', '1,5', '2,5', '2,5'])).toMatchObject({ facet: false });
});

test('more values than people choose from are not', async () => {
  const cells = Array.from({ length: 200 }, (_, row) => `value ${row % 51}`);
  expect(await columnOf(cells)).toMatchObject({ facet: false });
});
