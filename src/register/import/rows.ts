import { type CodeAddress, codeAddress } from '../address.ts';
import type { SaidRecords } from '../changed-records.ts';
import { licenceOfForge } from '../forge-licence.ts';
import type { SaidAccount, SaidRepository } from '../record.ts';
import { cellValue } from './cell.ts';
import { ACCOUNT_COLUMNS, ADDRESS_ID, type Column, REPOSITORY_COLUMNS } from './columns.ts';

/** One row of a catalogue, or one object of its JSON, by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** What a published catalogue says. */
export interface Catalogue extends SaidRecords {
  /** The lines, or the numbers of the objects from 1, that could not be read. */
  readonly skipped: readonly number[];
}

/** What a row could not be read for. */
export type RowFault = 'no-address';

/** A list of repositories, or of accounts, by the names of its columns; undefined of any other table. */
export function listKind(names: readonly string[]): 'repositories' | 'accounts' | undefined {
  const has = (...wanted: readonly string[]) => wanted.some((name) => names.includes(name));
  if (has('repository_url', 'repertoire_url') || (has('full_name') && has('id', 'html_url')))
    return 'repositories';
  return has('login') && has('organization_url', 'organisation_url', 'html_url', 'id')
    ? 'accounts'
    : undefined;
}

/** What a row says of a repository. */
export function repositoryOf(row: Row): SaidRepository | RowFault {
  const said = fieldsOf(row, REPOSITORY_COLUMNS) as Partial<SaidRepository>;
  const address = addressOf(said.repository_url ?? row[ADDRESS_ID]);
  if (!address?.path.includes('/')) return 'no-address';
  const steps = address.path.split('/');
  const isLicenceSaid = said.license !== undefined;
  return {
    ...said,
    id: idOf(row),
    name: said.name ?? (steps.at(-1) as string),
    organization_name: said.organization_name ?? (steps[0] as string),
    platform: said.platform ?? address.host,
    repository_url: urlOf(said.repository_url ?? row[ADDRESS_ID]),
    ...(isLicenceSaid && { spdx_id: licenceOfForge(said.license ?? '') ?? null }),
  };
}

/** What a row says of an account. */
export function accountOf(row: Row): SaidAccount | RowFault {
  const said = fieldsOf(row, ACCOUNT_COLUMNS) as Partial<SaidAccount>;
  const address = addressOf(said.organization_url ?? row[ADDRESS_ID]);
  if (!address || address.path === '') return 'no-address';
  return {
    ...said,
    id: idOf(row),
    login: said.login ?? address.path,
    organization_url: urlOf(said.organization_url ?? row[ADDRESS_ID]),
    platform: said.platform ?? address.host,
  };
}

/** What rows say, and how many could not be read. */
export function recordsOf(
  kind: 'repositories' | 'accounts',
  rows: readonly Row[],
): SaidRecords & { readonly faults: readonly number[] } {
  const read = rows.map((row) => (kind === 'repositories' ? repositoryOf(row) : accountOf(row)));
  const faults = read.flatMap((one, at) => (one === 'no-address' ? [at] : []));
  const right = read.filter((one) => one !== 'no-address');
  return {
    repositories: kind === 'repositories' ? (right as SaidRepository[]) : [],
    accounts: kind === 'accounts' ? (right as SaidAccount[]) : [],
    faults,
  };
}

function fieldsOf<R>(row: Row, columns: readonly Column<R>[]): Row {
  return Object.fromEntries(
    columns.flatMap(({ field, kind, names }) => {
      const name = names.find((known) => row[known] !== undefined);
      return name === undefined ? [] : [[field, cellValue(kind, row[name])]];
    }),
  );
}

/** The forge's own number, where it is one: it is the address elsewhere. */
function idOf(row: Row): string | undefined {
  const id = row[ADDRESS_ID];
  return (typeof id === 'number' || typeof id === 'string') && /^\d{1,20}$/.test(String(id))
    ? String(id)
    : undefined;
}

function addressOf(value: unknown): CodeAddress | undefined {
  return typeof value === 'string' ? codeAddress(value) : undefined;
}

function urlOf(value: unknown): string {
  return (value as string).trim();
}
