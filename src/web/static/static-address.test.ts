import { expect, test } from 'vitest';
import { staticTarget } from './static-address.ts';
import type { StaticScope } from './static-scope.ts';

const scope: StaticScope = {
  base: 'https://wiki.example',
  languages: ['fr', 'en'],
  defaultLanguage: 'fr',
  history: false,
  search: true,
  months: { from: '2025-01', to: '2026-12' },
  isSeed: () => false,
  isOwn: () => true,
  isFormer: () => false,
  isFile: (path) =>
    ['docs/x.pdf', 'a.md', '.hidden', 'l.csv', 'été.pdf', '-/assets/site.js', '_redirects'].includes(path),
  isWritten: () => true,
  objectOf: () => undefined,
  rowsOf: (path) => (path === 'long.csv' ? 5_000 : 10),
};

test.each([
  ['/', 'index.html', '/'],
  ['/guides', 'guides.html', '/guides.html'],
  ['/guides/', 'guides/index.html', '/guides/'],
  ['/en/', 'en/index.html', '/en/'],
  ['/%C3%A9t%C3%A9', 'été.html', '/%C3%A9t%C3%A9.html'],
  ['/docs/x.pdf', 'docs/x.pdf', '/docs/x.pdf'],
  ['/-/raw/a.md', 'a.md', '/a.md'],
  ['/-/raw/%C3%A9t%C3%A9.pdf', 'été.pdf', '/%C3%A9t%C3%A9.pdf'],
  ['/sitemap.xml', 'sitemap.xml', '/sitemap.xml'],
  ['/-/table/l.csv', '-/table/l.csv.html', '/-/table/l.csv.html'],
  ['/-/table/l.csv?page=1', '-/table/l.csv.html', '/-/table/l.csv.html'],
  ['/-/table/l.csv?lang=en&page=2', '-/table/l.csv/page-2.en.html', '/-/table/l.csv/page-2.en.html'],
  ['/-/table/l.csv?format=json&lang=en', '-/table/l.csv/l.json', '/-/table/l.csv/l.json'],
  ['/-/calendar/', '-/calendar/index.html', '/-/calendar/'],
  ['/-/calendar/?lang=en', '-/calendar/index.en.html', '/-/calendar/index.en.html'],
  ['/-/calendar/?format=ics', '-/calendar/calendar.ics', '/-/calendar/calendar.ics'],
  [
    '/-/calendar/r.ics?month=2026-03',
    '-/calendar/r.ics/month-2026-03.html',
    '/-/calendar/r.ics/month-2026-03.html',
  ],
  ['/-/feeds/recent.atom?lang=en', '-/feeds/recent.en.atom', '/-/feeds/recent.en.atom'],
])('what is at %s is in %s', (address, file, href) => {
  expect(staticTarget(address, scope)).toMatchObject({ file, href });
});

test.each([
  '/-/table/l.csv?sort=nom',
  '/-/table/l.csv?page=2&q=x',
  '/-/table/long.csv?row=3',
  '/-/calendar/r.ics?month=1999-03',
  '/-/history/a.md',
  '/-/diff/a.md?to=abcdef1',
  '/-/table/l.csv?lang=de',
  '/-/nothing',
  '/-/raw/.hidden',
  '/-/raw/none.md',
  '/-/follow/..%2F..%2F..%2Foutside',
  '/-/translations/../../../outside',
  '/-/table/%2e%2e/%2e%2e/outside',
  '/-/assets/..%2F..%2F..%2Foutside',
  '/../outside',
  '/a//b',
  '/a%00b',
  '/-/following',
  '/-/raw/-/assets/site.js',
  '/_redirects',
])('a static site does not have %s', (address) => {
  expect(staticTarget(address, scope)).toBeUndefined();
});

test('two values of a parameter that look the same have files of their own', () => {
  const fileOf = (key: string) => staticTarget(`/-/table/l.csv?row=${encodeURIComponent(key)}`, scope)?.file;
  expect(new Set(['É', 'e', 'E', '../e', 'e ', '/'].map(fileOf)).size).toBe(6);
  expect(fileOf('../../x')).toMatch(/^-\/table\/l\.csv\/row-x-[0-9a-f]{10}\.html$/);
});
