import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../config/settings.ts';
import type { Site } from '../../wiki/site.ts';
import { type Followed, feedAddress, followedAt } from './addresses.ts';

const site: Site = {
  settings: DEFAULT_SETTINGS,
  settingsProblems: [],
  defaultLanguage: 'fr',
  languages: ['fr', 'en'],
  suffixes: ['fr', 'en'],
  candidates: ['fr', 'en'],
  deducedFrom: 'settings',
  homeTitles: {},
  name: 'essai',
};

const feeds: [Followed, string][] = [
  [{ kind: 'recent' }, '/-/feeds/recent.atom'],
  [{ kind: 'folder', folder: 'été/b' }, '/-/feeds/folder/%C3%A9t%C3%A9/b.atom'],
  [{ kind: 'file', path: 'a b.md' }, '/-/feeds/page/a%20b.md.atom'],
  [{ kind: 'file', path: 'a.json' }, '/-/feeds/page/a.json.atom'],
  [{ kind: 'file', path: 'a.csv' }, '/-/feeds/table/a.csv.atom'],
  [{ kind: 'file', path: 'a.ics' }, '/-/feeds/calendar/a.ics.atom'],
  [{ kind: 'collection', name: 'rapports' }, '/-/feeds/collections/rapports.atom'],
  [{ kind: 'search', text: 'a&b' }, '/-/feeds/search.atom?q=a%26b'],
];

test.each(feeds)('%j has an address that leads back to it', (followed, address) => {
  expect(feedAddress(site, followed, 'fr')).toBe(address);
  const url = new URL(address, 'http://localhost');
  expect(followedAt(decodeURIComponent(url.pathname), url.searchParams)).toEqual({
    followed,
    format: 'atom',
  });
});

test('the root folder is the whole site', () => {
  expect(feedAddress(site, { kind: 'folder', folder: '' }, 'en', 'json')).toBe(
    '/-/feeds/recent.json?lang=en',
  );
});

test.each([
  '/-/feeds/',
  '/-/feeds/recent',
  '/-/feeds/recent.rss',
  '/-/feeds/page/.atom',
  '/-/feeds/page/a.csv.atom',
  '/-/feeds/x/y.atom',
])('%s is no feed', (address) => {
  expect(followedAt(address, new URLSearchParams())).toBeUndefined();
});
