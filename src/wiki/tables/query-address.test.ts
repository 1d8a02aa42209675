import { expect, test } from 'vitest';
import { EMPTY_QUERY, readTableQuery, readWhere, tableQueryAddress, toggleFilter } from './query-address.ts';
import { schemaOf, tableOf } from './table.fixture.ts';

const { columns } = await tableOf('Logiciel,Critique,q,_q,-x,a b&c\n1,2,3,4,5,6\n', {
  schema: schemaOf({ fields: [{ name: 'Logiciel', title: 'Nom du logiciel' }] }),
});

const read = (address: string) => readTableQuery(new URLSearchParams(address), columns);

test('an address says words, filters, order and page', () => {
  const { query, problems } = read(
    '?q=+forge+&Critique=Oui&Critique=Non&sort=-Logiciel&page=2&size=100&lang=en',
  );
  expect(problems).toEqual([]);
  expect(query).toEqual({
    text: 'forge',
    filters: new Map([['Critique', ['Oui', 'Non']]]),
    sort: { column: 'Logiciel', descending: true },
    page: 2,
    size: 100,
  });
});

test('what an address names and the table has not is ignored and told', () => {
  const { query, problems } = read('?Licence=MIT&sort=Prix&page=-3&size=1e9&page=x');
  expect(query).toEqual(EMPTY_QUERY);
  expect(problems).toEqual([
    'the table has no column “Licence”',
    'the table has no column “Prix” to sort by',
  ]);
});

test('a page has no more than a thousand rows', () => {
  expect(read('?size=99999').query.size).toBe(1_000);
});

test('a column named as something that addresses say has an underscore put before it', () => {
  const filters = new Map([
    ['_q', ['2']],
    ['a b&c', ['é=1']],
    ['q', ['1']],
  ]);
  const address = tableQueryAddress({ ...EMPTY_QUERY, filters });
  expect(address).toBe('?__q=2&a+b%26c=%C3%A9%3D1&_q=1');
  expect(read(address).query.filters).toEqual(filters);
});

test('a column whose name begins with a hyphen can be sorted by', () => {
  expect(read('?sort=-x').query.sort).toEqual({ column: '-x', descending: false });
  expect(read('?sort=--x').query.sort).toEqual({ column: '-x', descending: true });
});

test('one query has one address, without what goes without saying', () => {
  expect(tableQueryAddress(EMPTY_QUERY)).toBe('');
  const one = read('?sort=Logiciel&page=1&Critique=b&q=x&Critique=a&size=50').query;
  const two = read('?q=x&Critique=a&Critique=b&Critique=a&sort=Logiciel').query;
  expect(tableQueryAddress(one)).toBe('?q=x&Critique=a&Critique=b&sort=Logiciel');
  expect(tableQueryAddress(two)).toBe(tableQueryAddress(one));
});

test('a change of what is asked leads to the first page, a change of page does not change the rest', () => {
  const { query } = read('?q=x&page=3');
  expect(tableQueryAddress(query, { sort: { column: 'q', descending: false } })).toBe('?q=x&sort=q');
  expect(tableQueryAddress(query, { page: 4 })).toBe('?q=x&page=4');
  expect(tableQueryAddress(query, {})).toBe('?q=x&page=3');
});

test('a value of a filter is added, then taken out', () => {
  const added = toggleFilter(new Map(), 'c', 'a');
  expect(added).toEqual(new Map([['c', ['a']]]));
  expect(toggleFilter(toggleFilter(added, 'c', 'b'), 'c', 'a')).toEqual(new Map([['c', ['b']]]));
  expect(toggleFilter(added, 'c', 'a')).toEqual(new Map());
});

test('the condition of a block names columns by name or title, and quotes what has commas', () => {
  expect(readWhere('critique = Oui, Nom du logiciel="a, b ""c""", Critique=Non', columns)).toEqual({
    filters: new Map([
      ['Critique', ['Oui', 'Non']],
      ['Logiciel', ['a, b "c"']],
    ]),
    problems: [],
  });
});

test('a condition that is not one is told', () => {
  expect(readWhere('Oui, Prix = 3, Critique =', columns)).toEqual({
    filters: new Map([['Critique', ['']]]),
    problems: ['“Oui” is not a condition; write: column = value', 'the table has no column “Prix”'],
  });
  expect(readWhere('', columns)).toEqual({ filters: new Map(), problems: [] });
});
