import { SUBMODULE, SYMLINK } from '../git/tree.ts';
import type { Directive } from '../markdown/document.ts';
import { fileAt, foldersAt } from '../store/files.ts';
import { encodeAddress } from '../wiki/addresses.ts';
import { upcoming } from '../wiki/calendars/occurrences.ts';
import { type CollectionOrder, pagesOfFolder } from '../wiki/collections.ts';
import { dataKind, fileAddress } from '../wiki/data-addresses.ts';
import { describeTable } from '../wiki/data-files.ts';
import { folderAddress } from '../wiki/find-address.ts';
import { tableTitle } from '../wiki/index-data.ts';
import { resolvePath } from '../wiki/paths.ts';
import { cellValue } from '../wiki/tables/cell-value.ts';
import { type Column, findColumn } from '../wiki/tables/column.ts';
import { prepareQuery, queryTable } from '../wiki/tables/query.ts';
import { readSort, readWhere, toggleFilter } from '../wiki/tables/query-address.ts';
import { calendarsBelow, readCalendars, shownEvent } from './calendar-view.ts';
import { collectionEntry } from './collection-view.ts';
import { type Context, messagesOf, ownAddress } from './context.ts';
import { tableView } from './table-view.ts';
import { CalendarBlock } from './views/calendar-block.tsx';
import { PagesBlock } from './views/pages-block.tsx';
import { TableBlock } from './views/table-block.tsx';
import type { TableRow } from './views/table-column.ts';

/** A page that asks for something to be shown in place: where it is, who reads it. */
export interface Place {
  readonly folder: string;
  readonly language: string;
}

type Show = (context: Context, place: Place, directive: Directive) => Promise<unknown>;

/** What each directive shows. One that names nothing that exists shows nothing: its block stays code. */
const DIRECTIVES: Readonly<Record<string, Show>> = {
  table: showTable,
  calendar: showCalendar,
  pages: showPages,
};

/** The HTML of a directive; undefined when there is nothing to show. */
export async function showDirective(
  context: Context,
  place: Place,
  directive: Directive,
): Promise<string | undefined> {
  const show = Object.hasOwn(DIRECTIVES, directive.name) ? DIRECTIVES[directive.name] : undefined;
  return (await show?.(context, place, directive))?.toString();
}

const TABLE_ROWS = 20;
const MAX_SHOWN = 1_000;
const FACET_VALUES = 12;

/** ```` ```{table} list.csv ````, with `:columns:`, `:sort:`, `:where:`, `:facets:`, `:rows:`. */
async function showTable(context: Context, place: Place, { argument, options }: Directive) {
  const file = await findFile(context, place.folder, argument);
  if (!file || dataKind(file.path) !== 'table') return undefined;
  const { site, wiki, ask } = context;
  const description = await describeTable(ask, wiki.objects, file.path);
  const table = await wiki.data.table(file, description);
  const chosen = columnsNamed(table.columns, options.columns) ?? table.columns;
  const facets = columnsNamed(table.columns, options.facets) ?? [];
  const sort = readSort(options.sort ?? '', table.columns, []);
  const query = {
    text: '',
    filters: readWhere(options.where ?? '', table.columns).filters,
    page: 1,
    size: wholeNumber(options.rows, TABLE_ROWS, MAX_SHOWN),
    ...(sort && { sort }),
  };
  await prepareQuery(table, query);
  const shown = queryTable(table, query, facets);
  const view = tableView(site, file.path, table, place.language);
  const onPage = { ...query, size: 50 };
  return (
    <TableBlock
      messages={messagesOf(context, place.language)}
      title={options.title ?? description.title ?? table.caption ?? tableTitle(file.path)}
      language={site.defaultLanguage}
      columns={view.columns(onPage, chosen)}
      rows={view.rows(shown.rows, chosen).map((row) => (context.isPast ? withoutPage(row) : row))}
      matched={shown.matched}
      href={view.href(onPage)}
      facets={shown.facets.map(({ column, values }) => ({
        column,
        values: values.slice(0, FACET_VALUES).map(({ value, count }) => ({
          shown: cellValue(column, value),
          count,
          href: view.href(onPage, { filters: toggleFilter(query.filters, column.name, value) }),
        })),
      }))}
    />
  );
}

