import type { RepositoryRecord } from '../record.ts';
import { type ExportColumn, moment } from './column.ts';
import { BODY_COLUMNS, KEY_COLUMN } from './common-columns.ts';

/** A repository, and what the index knows of it. */
export interface RepositoryRow {
  readonly record: RepositoryRecord;
  readonly score: number;
  /** The public body whose it is, by its identifier and its name. */
  readonly organisation: string | null;
  readonly organisationName: string | null;
}

type Column = ExportColumn<RepositoryRow>;

/** The columns of code.gouv.fr’s `repository.json`, in its order; what is no number there is none here. */
const PUBLISHED: readonly Column[] = [
  {
    name: 'id',
    type: 'string',
    meaning: { en: 'What its forge tells it from others by', fr: 'Ce par quoi sa forge le distingue' },
    of: ({ record }) => record.id,
  },
  {
    name: 'name',
    type: 'string',
    isRequired: true,
    meaning: { en: 'Name', fr: 'Nom' },
    of: ({ record }) => record.name,
  },
  {
    name: 'organization_name',
    type: 'string',
    isRequired: true,
    meaning: { en: 'Account it is under, on its forge', fr: 'Compte dont il dépend, sur sa forge' },
    of: ({ record }) => record.organization_name,
  },
  {
    name: 'platform',
    type: 'string',
    isRequired: true,
    meaning: { en: 'Forge, or kind of forge', fr: 'Forge, ou type de forge' },
    of: ({ record }) => record.platform,
  },
  {
    name: 'repository_url',
    type: 'string',
    format: 'uri',
    isRequired: true,
    meaning: { en: 'Address', fr: 'Adresse' },
    of: ({ record }) => record.repository_url,
  },
  {
    name: 'description',
    type: 'string',
    meaning: { en: 'Description', fr: 'Description' },
    of: ({ record }) => record.description,
  },
  {
    name: 'default_branch',
    type: 'string',
    meaning: { en: 'Default branch', fr: 'Branche par défaut' },
    of: ({ record }) => record.default_branch,
  },
  {
    name: 'is_fork',
    type: 'boolean',
    meaning: { en: 'Whether it is a fork', fr: 'S’il s’agit d’un fork' },
    of: ({ record }) => record.is_fork,
  },
  {
    name: 'is_archived',
    type: 'boolean',
    meaning: { en: 'Whether it is archived: read only', fr: 'S’il est archivé : en lecture seule' },
    of: ({ record }) => record.is_archived,
  },
  {
    name: 'creation_date',
    type: 'datetime',
    meaning: { en: 'When it was made', fr: 'Date de création' },
    of: ({ record }) => moment(record.creation_date),
  },
  {
    name: 'last_update',
    type: 'datetime',
    meaning: {
      en: 'When anything of it last changed',
      fr: 'Date de dernière mise à jour, de quoi que ce soit',
    },
    of: ({ record }) => moment(record.last_update),
  },
  {
    name: 'last_modification',
    type: 'datetime',
    meaning: { en: 'When its code last changed', fr: 'Date de dernière modification du code' },
    of: ({ record }) => moment(record.last_modification),
  },
  {
    name: 'homepage',
    type: 'string',
    meaning: { en: 'Home page of the project', fr: 'Page d’accueil du projet' },
    of: ({ record }) => record.homepage,
  },
  {
    name: 'stars_count',
    type: 'integer',
    meaning: { en: 'Stars', fr: 'Nombre d’étoiles' },
    of: ({ record }) => record.stars_count,
  },
  {
    name: 'forks_count',
    type: 'integer',
    meaning: { en: 'Forks', fr: 'Nombre de forks' },
    of: ({ record }) => record.forks_count,
  },
  {
    name: 'license',
    type: 'string',
    meaning: { en: 'Licence, as the forge says', fr: 'Licence, selon la forge' },
    of: ({ record }) => record.license,
  },
  {
    name: 'open_issues_count',
    type: 'integer',
    meaning: { en: 'Open issues', fr: 'Nombre de tickets ouverts' },
    of: ({ record }) => record.open_issues_count,
  },
  {
    name: 'language',
    type: 'string',
    meaning: { en: 'Main programming language', fr: 'Principal langage de programmation' },
    of: ({ record }) => record.language,
  },
  {
    name: 'topics',
    type: 'string',
    meaning: { en: 'Topics, with commas between', fr: 'Mots-clés, séparés par des virgules' },
    of: ({ record }) => record.topics.join(','),
  },
  {
    name: 'software_heritage_exists',
    type: 'boolean',
    meaning: { en: 'Whether Software Heritage has it', fr: 'S’il est archivé par Software Heritage' },
    of: ({ record }) => record.software_heritage_exists,
  },
  {
    name: 'software_heritage_url',
    type: 'string',
    format: 'uri',
    meaning: { en: 'Its page at Software Heritage', fr: 'Sa page chez Software Heritage' },
    of: ({ record }) => record.software_heritage_url,
  },
];

