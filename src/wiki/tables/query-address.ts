import type { Column } from './column.ts';
import { findColumn } from './column.ts';
import type { TableQuery } from './table-query.ts';

export const DEFAULT_SIZE = 50;
export const MAX_SIZE = 1_000;

const MAX_TEXT = 200;
const MAX_VALUES = 100;

/** What addresses say besides columns. A column of such a name has `_` put before it. */
const RESERVED = /^_*(?:q|sort|page|size|lang|row|format)$/;

export const EMPTY_QUERY: TableQuery = { text: '', filters: new Map(), page: 1, size: DEFAULT_SIZE };

/**
 * Reads what an address asks of a table: `?q=words&sort=-Logiciel&page=2&size=100&Critique=Oui&Critique=Non`. What it names
 * and the table does not have is ignored, and told in `problems`.
 */
export function readTableQuery(
  params: URLSearchParams,
  columns: readonly Column[],
): { query: TableQuery; problems: string[] } {
  const problems: string[] = [];
  const filters = new Map<string, string[]>();
  for (const [parameter, value] of params) {
    if (isReserved(parameter)) continue;
    const name = parameter.startsWith('_') && RESERVED.test(parameter) ? parameter.slice(1) : parameter;
    const column = columns.find((column) => column.name === name);
    if (column === undefined) problems.push(`the table has no column “${name.slice(0, 60)}”`);
    else addValue(filters, column.name, value);
  }
  const sort = readSort(params.get('sort') ?? '', columns, problems);
  const query: TableQuery = {
    text: (params.get('q') ?? '').trim().slice(0, MAX_TEXT),
    filters,
    ...(sort && { sort }),
    page: wholeNumber(params.get('page'), 1, Number.MAX_SAFE_INTEGER),
    size: wholeNumber(params.get('size'), DEFAULT_SIZE, MAX_SIZE),
  };
  return { query, problems };
}

/**
 * The query string of the address that asks a query, with changes: from the `?` on, empty when nothing is asked. One query
 * has one address. What changes the rows leads back to the first page, unless the change says which.
 */
export function tableQueryAddress(query: TableQuery, change: Partial<TableQuery> = {}): string {
  const changesRows = Object.keys(change).some((key) => key !== 'page');
  const { text, filters, sort, page, size } = { ...query, ...(changesRows && { page: 1 }), ...change };
  const params = new URLSearchParams();
  if (text !== '') params.set('q', text);
  for (const [column, values] of [...filters].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    for (const value of [...new Set(values)].toSorted())
      params.append(RESERVED.test(column) ? `_${column}` : column, value);
  if (sort) params.set('sort', `${sort.descending ? '-' : ''}${sort.column}`);
  if (size !== DEFAULT_SIZE) params.set('size', String(size));
  if (page > 1) params.set('page', String(page));
  return params.size === 0 ? '' : `?${params}`;
}

/** The filters with a value of a column added, or taken out if it is there. */
export function toggleFilter(
  filters: TableQuery['filters'],
  column: string,
  value: string,
): TableQuery['filters'] {
  const before = filters.get(column) ?? [];
  const after = before.includes(value) ? before.filter((other) => other !== value) : [...before, value];
  const changed = new Map(filters);
  if (after.length === 0) changed.delete(column);
  else changed.set(column, after);
  return changed;
}

/** `-Logiciel` sorts by that column, the last first; a column whose own name begins with `-` comes before this reading. */
export function readSort(text: string, columns: readonly Column[], problems: string[]): TableQuery['sort'] {
  if (text === '') return undefined;
  const descending = text.startsWith('-') && !columns.some(({ name }) => name === text);
  const name = descending ? text.slice(1) : text;
  const column = findColumn(columns, name);
  if (column) return { column: column.name, descending };
  problems.push(`the table has no column “${name.slice(0, 60)}” to sort by`);
  return undefined;
}

/**
 * Reads the condition of a block in a page: `Critique = Oui, Catégorie = "Réseau, sécurité"`. Conditions on one column are
 * alternatives; conditions on several must all hold.
 */
export function readWhere(
  where: string,
  columns: readonly Column[],
): { filters: TableQuery['filters']; problems: string[] } {
  const problems: string[] = [];
  const filters = new Map<string, string[]>();
  for (const [, part = ''] of where.matchAll(/((?:"(?:[^"]|"")*"|[^",]|")+)(?:,|$)/g)) {
    if (part.trim() === '') continue;
    const [, name, value] = /^\s*("(?:[^"]|"")*"|[^=]*?)\s*=\s*(.*?)\s*$/s.exec(part) ?? [];
    if (name === undefined || value === undefined) {
      problems.push(`“${part.trim().slice(0, 60)}” is not a condition; write: column = value`);
      continue;
    }
    const column = findColumn(columns, unquoted(name));
    if (column) addValue(filters, column.name, unquoted(value));
    else problems.push(`the table has no column “${unquoted(name).slice(0, 60)}”`);
  }
  return { filters, problems };
}

function unquoted(text: string): string {
  const [, inside] = /^"(.*)"$/s.exec(text) ?? [];
  return inside === undefined ? text : inside.replaceAll('""', '"');
}

function isReserved(parameter: string): boolean {
  return !parameter.startsWith('_') && RESERVED.test(parameter);
}

function addValue(filters: Map<string, string[]>, column: string, value: string): void {
  const values = filters.get(column) ?? [];
  if (!values.includes(value) && values.length < MAX_VALUES) filters.set(column, [...values, value]);
}

function wholeNumber(text: string | null, otherwise: number, largest: number): number {
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Math.min(Number(text), largest) : otherwise;
}