/** A row of a former version may have no page today. */
export function withoutPage({ key, cells }: TableRow): TableRow {
  return { key, cells };
}

/** The columns that an option names, parted by commas; undefined when it names none that exists. */
function columnsNamed(columns: readonly Column[], names: string | undefined): readonly Column[] | undefined {
  const named = (names ?? '').split(',').flatMap((name) => findColumn(columns, name.trim()) ?? []);
  return named.length === 0 ? undefined : named;
}

const CALENDAR_EVENTS = 5;

/** ```` ```{calendar} a.ics b.ics ````, or a folder; with `:events:`. */
async function showCalendar(context: Context, place: Place, { argument, options }: Directive) {
  const names = argument.split(/\s+/).filter((name) => name !== '');
  const [only] = names;
  const folder = names.length > 1 ? undefined : await findFolder(context, place.folder, only ?? '/');
  const read =
    folder === undefined
      ? await filesNamed(context, place.folder, names)
      : await calendarsBelow(context, folder);
  if (read.length === 0) return undefined;
  const { site, origin, now } = context;
  const [first] = read;
  const alone = folder === undefined && read.length === 1 && first ? first.file.path : undefined;
  const page =
    alone === undefined ? `/-/calendar${encodeAddress(folder ? `/${folder}/` : '/')}` : fileAddress(alone);
  const file = alone === undefined ? `${page}?format=ics` : encodeAddress(`/${alone}`);
  const next = upcoming(
    read.map(({ calendar }) => calendar),
    now,
    wholeNumber(options.events, CALENDAR_EVENTS, 100),
  );
  return (
    <CalendarBlock
      messages={messagesOf(context, place.language)}
      language={site.defaultLanguage}
      events={next.map((occurrence) => shownEvent(context, occurrence, place.language))}
      href={ownAddress(site, page, place.language)}
      webcal={(origin + file).replace(/^https?:/, 'webcal:')}
    />
  );
}

async function filesNamed(context: Context, folder: string, names: readonly string[]) {
  const found = await Promise.all(names.map((name) => findFile(context, folder, name)));
  return await readCalendars(
    context,
    found.flatMap((file) => (file && dataKind(file.path) === 'calendar' ? [file] : [])),
  );
}

const LISTED_PAGES = 50;

/** ```` ```{pages} 2022/ ````, with `:order: date` or `name`, and `:limit:`. */
async function showPages(context: Context, place: Place, { argument, options }: Directive) {
  const { ask, site } = context;
  const folder = await findFolder(context, place.folder, argument);
  if (folder === undefined) return undefined;
  const order: CollectionOrder = options.order === 'name' ? 'name' : 'date';
  const pages = await pagesOfFolder(ask, folder, place.language, order, site);
  const limit = wholeNumber(options.limit, LISTED_PAGES, MAX_SHOWN);
  return (
    <PagesBlock
      messages={messagesOf(context, place.language)}
      entries={pages.slice(0, limit).map((page) => collectionEntry(page, place.language))}
      total={pages.length}
      href={encodeAddress(folderAddress(folder, place.language, site))}
    />
  );
}

async function findFile({ ask }: Context, folder: string, name: string) {
  const path = resolvePath(folder, name);
  const rooted = resolvePath('', name);
  const file =
    (path === undefined ? undefined : await ask(fileAt, path)) ??
    (rooted === undefined ? undefined : await ask(fileAt, rooted));
  return file?.mode === SYMLINK || file?.mode === SUBMODULE ? undefined : file;
}

async function findFolder({ ask }: Context, folder: string, name: string): Promise<string | undefined> {
  if (/\.ics$/i.test(name)) return undefined;
  const candidates = [resolvePath(folder, name), resolvePath('', name)].flatMap((path) => path ?? []);
  const existing = await ask(foldersAt, candidates);
  return candidates.find((path) => existing.includes(path));
}

function wholeNumber(text: string | undefined, otherwise: number, most: number): number {
  return /^[1-9]\d{0,5}$/.test(text ?? '') ? Math.min(Number(text), most) : otherwise;
}
