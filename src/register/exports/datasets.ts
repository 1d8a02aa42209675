import { allAccounts, allBodies, allRepositories, foundRepositories } from '../../store/code-export.ts';
import { allForges, lastHarvest } from '../../store/code-forges.ts';
import type { CodeSort } from '../../store/code-listing.ts';
import type { CodeRequest } from '../../store/code-request.ts';
import type { Reader } from '../../store/database.ts';
import { FORGE_HOSTS } from '../../wiki/register-files/forge-kind.ts';
import { keptAccount, type RepositoryRecord } from '../record.ts';
import { ACCOUNT_COLUMNS, ACCOUNT_COLUMNS_2021, type AccountRow } from './account-columns.ts';
import { BODY_COLUMNS } from './body-columns.ts';
import { CODEGOUVFR_ACCOUNT_COLUMNS, CODEGOUVFR_REPOSITORY_COLUMNS } from './codegouvfr-columns.ts';
import { type Batches, type ColumnHead, cellsOf, type ExportColumn, moment } from './column.ts';
import { CODEGOUVFR_FORGE_COLUMNS, FORGE_COLUMNS, type ForgeRow } from './forge-columns.ts';
import { REPOSITORY_COLUMNS, REPOSITORY_COLUMNS_2021, type RepositoryRow } from './repository-columns.ts';

/** Some of the repositories, in an order. */
export interface Search {
  readonly request: CodeRequest;
  readonly sort: CodeSort;
}

/** A text in each language of the interface. */
type InTwo = ColumnHead['meaning'];

/** A table that can be had as a file. */
export interface Dataset {
  readonly title: InTwo;
  readonly description: InTwo;
  readonly columns: readonly ColumnHead[];
  /** The columns that tell a row from all others. */
  readonly primaryKey: readonly string[];
  /** Its rows, some at a time; those of a search where the table can be searched. */
  readonly rows: (reader: Reader, search?: Search) => Batches;
  readonly isSearched: boolean;
  /** What it changes with besides the commit of the register. */
  readonly follows?: (reader: Reader) => Promise<unknown>;
}

/** The tables of the register, by the names of their files. `organizations` are accounts: it is code.gouv.fr’s word. */
export const DATASETS = {
  repositories: ofRepositories(REPOSITORY_COLUMNS, ['key']),
  organizations: ofAccounts(ACCOUNT_COLUMNS, ['key']),
  forges: ofForges(FORGE_COLUMNS, ['host']),
  bodies: {
    title: { en: 'Public bodies', fr: 'Organismes publics' },
    description: {
      en: 'The public bodies whose code this is, and which is part of which.',
      fr: 'Les organismes publics à qui est ce code, et lequel fait partie de quel autre.',
    },
    columns: BODY_COLUMNS,
    primaryKey: ['id'],
    rows: (reader) => cellsOf(BODY_COLUMNS, allBodies(reader)),
    isSearched: false,
  },
} as const satisfies Readonly<Record<string, Dataset>>;

/** The same as code.gouv.fr published them: until 2024, and since. */
export const PUBLISHED_DATASETS = {
  repositories2021: ofRepositories(REPOSITORY_COLUMNS_2021, ['repository_url', 'organization_name']),
  organizations2021: ofAccounts(ACCOUNT_COLUMNS_2021, ['organization_url']),
  repositories2024: ofRepositories(CODEGOUVFR_REPOSITORY_COLUMNS, ['id']),
  organizations2024: ofAccounts(CODEGOUVFR_ACCOUNT_COLUMNS, ['id']),
  forges2024: ofForges(CODEGOUVFR_FORGE_COLUMNS, ['name']),
} as const satisfies Readonly<Record<string, Dataset>>;

function ofRepositories(
  columns: readonly ExportColumn<RepositoryRow>[],
  primaryKey: readonly string[],
): Dataset {
  return {
    title: { en: 'Source code repositories', fr: 'Dépôts de code source' },
    description: {
      en: 'Every repository of source code that the register knows and that still exists.',
      fr: 'Tous les dépôts de code source que le registre connaît et qui existent encore.',
    },
    columns,
    primaryKey,
    rows: (reader, search) => cellsOf(columns, repositories(reader, search)),
    isSearched: true,
  };
}

function ofAccounts(columns: readonly ExportColumn<AccountRow>[], primaryKey: readonly string[]): Dataset {
  return {
    title: { en: 'Accounts on forges', fr: 'Comptes sur les forges' },
    description: {
      en: 'The accounts and groups under which public bodies publish source code.',
      fr: 'Les comptes et les groupes sous lesquels des organismes publics publient du code source.',
    },
    columns,
    primaryKey,
    rows: (reader) => cellsOf(columns, accounts(reader)),
    isSearched: false,
  };
}

function ofForges(columns: readonly ExportColumn<ForgeRow>[], primaryKey: readonly string[]): Dataset {
  return {
    title: { en: 'Forges', fr: 'Forges' },
    description: {
      en: 'The forges on which the register looks for source code, or knows some.',
      fr: 'Les forges où le registre cherche du code source, ou en connaît.',
    },
    columns,
    primaryKey,
    rows: (reader) => cellsOf(columns, forges(reader)),
    isSearched: false,
    follows: lastHarvest,
  };
}

async function* repositories(reader: Reader, search?: Search): AsyncGenerator<readonly RepositoryRow[]> {
  const stored = search ? foundRepositories(reader, search.request, search.sort) : allRepositories(reader);
  for await (const rows of stored)
    yield rows.map(({ record, score, organisation, organisation_name }) => ({
      record: JSON.parse(record) as RepositoryRecord,
      score,
      organisation,
      organisationName: organisation_name,
    }));
}

async function* accounts(reader: Reader): AsyncGenerator<readonly AccountRow[]> {
  for await (const rows of allAccounts(reader))
    yield rows
      .map(({ record, organisation, organisation_name, top_name, policy, office }) => ({
        record: keptAccount(record),
        organisation,
        organisationName: organisation_name,
        topName: top_name,
        policy,
        office,
      }))
      .filter(({ record }) => record.gone === null);
}

async function* forges(reader: Reader): AsyncGenerator<readonly ForgeRow[]> {
  for await (const rows of allForges(reader))
    yield rows.map(({ organisation_name, harvested_at, ...row }) => ({
      ...row,
      kind: row.kind ?? FORGE_HOSTS.get(row.host) ?? null,
      organisationName: organisation_name,
      harvested: harvested_at === null ? null : moment(new Date(harvested_at * 1_000).toISOString()),
    }));
}
