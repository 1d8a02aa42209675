import { feedPage } from '../feeds/feed-page.ts';
import { calendarPage } from '../pages/calendar.tsx';
import { collectionPage } from '../pages/collection.tsx';
import { diffPage } from '../pages/diff.tsx';
import { rawFile } from '../pages/file.ts';
import { followPage } from '../pages/follow.tsx';
import { historyPage } from '../pages/history.tsx';
import { tablePage } from '../pages/table.tsx';
import { translationsPage } from '../pages/translations.tsx';
import type { Page } from '../responder.tsx';
import { searchPage } from './static-own-pages.tsx';
import type { StaticScope } from './static-scope.ts';

/** A parameter of an address: whether a static site has the page that this value of it asks for. */
type Accepts = (value: string, scope: StaticScope, path: string) => boolean;

/** Pages under `/-/` that a static site has: what makes them, and which of their variants are written. */
export interface StaticPages {
  readonly prefix: string;
  readonly page: Page;
  readonly parameters: Readonly<Record<string, Accepts>>;
  /** Its name in the site is the one it has: a feed, a file. */
  readonly named?: boolean;
  /** Whether a static site has what has this name, after the prefix; all of them unless said. */
  readonly has?: (name: string, scope: StaticScope) => boolean;
  /** Only where the history was asked for. */
  readonly history?: boolean;
}

/** Rows of a longer table have no page of their own: its pages show them whole. */
const MAX_ROW_PAGES = 1_000;

/** Of a longer list, what comes after is on no page: its file is one press away. */
const MAX_LIST_PAGES = 200;

const number: Accepts = (value) => /^\d{1,3}$/.test(value) && Number(value) <= MAX_LIST_PAGES;
const oneOf =
  (...values: readonly string[]): Accepts =>
  (value) =>
    values.includes(value);
const lang: Accepts = (value, { languages }) => languages.includes(value);

export const STATIC_PAGES: readonly StaticPages[] = [
  {
    prefix: '/-/table/',
    page: tablePage,
    parameters: {
      lang,
      page: number,
      format: oneOf('csv', 'json', 'xlsx'),
      row: (_, scope, path) => scope.rowsOf(path) <= MAX_ROW_PAGES,
    },
  },
  {
    prefix: '/-/calendar/',
    page: calendarPage,
    parameters: {
      lang,
      past: number,
      format: oneOf('ics'),
      month: (value, { months }) => value >= months.from && value <= months.to,
      event: () => true,
    },
  },
  { prefix: '/-/collections/', page: collectionPage, parameters: { lang, page: number } },
  {
    prefix: '/-/feeds/',
    page: feedPage,
    parameters: { lang },
    named: true,
    // Those of pages and folders are as many as these are, and each holds their history.
    has: (name, { history }) =>
      /^(?:recent\.|collections\/|table\/|calendar\/)/.test(name) || (history && !name.startsWith('search.')),
  },
  { prefix: '/-/follow', page: followPage, parameters: { lang } },
  { prefix: '/-/translations', page: translationsPage, parameters: { lang } },
  { prefix: '/-/search', page: searchPage, parameters: { lang }, has: (_, { search }) => search },
  { prefix: '/-/raw/', page: rawFile, parameters: {}, named: true },
  { prefix: '/-/history/', page: historyPage, parameters: { lang, page: number }, history: true },
  { prefix: '/-/diff/', page: diffPage, parameters: { lang, to: () => true }, history: true },
];
