import { z } from 'zod';
import { SUBMODULE, SYMLINK } from '../../git/tree.ts';
import { fileAt } from '../../store/files.ts';
import type { FileTable } from '../../store/schema.ts';
import { dataKind, fileAddress, rowAddress } from '../../wiki/data-addresses.ts';
import { describeTable } from '../../wiki/data-files.ts';
import { tableTitle } from '../../wiki/index-data.ts';
import { cellValue } from '../../wiki/tables/cell-value.ts';
import { toCsv } from '../../wiki/tables/export.ts';
import { matchingPositions, prepareQuery, queryTable, type TableQuery } from '../../wiki/tables/query.ts';
import { DEFAULT_SIZE, MAX_SIZE, readTableQuery } from '../../wiki/tables/query-address.ts';
import type { Table, TableRow } from '../../wiki/tables/table.ts';
import { type Answer, answer } from '../answer.ts';
import type { Context } from '../context.ts';
import { absentFile } from './absent-file.ts';
import { BadQuery } from './bad-query.ts';
import { type Call, operation, operationAddress } from './operation.ts';
import { historyUrl } from './page-summary.ts';
import { text } from './parameters.ts';
import { API_HEADERS } from './place.ts';
import { absolute, path, string, url } from './values.ts';

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const column = z.object({
  name: string('Licence').describe('By what filters, order and values name it.'),
  title: string('Licence').describe('What people read above it.'),
  description: string('SPDX identifier.').nullable(),
  type: z.enum([
    'string',
    'integer',
    'number',
    'boolean',
    'date',
    'datetime',
    'time',
    'year',
    'uri',
    'email',
  ]),
});

const row = z.object({
  key: string('12').describe('Names the row in addresses.'),
  url: url('The row, on the page of the table.', '/-/table/logiciels.csv?row=12'),
  line: z.int().describe('Its line in the file, from 1.'),
  values: z
    .record(z.string(), cell)
    .meta({ examples: [{ Licence: 'MIT' }] })
    .describe('By the names of the columns: dates in ISO 8601, null for an empty cell.'),
});

const facet = z.object({
  column: string('Licence'),
  values: z.array(z.object({ value: string('MIT'), count: z.int() })).describe('The most frequent first.'),
});

export const table = z.object({
  path: path.meta({ examples: ['logiciels.csv'] }),
  url: url('Where people read it, with the same rows.', '/-/table/logiciels.csv'),
  fileUrl: url('The file itself.', '/logiciels.csv'),
  historyUrl: url('Its versions, for people.', '/-/history/logiciels.csv'),
  title: string('Logiciels'),
  description: string('Software in use.').nullable(),
  columns: z.array(column),
  rowCount: z.int().describe('How many rows the table has.'),
  matchedCount: z.int().describe('How many of them are asked for, on all pages.'),
  page: z.int(),
  pageCount: z.int(),
  rows: z.array(row),
  facets: z.array(facet).describe('The columns that have few values, with how many of the rows have each.'),
  problemCount: z
    .int()
    .meta({ examples: [0] })
    .describe('How many faults the file has.'),
  next: url('The address of the next page of rows; null on the last one.')
    .nullable()
    .meta({ examples: [null] }),
});

const query = z.object({
  q: text(200).optional(),
  sort: text(1_000).optional(),
  page: z.coerce.number().int().min(1).max(100_000_000).default(1),
  size: z.coerce.number().int().min(1).max(MAX_SIZE).default(DEFAULT_SIZE),
  row: text(10_000).optional(),
  format: z.enum(['json', 'csv']).default('json'),
});

