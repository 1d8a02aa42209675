import type { FileTable } from '../../store/schema.ts';
import { describeTable, type TableDescription } from '../../wiki/data-files.ts';
import { tableTitle } from '../../wiki/index-data.ts';
import { folderOf, nameOf } from '../../wiki/paths.ts';
import { cellValue } from '../../wiki/tables/cell-value.ts';
import { toCsv, toJson, toXlsx } from '../../wiki/tables/export.ts';
import { matchingPositions, prepareQuery, queryTable, type TableQuery } from '../../wiki/tables/query.ts';
import { readTableQuery, tableQueryAddress, toggleFilter } from '../../wiki/tables/query-address.ts';
import type { Table, TableRow } from '../../wiki/tables/table.ts';
import { type Answer, answer, htmlAnswer } from '../answer.ts';
import { chrome, ownLanguageLinks } from '../chrome.ts';
import { askedLanguage, type Context, messagesOf } from '../context.ts';
import { fileFacts, findDataFile } from '../data-page.ts';
import { followAddress } from '../feeds/addresses.ts';
import { feedLinks } from '../feeds/feed-links.ts';
import type { Messages } from '../messages/messages.ts';
import { tableView } from '../table-view.ts';
import { renderDocument } from '../views/document.ts';
import { Layout } from '../views/layout.tsx';
import { cellText } from '../views/table-cell.tsx';
import { type ActiveFilter, TablePage } from '../views/table-page.tsx';
import { RowCard } from '../views/table-row-page.tsx';
import { missingPage } from './missing.tsx';

const PREFIX = '/-/table/';
const SIZES = [50, 200, 1_000];
const FORMATS = ['csv', 'json', 'xlsx'] as const;

interface OpenTable {
  readonly file: FileTable;
  readonly table: Table;
  readonly title: string;
  readonly description: TableDescription;
  readonly language: string;
}

/** A table as a page, its state in its address: `/-/table/PATH?q=…&sort=…&COLUMN=…&page=…`, `?row=KEY`, `?format=csv`. */
export async function tablePage(context: Context): Promise<Answer> {
  const { ask, wiki, query } = context;
  const language = askedLanguage(context);
  const file = await findDataFile(context, 'table', context.path.slice(PREFIX.length), language);
  if ('status' in file) return file;
  const description = await describeTable(ask, wiki.objects, file.path);
  const table = await wiki.data.table(file, description);
  const title = description.title ?? table.caption ?? tableTitle(file.path);
  const open: OpenTable = { file, table, title, description, language };

  const format = FORMATS.find((name) => name === query.get('format'));
  if (format) return await download(open, format, readTableQuery(query, table.columns).query);
  const key = query.get('row');
  if (key !== null) return await rowPage(context, open, table.rowNamed(key));
  return await listPage(context, open, readTableQuery(query, table.columns).query);
}

async function listPage(context: Context, open: OpenTable, query: TableQuery): Promise<Answer> {
  const { file, table, title, description, language } = open;
  const messages = messagesOf(context, language);
  await prepareQuery(table, query);
  const shown = queryTable(table, query);
  const view = tableView(context.site, file.path, table, language);
  const kept = new URLSearchParams(
    view.href({ ...query, text: '', filters: new Map(), page: 1 }).split('?')[1],
  );
  const followed = { kind: 'file', path: file.path } as const;
  const problems = [...description.problems, ...table.problems];
  const about = description.description ?? table.description;
  const frame = await chrome(context, { language, folder: folderOf(file.path), href: view.href(query) });
  const html = renderDocument(
    <Layout
      {...frame}
      languages={ownLanguageLinks(context, language)}
      title={title}
      canonical={context.origin + view.href(query)}
      alternates={feedLinks(context.site, followed, language, messages.feed.fileTitle(title))}
      followHref={followAddress(context.site, followed, language)}
    >
      <TablePage
        messages={messages}
        title={title}
        language={context.site.defaultLanguage}
        file={fileFacts(context, file, language)}
        columns={view.columns(query)}
        rows={view.rows(shown.rows)}
        total={table.rowCount}
        matched={shown.matched}
        first={(shown.page - 1) * query.size + 1}
        form={{
          action: view.href({ ...query, text: '', filters: new Map() }).split('?')[0] as string,
          text: query.text,
          kept: [...kept].map(([name, value]) => ({ name, value })),
          facets: shown.facets.map(({ column, values }) => ({
            field: fieldOf(column.name),
            column,
            values: values.map((value) => ({ ...value, shown: cellValue(column, value.value) })),
          })),
        }}
        activeFilters={activeFilters(messages, table, query, view.href)}
        clearHref={view.href(query, { text: '', filters: new Map() })}
        downloads={FORMATS.map((format) => ({
          format: format.toUpperCase(),
          href: withParameter(view.href(query, { page: 1 }), 'format', format),
        }))}
        pager={{
          page: shown.page,
          pages: shown.pages,
          href: (page) => view.href(query, { page }),
          sizes: SIZES.map((size) => ({
            size,
            href: view.href(query, { size }),
            current: size === query.size,
          })),
        }}
        problems={problems}
        problemCount={table.problemCount + description.problems.length}
        {...(about !== undefined && { description: about })}
      />
    </Layout>,
  );
  return htmlAnswer(200, html, { 'content-language': language });
}

