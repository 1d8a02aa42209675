import { expect, test } from 'vitest';
import { matchingPositions, queryTable, type TableQuery } from './query.ts';
import { random, tableOf } from './table.fixture.ts';
import type { Table } from './table.ts';

const query = (change: Partial<TableQuery> = {}): TableQuery => ({
  text: '',
  filters: new Map(),
  page: 1,
  size: 50,
  ...change,
});

const firsts = (table: Table, change: Partial<TableQuery>) =>
  queryTable(table, query(change)).rows.map(({ cells }) => cells[0]);

const sorted = (table: Table, column: string, descending = false) =>
  firsts(table, { sort: { column, descending } });

test('every word must occur, in any cell, whatever the case, the accents and the apostrophes', async () => {
  const table = await tableOf("nom,note\nÉlan,Système d’exploitation\nŒuvre,L'élan\nAutre,rien\n");
  expect(firsts(table, { text: 'elan' })).toEqual(['Élan', 'Œuvre']);
  expect(firsts(table, { text: "SYSTEME d'exploitation" })).toEqual(['Élan']);
  expect(firsts(table, { text: 'oeuvre élan' })).toEqual(['Œuvre']);
  expect(firsts(table, { text: 'elan rien' })).toEqual([]);
  expect(firsts(table, { text: '  ' })).toHaveLength(3);
});

test('a word does not run from one cell into the next', async () => {
  const table = await tableOf('a,b\nab,cd\n');
  expect(firsts(table, { text: 'bc' })).toEqual([]);
  expect(firsts(table, { text: 'b\0c' })).toEqual(['ab']);
});

test('a filter lets through the rows that have one of its values', async () => {
  const table = await tableOf('n,c,l\n1,Oui,MIT\n2,Non,MIT\n3,Oui,GPL\n4,,GPL\n');
  const filters = (...entries: [string, string[]][]) => ({ filters: new Map(entries) });
  expect(firsts(table, filters(['c', ['Oui']]))).toEqual(['1', '3']);
  expect(firsts(table, filters(['c', ['Oui', '']]))).toEqual(['1', '3', '4']);
  expect(firsts(table, filters(['c', ['Oui']], ['l', ['GPL']]))).toEqual(['3']);
  expect(firsts(table, filters(['c', ['Jamais']]))).toEqual([]);
});

test('a facet counts what the rest of the query leaves, not what it itself selects', async () => {
  const table = await tableOf('n,c,l\n1,Oui,MIT\n2,Non,MIT\n3,Oui,GPL\n4,Oui,GPL\n5,Non,MIT\n6,Oui,MIT\n');
  const { facets, matched } = queryTable(
    table,
    query({
      filters: new Map([
        ['c', ['Oui']],
        ['l', ['GPL', 'BSD']],
      ]),
    }),
  );
  expect(matched).toBe(2);
  expect(facets).toMatchObject([
    { column: { name: 'c' }, values: [{ value: 'Oui', count: 2, selected: true }] },
    {
      column: { name: 'l' },
      values: [
        { value: 'GPL', count: 2, selected: true },
        { value: 'MIT', count: 2, selected: false },
      ],
    },
  ]);
});

test('a value selected that no row has any more stays in its facet', async () => {
  const table = await tableOf('n,c,l\n1,Oui,MIT\n2,Non,GPL\n3,Oui,MIT\n4,Non,GPL\n');
  const { facets } = queryTable(table, query({ text: 'mit', filters: new Map([['c', ['Non']]]) }));
  expect(facets[0]?.values).toEqual([
    { value: 'Oui', count: 2, selected: false },
    { value: 'Non', count: 0, selected: true },
  ]);
});

test('numbers sort as numbers, dates as dates, and what is neither after them', async () => {
  const numbers = await tableOf('n,x\n10,\n"2,5",\n"1 000",\n-3,\n');
  expect(sorted(numbers, 'n')).toEqual(['-3', '2,5', '10', '1 000']);
  const dates = await tableOf('d,x\n16/02/2018,\n2017-12-31,\n1/3/2018,\n');
  expect(sorted(dates, 'd')).toEqual(['2017-12-31', '16/02/2018', '1/3/2018']);
  const moments = await tableOf('t,x\n2018-01-01T00:30:00+01:00,\n2018-01-01T00:00:00Z,\n');
  expect(sorted(moments, 't')).toEqual(['2018-01-01T00:30:00+01:00', '2018-01-01T00:00:00Z']);
});

