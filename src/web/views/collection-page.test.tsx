import { expect, test } from 'vitest';
import { messagesByLocale } from '../messages/locales.ts';
import { CollectionPage } from './collection-page.tsx';

const entries = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    label: `Report ${n}`,
    href: `/${n}`,
    date: `${2026 - Math.floor(n / 12)}-01-31`,
  }));
const page = (count: number, order: 'date' | 'name' = 'date') =>
  `${(
    <CollectionPage
      messages={messagesByLocale.en}
      title="Reports"
      language="en"
      order={order}
      entries={entries(count)}
      total={count}
    />
  )}`;
const years = (html: string) => [...html.matchAll(/<h2>(\d+)<\/h2>/g)].map(([, year]) => year);

test('a long list by date is cut by years', () => {
  expect(years(page(30))).toEqual(['2026', '2025', '2024']);
});

test('a short list, or one by name, is not', () => {
  expect(years(page(5))).toEqual([]);
  expect(years(page(30, 'name'))).toEqual([]);
});

test('an empty collection says so', () => {
  expect(page(0)).toContain('No pages yet.');
});