const flag = (
  name: keyof RepositoryRecord & `${'is' | 'has'}_${string}`,
  en: string,
  fr: string,
): Column => ({
  name,
  type: 'boolean',
  meaning: { en, fr },
  of: ({ record }) => record[name] as boolean | null,
});

/** What the register knows besides. */
const OWN: readonly Column[] = [
  flag('is_template', 'Whether it is a template', 'S’il s’agit d’un modèle'),
  flag('is_mirror', 'Whether it is a mirror', 'S’il s’agit d’un miroir'),
  flag('is_empty', 'Whether it is empty', 'S’il est vide'),
  {
    name: 'watchers_count',
    type: 'integer',
    meaning: { en: 'Watchers', fr: 'Nombre d’abonnés' },
    of: ({ record }) => record.watchers_count,
  },
  {
    name: 'spdx_id',
    type: 'string',
    meaning: { en: 'SPDX identifier of the licence', fr: 'Identifiant SPDX de la licence' },
    of: ({ record }) => record.spdx_id,
  },
  flag('has_readme', 'Whether it has a README', 'S’il a un README'),
  flag('has_contributing', 'Whether it has a CONTRIBUTING', 'S’il a un CONTRIBUTING'),
  flag('has_changelog', 'Whether it has a CHANGELOG', 'S’il a un CHANGELOG'),
  flag('has_publiccode', 'Whether it has a publiccode.yml', 'S’il a un publiccode.yml'),
  flag('has_security', 'Whether it has a SECURITY', 'S’il a un SECURITY'),
  flag('has_reuse', 'Whether it says its licences as REUSE does', 'S’il dit ses licences comme REUSE'),
  flag('has_ci', 'Whether a service builds or tests it', 'Si un service le construit ou le teste'),
  flag('has_codemeta', 'Whether it has a codemeta.json', 'S’il a un codemeta.json'),
  flag('has_citation', 'Whether it has a CITATION.cff', 'S’il a un CITATION.cff'),
  {
    name: 'publiccode_errors',
    type: 'integer',
    meaning: { en: 'Errors in its publiccode.yml', fr: 'Nombre d’erreurs de son publiccode.yml' },
    of: ({ record }) => record.publiccode_findings?.errors ?? null,
  },
  {
    name: 'publiccode_warnings',
    type: 'integer',
    meaning: { en: 'Warnings of its publiccode.yml', fr: 'Nombre d’avertissements de son publiccode.yml' },
    of: ({ record }) => record.publiccode_findings?.warnings ?? null,
  },
  {
    name: 'last_release',
    type: 'datetime',
    meaning: { en: 'When it was last released', fr: 'Date de sa dernière version publiée' },
    of: ({ record }) => moment(record.last_release),
  },
  {
    name: 'dependencies_count',
    type: 'integer',
    meaning: { en: 'Packages that it depends on', fr: 'Nombre de paquets dont il dépend' },
    of: ({ record }) => record.dependencies?.count ?? null,
  },
  {
    name: 'size',
    type: 'integer',
    meaning: { en: 'Size in bytes, with its history', fr: 'Taille en octets, histoire comprise' },
    of: ({ record }) => record.size,
  },
  {
    name: 'swhid',
    type: 'string',
    meaning: {
      en: 'SWHID of its last snapshot at Software Heritage',
      fr: 'SWHID de son dernier instantané chez Software Heritage',
    },
    of: ({ record }) => record.swhid,
  },
  {
    name: 'score',
    type: 'integer',
    isRequired: true,
    meaning: { en: 'Score for how open it is', fr: 'Score d’ouverture' },
    of: ({ score }) => score,
  },
  ...BODY_COLUMNS,
  {
    name: 'last_seen',
    type: 'datetime',
    meaning: {
      en: 'When its forge last listed it, if it no longer does',
      fr: 'Date à laquelle sa forge l’a listé en dernier, si elle ne le fait plus',
    },
    of: ({ record }) => moment(record.missing?.last_seen ?? null),
  },
  KEY_COLUMN,
];

export const REPOSITORY_COLUMNS: readonly Column[] = [...PUBLISHED, ...OWN];

/** Exactly what code.gouv.fr published until 2024: numbers of forges are numbers. */
export const REPOSITORY_COLUMNS_2021: readonly Column[] = PUBLISHED.map((column) =>
  column.name === 'id'
    ? {
        ...column,
        type: 'integer',
        of: ({ record }) => (/^\d{1,15}$/.test(record.id ?? '') ? Number(record.id) : null),
      }
    : column,
);