test('words sort as people look them up', async () => {
  const table = await tableOf('n,x\nzèbre,\nÉtat,\nLot 10,\nœuvre,\nLot 2,\netat,\noffre,\n');
  expect(sorted(table, 'n')).toEqual(['État', 'etat', 'Lot 2', 'Lot 10', 'œuvre', 'offre', 'zèbre']);
});

test('no value comes last, whichever way one sorts, and equals stay in the order of the file', async () => {
  const table = await tableOf('n,k\n1,b\n2,\n3,a\n4,b\n5,\n6,a\n');
  expect(sorted(table, 'k')).toEqual(['3', '6', '1', '4', '2', '5']);
  expect(sorted(table, 'k', true)).toEqual(['1', '4', '3', '6', '2', '5']);
});

test('pages part the rows, and a page too far is the last one', async () => {
  const table = await tableOf(`n\n${Array.from({ length: 25 }, (_, row) => `r${row}`).join('\n')}\n`);
  const view = (page: number) => queryTable(table, query({ page, size: 10 }));
  expect(view(2)).toMatchObject({ matched: 25, pages: 3, page: 2 });
  expect(view(2).rows[0]?.cells).toEqual(['r10']);
  expect(view(9)).toMatchObject({ page: 3 });
  expect(view(9).rows).toHaveLength(5);
});

test('a table without rows, or without columns, answers', async () => {
  const nothing = { rows: [], matched: 0, pages: 1, page: 1, facets: [] };
  const sort = { column: 'a', descending: true };
  expect(queryTable(await tableOf('a,b\n'), query({ text: 'x', sort }))).toEqual(nothing);
  expect(queryTable(await tableOf(''), query({ text: 'x', sort }))).toEqual(nothing);
});

test('any column can be counted, even one whose values are not gathered', async () => {
  const rows = Array.from({ length: 30_000 }, (_, row) => `r${row % 29_000},x`);
  const table = await tableOf(`n,x\n${rows.join('\n')}\n`);
  const [facet] = queryTable(table, query(), table.columns.slice(0, 1)).facets;
  expect(facet?.values[0]).toMatchObject({ value: 'r0', count: 2 });
  expect(firsts(table, { filters: new Map([['n', ['r7']]]) })).toEqual(['r7', 'r7']);
});

test('a query finds what looking at each row finds', async () => {
  const next = random(3);
  const words = ['Été', 'forge', 'LIBRE', 'œuvre', 'a', 'forgé', 'lib'];
  const rows = Array.from({ length: 5_000 }, (_, row) => [
    String(row),
    `${words[next(7)]} ${words[next(7)]} ${next(3_000)}`,
    words[next(7)] as string,
    next(4) === 0 ? '' : String(next(50)),
  ]);
  const table = await tableOf(`id,t,w,n\n${rows.map((row) => row.join(',')).join('\n')}\n`);
  const fold = (text: string) =>
    text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace('œ', 'oe');
  for (let round = 0; round < 60; round += 1) {
    const text = [words[next(7)], next(2) === 0 ? String(next(99)) : ''].join(' ');
    const wanted = [words[next(7)] as string, words[next(7)] as string];
    const filters = new Map(next(2) === 0 ? [] : [['w', wanted]]);
    const descending = next(2) === 0;
    const expected = rows
      .filter((row) =>
        fold(text)
          .trim()
          .split(' ')
          .every((word) => row.some((cell) => fold(cell).includes(word))),
      )
      .filter((row) => filters.size === 0 || wanted.includes(row[2] as string))
      .toSorted((one, two) => {
        const [a, b] = [one[3] as string, two[3] as string];
        if (a === '' || b === '') return Number(a === '') - Number(b === '');
        return descending ? Number(b) - Number(a) : Number(a) - Number(b);
      })
      .map(([id]) => Number(id) + 1);
    const found = matchingPositions(table, query({ text, filters, sort: { column: 'n', descending } }));
    expect([...found]).toEqual(expected);
  }
});
