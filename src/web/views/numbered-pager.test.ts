import { expect, test } from 'vitest';
import { shownPages } from './numbered-pager.tsx';

const shown = (page: number, pages: number) => shownPages(page, pages).map((number) => number ?? '…');

test('the first page, the last and those around are shown', () => {
  expect(shown(5, 10)).toEqual([1, '…', 4, 5, 6, '…', 10]);
});

test('a single page is never replaced by dots', () => {
  expect(shown(3, 5)).toEqual([1, 2, 3, 4, 5]);
  expect(shown(4, 10)).toEqual([1, 2, 3, 4, 5, '…', 10]);
});

test('the ends have no page beyond them', () => {
  expect(shown(1, 3)).toEqual([1, 2, 3]);
  expect(shown(2, 2)).toEqual([1, 2]);
});