/** `/tables/{path}`: the rows that answer a query, in the words of the addresses of the table's page. */
export const getTable = operation({
  id: 'getTable',
  path: '/tables/{path}',
  examples: ['logiciels.csv'],
  query,
  others: { Critique: 'Oui' },
  answer: table,
  formats: {
    csv: { type: 'text/csv; charset=utf-8', example: 'Licence\r\nMIT\r\n' },
  },
  mayMove: true,
  problems: [404, 410],
  async respond(call) {
    const { context, names, query } = call;
    const [name = ''] = names;
    const file = await context.ask(fileAt, name);
    const isTable = dataKind(name) === 'table' && file?.mode !== SYMLINK && file?.mode !== SUBMODULE;
    if (!file || !isTable)
      return await absentFile(context, name, 'table', (path) => operationAddress('/tables/{path}', path));
    const description = await describeTable(context.ask, context.wiki.objects, name);
    const read = await context.wiki.data.table(file, description);
    const asked = queryOf(call, read);
    await prepareQuery(read, asked);
    if (query.format === 'csv') return csvAnswer(read, positionsOf(read, asked, query.row));
    const shown = shownRows(read, asked, query.row);
    const about = description.description ?? read.description;
    const { origin } = context;
    return {
      value: {
        path: name,
        url: origin + addressOf(fileAddress(name), call.parameters),
        fileUrl: absolute(context, `/${name}`),
        historyUrl: historyUrl(context, name),
        title: description.title ?? read.caption ?? tableTitle(name),
        description: about ?? null,
        columns: read.columns.map(({ name, title, description, type }) => ({
          name,
          title,
          description: description ?? null,
          type,
        })),
        rowCount: read.rowCount,
        ...shown,
        rows: shown.rows.map((row) => rowValue(context, file, read, row)),
        problemCount: read.problemCount + description.problems.length,
        next: shown.page < shown.pageCount ? pageAddress(call, shown.page + 1) : null,
      },
    };
  },
});

/** What the address asks of this table; throws {@link BadQuery} where it names what the table does not have. */
function queryOf({ parameters }: Call<unknown>, table: Table): TableQuery {
  const given = new URLSearchParams(
    [...parameters].filter(([name, value]) => value !== '' || isColumn(table, name)),
  );
  // Of the words of the page's addresses, one means nothing here.
  const language = given.getAll('lang').map(() => 'the table has no column “lang”');
  const { query, problems } = readTableQuery(given, table.columns);
  const all = [...language, ...problems];
  if (all.length > 0) {
    const names = table.columns.slice(0, 100).map(({ name }) => name);
    throw new BadQuery(
      all.slice(0, 20).map((detail) => ({
        parameter: /to sort by$/.test(detail) ? 'sort' : (/“(.*)”/.exec(detail)?.[1] ?? ''),
        detail,
        expected: `q, sort, page, size, row, format, or one of the columns: ${names.join(', ')}`,
      })),
    );
  }
  return query;
}

function isColumn(table: Table, name: string): boolean {
  return table.columns.some((column) => column.name === name);
}

type Shown = Pick<z.infer<typeof table>, 'matchedCount' | 'page' | 'pageCount' | 'facets'> & {
  readonly rows: readonly TableRow[];
};

function shownRows(table: Table, asked: TableQuery, key: string | undefined): Shown {
  if (key !== undefined) {
    const row = table.rowNamed(key);
    return { matchedCount: row ? 1 : 0, page: 1, pageCount: 1, facets: [], rows: row ? [row] : [] };
  }
  const { rows, matched, pages, page, facets } = queryTable(table, asked);
  return {
    matchedCount: matched,
    page: asked.page,
    pageCount: pages,
    facets: facets.map(({ column, values }) => ({
      column: column.name,
      values: values.map(({ value, count }) => ({ value, count })),
    })),
    // Beyond the last page, there is nothing.
    rows: page === asked.page ? rows : [],
  };
}

function positionsOf(table: Table, asked: TableQuery, key: string | undefined): Iterable<number> {
  if (key === undefined) return matchingPositions(table, asked);
  const row = table.rowNamed(key);
  return row ? [row.position] : [];
}

function rowValue(
  context: Context,
  { path }: FileTable,
  table: Table,
  { key, line, cells }: TableRow,
): z.infer<typeof row> {
  return {
    key,
    url: context.origin + rowAddress(path, key),
    line,
    values: Object.fromEntries(
      table.columns.map((column) => [column.name, cellValue(column, cells[column.index] ?? '')]),
    ),
  };
}

function csvAnswer(table: Table, positions: Iterable<number>): Answer {
  return answer(200, [...toCsv(table, positions)].join(''), {
    ...API_HEADERS,
    'content-type': 'text/csv; charset=utf-8',
  });
}

function addressOf(path: string, parameters: URLSearchParams): string {
  const kept = new URLSearchParams(
    [...parameters].filter(([name, value]) => value !== '' && name !== 'format'),
  );
  return kept.size === 0 ? path : `${path}?${kept}`;
}

function pageAddress({ context, names, parameters }: Call<unknown>, page: number): string {
  const following = new URLSearchParams(parameters);
  following.set('page', String(page));
  return context.origin + addressOf(operationAddress('/tables/{path}', ...names), following);
}