/** The name of a column's field in an address. */
function fieldOf(column: string): string {
  const query = { text: '', filters: new Map([[column, ['']]]), page: 1, size: SIZES[0] as number };
  return new URLSearchParams(tableQueryAddress(query)).keys().next().value as string;
}

/** A choice as the menu of its column writes it. */
function shownFilter(messages: Messages, table: Table, name: string, value: string) {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (!column) return { title: name, value };
  return { title: column.title, value: cellText(messages, column, cellValue(column, value)) };
}

function activeFilters(
  messages: Messages,
  table: Table,
  query: TableQuery,
  href: (query: TableQuery, change: Partial<TableQuery>) => string,
): ActiveFilter[] {
  const words = query.text === '' ? [] : [{ value: query.text, removeHref: href(query, { text: '' }) }];
  const chosen = [...query.filters].flatMap(([name, values]) =>
    values.map((value) => ({
      ...shownFilter(messages, table, name, value),
      removeHref: href(query, { filters: toggleFilter(query.filters, name, value) }),
    })),
  );
  return [...words, ...chosen];
}

async function rowPage(context: Context, open: OpenTable, row: TableRow | undefined): Promise<Answer> {
  const { file, table, title, language } = open;
  if (!row) return await missingPage(context, language);
  const { site, origin } = context;
  const view = tableView(site, file.path, table, language);
  const all: TableQuery = { text: '', filters: new Map(), page: 1, size: SIZES[0] as number };
  const neighbour = (position: number) =>
    position < 1 || position > table.rowCount ? undefined : view.rowHref(table.row(position).key);
  const [previousHref, nextHref] = [neighbour(row.position - 1), neighbour(row.position + 1)];
  const naming = table.columns.find(({ type }) => type === 'string');
  const name = (naming && row.cells[naming.index]) || row.key;
  const href = view.rowHref(row.key);
  const frame = await chrome(context, { language, folder: folderOf(file.path), href });
  const html = renderDocument(
    <Layout {...frame} languages={ownLanguageLinks(context, language)} title={name} canonical={origin + href}>
      <RowCard
        messages={messagesOf(context, language)}
        name={name}
        language={site.defaultLanguage}
        columns={view.columns(all)}
        cells={table.columns.map((column) => cellValue(column, row.cells[column.index] ?? ''))}
        line={row.line}
        table={{ title, href: view.href(all) }}
        fileName={nameOf(file.path)}
        href={href}
        {...(previousHref !== undefined && { previousHref })}
        {...(nextHref !== undefined && { nextHref })}
      />
    </Layout>,
  );
  return htmlAnswer(200, html, { 'content-language': language });
}

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The rows that match, in their order, as a file. */
async function download(
  { file, table, title }: OpenTable,
  format: (typeof FORMATS)[number],
  query: TableQuery,
): Promise<Answer> {
  await prepareQuery(table, query);
  const positions = matchingPositions(table, query);
  const body =
    format === 'xlsx'
      ? await toXlsx(table, positions, { name: title })
      : [...(format === 'csv' ? toCsv(table, positions, { bom: true }) : toJson(table, positions))].join('');
  const name = `${nameOf(file.path).replace(/\.[^.]+$/, '')}.${format}`;
  return answer(200, body, {
    'content-type': TYPES[format],
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name.toWellFormed())}`,
    'access-control-allow-origin': '*',
    vary: 'accept-encoding',
  });
}

function withParameter(href: string, name: string, value: string): string {
  return `${href}${href.includes('?') ? '&' : '?'}${name}=${value}`;
}
