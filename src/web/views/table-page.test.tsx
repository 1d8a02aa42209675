import { expect, test } from 'vitest';
import { messagesByLocale } from '../messages/locales.ts';
import { TablePage, type TablePageProps } from './table-page.tsx';

const props: TablePageProps = {
  messages: messagesByLocale.en,
  title: 'Software',
  language: 'en',
  file: { name: 'software.csv', href: '/software.csv', size: 2_000 },
  columns: [
    { name: 'Id', title: 'Id', type: 'integer', numeric: false },
    {
      name: 'Name',
      title: 'Name',
      type: 'string',
      numeric: false,
      sortHref: '?sort=-Name',
      sorted: 'ascending',
    },
  ],
  rows: [{ key: 'a b', href: '?row=a+b', cells: [1, '<i>'] }],
  total: 3,
  matched: 1,
  first: 1,
  form: { action: '/-/table/software.csv', text: '', facets: [] },
  activeFilters: [],
  clearHref: '/-/table/software.csv',
  downloads: [],
  pager: { page: 1, pages: 1, href: (page) => `?page=${page}` },
  problems: [],
  problemCount: 0,
};
const page = (change: Partial<TablePageProps> = {}) =>
  `${<TablePage {...props} {...change} />}`.replace(/[\u00a0\u202f]/g, ' ');

test('a row is reached by its key, whatever it holds', () => {
  expect(page()).toContain('<tr id="row=a%20b">');
});

test('the cell that names a row heads it and leads to its page', () => {
  expect(page()).toContain(
    '<th scope="row" class="row-name"><a class="row-link" href="?row=a+b">&lt;i&gt;</a>',
  );
});

test('the order is told by the head of its column', () => {
  expect(page()).toMatch(/<th scope="col" class="row-name" aria-sort="ascending"><a class="sort"[^>]*>Name/);
});

test('how many rows match is told, and said with the order when they change', () => {
  expect(page()).toContain('data-said="1 of 3 rows, sorted by “Name”, ascending">1 of 3 rows');
});

test('the order and the page size are kept by a new search, its page is not', () => {
  const form = { ...props.form, text: '"x', kept: [{ name: 'sort', value: 'Name' }] };
  expect(page({ form })).toContain('value="&quot;x"');
  expect(page({ form })).toContain('<input type="hidden" name="sort" value="Name"/>');
});

test('a filter in force says how to take it away', () => {
  const activeFilters = [{ title: 'Licence', value: 'MIT', removeHref: '?' }];
  expect(page({ activeFilters })).toContain('aria-label="Remove the filter “Licence: MIT”"');
});

test('a table without rows and one where none match are told apart', () => {
  expect(page({ rows: [], total: 0, matched: 0 })).toContain('This table has no rows yet.');
  expect(page({ rows: [], matched: 0 })).toContain('No row matches these filters.');
});

test('what is wrong in the file is counted and listed with its line', () => {
  const problems = [{ rule: 'stray-quote', line: 12, message: 'A quote.', values: {} }];
  const html = page({ problems, problemCount: 2_000 });
  expect(html).toContain('2,000 problems in the data');
  expect(html).toContain('<td class="number">12</td>');
  expect(html).toContain('Only the first 1 of 2,000 are listed.');
});

test('no inline style or script is written', () => {
  expect(page()).not.toMatch(/ style=| on\w+=|<style|<script/);
});
