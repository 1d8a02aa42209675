import { codeAddress } from '../address.ts';
import type { AccountRow } from './account-columns.ts';
import { type Cell, type ExportColumn, moment } from './column.ts';
import type { RepositoryRow } from './repository-columns.ts';

/** Columns of 2024 have meanings in words of their own; nothing is unknown in them: it is an empty text, false or 0. */
function column<R>(
  name: string,
  type: ExportColumn<R>['type'],
  en: string,
  fr: string,
  of: (row: R) => Cell,
): ExportColumn<R> {
  const absent = type === 'boolean' ? false : type === 'integer' ? 0 : '';
  return { name, type, meaning: { en, fr }, of: (row) => of(row) ?? absent };
}

const repository = column<RepositoryRow>;
const account = column<AccountRow>;

/** The columns of `codegouvfr-repositories.csv`, as code.gouv.fr publishes it since 2024. */
export const CODEGOUVFR_REPOSITORY_COLUMNS: readonly ExportColumn<RepositoryRow>[] = [
  repository('id', 'string', 'Address', 'Adresse', ({ record }) => record.repository_url),
  repository('repo_name', 'string', 'Name', 'Nom', ({ record }) => record.name),
  repository('full_name', 'string', 'Path on its forge', 'Chemin sur sa forge', ({ record }) =>
    pathOf(record.repository_url),
  ),
  repository('owner', 'string', 'Address of its account', 'Adresse de son compte', ({ record }) =>
    ownerOf(record.repository_url),
  ),
  repository('platform', 'string', 'Host of its forge', 'Nom de domaine de sa forge', ({ record }) =>
    hostOf(record.repository_url),
  ),
  repository('description', 'string', 'Description', 'Description', ({ record }) => record.description),
  repository(
    'language',
    'string',
    'Main programming language',
    'Principal langage de programmation',
    ({ record }) => record.language,
  ),
  repository(
    'license',
    'string',
    'Licence',
    'Licence',
    ({ record }) => record.spdx_id?.toLowerCase() ?? record.license,
  ),
  repository(
    'updated_at',
    'datetime',
    'When anything of it last changed',
    'Date de dernière mise à jour',
    ({ record }) => moment(record.last_update),
  ),
  repository('forks_count', 'integer', 'Forks', 'Nombre de forks', ({ record }) => record.forks_count),
  repository('awesome-score', 'integer', 'Score', 'Score', ({ score }) => score),
  repository(
    'fork',
    'boolean',
    'Whether it is a fork',
    'S’il s’agit d’un fork',
    ({ record }) => record.is_fork,
  ),
  repository(
    'archived',
    'boolean',
    'Whether it is archived',
    'S’il est archivé',
    ({ record }) => record.is_archived,
  ),
  repository(
    'template',
    'boolean',
    'Whether it is a template',
    'S’il s’agit d’un modèle',
    ({ record }) => record.is_template,
  ),
  repository(
    'contributing',
    'boolean',
    'Whether it has a CONTRIBUTING',
    'S’il a un CONTRIBUTING',
    ({ record }) => record.has_contributing,
  ),
  repository(
    'publiccode',
    'boolean',
    'Whether it has a publiccode.yml',
    'S’il a un publiccode.yml',
    ({ record }) => record.has_publiccode,
  ),
];

/** The columns of `codegouvfr-organizations.csv`, of the same time. */
export const CODEGOUVFR_ACCOUNT_COLUMNS: readonly ExportColumn<AccountRow>[] = [
  account('id', 'string', 'Address', 'Adresse', ({ record }) => record.organization_url),
  account('login', 'string', 'Name on its forge', 'Nom sur sa forge', ({ record }) => record.login),
  account('name', 'string', 'Name for people', 'Nom complet', ({ record }) => record.name),
  account('description', 'string', 'Description', 'Description', ({ record }) => record.description),
  account(
    'organization',
    'string',
    'Public body whose it is',
    'Organisme',
    ({ organisationName }) => organisationName,
  ),
  account('ministry', 'string', 'Public body at the top', 'Organisme de tutelle', ({ topName }) => topName),
  account('followers', 'integer', 'Followers', 'Nombre d’abonnés', ({ record }) => record.followers_count),
  account('forge', 'string', 'Forge, or kind of forge', 'Forge, ou type de forge', ({ record }) =>
    record.platform.toLowerCase(),
  ),
  account('website', 'string', 'Web site', 'Site web', ({ record }) => record.website),
  account(
    'icon_url',
    'string',
    'Address of its picture',
    'Adresse de son image',
    ({ record }) => record.avatar_url,
  ),
  account('location', 'string', 'Place', 'Lieu', ({ record }) => record.location),
  account('email', 'string', 'Mail address', 'Adresse électronique', ({ record }) => record.email),
  account('created_at', 'datetime', 'When it was made', 'Date de création', ({ record }) =>
    moment(record.creation_date),
  ),
  account(
    'repositories_count',
    'integer',
    'Public repositories',
    'Nombre de dépôts publics',
    ({ record }) => record.repositories_count,
  ),
  account(
    'floss_policy',
    'string',
    'Its free-software policy',
    'Sa politique de logiciel libre',
    ({ policy }) => policy,
  ),
  account(
    'ospo_url',
    'string',
    'Its free-software office',
    'Son bureau du logiciel libre',
    ({ office }) => office,
  ),
];

function hostOf(url: string): string | null {
  return codeAddress(url)?.host ?? null;
}

function pathOf(url: string): string | null {
  return codeAddress(url)?.path ?? null;
}

function ownerOf(url: string): string | null {
  const address = codeAddress(url);
  return address ? `https://${address.host}/${address.path.split('/')[0]}` : null;
}
