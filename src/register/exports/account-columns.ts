import type { AccountRecord } from '../record.ts';
import { type ExportColumn, moment } from './column.ts';
import { BODY_COLUMNS, KEY_COLUMN } from './common-columns.ts';

/** An account on a forge, and what the index knows of it. */
export interface AccountRow {
  readonly record: AccountRecord;
  readonly organisation: string | null;
  readonly organisationName: string | null;
  /** The name of the public body that all of it is part of. */
  readonly topName: string | null;
  readonly policy: string | null;
  readonly office: string | null;
}

type Column = ExportColumn<AccountRow>;

/** The columns of code.gouv.fr’s `organization.json`, in its order. */
export const ACCOUNT_COLUMNS_2021: readonly Column[] = [
  {
    name: 'login',
    type: 'string',
    isRequired: true,
    meaning: { en: 'Name of the account on its forge', fr: 'Nom du compte sur sa forge' },
    of: ({ record }) => record.login,
  },
  {
    name: 'description',
    type: 'string',
    meaning: { en: 'Description', fr: 'Description' },
    of: ({ record }) => record.description,
  },
  {
    name: 'name',
    type: 'string',
    meaning: { en: 'Name for people', fr: 'Nom complet' },
    of: ({ record }) => record.name,
  },
  {
    name: 'organization_url',
    type: 'string',
    format: 'uri',
    isRequired: true,
    meaning: { en: 'Address', fr: 'Adresse' },
    of: ({ record }) => record.organization_url,
  },
  {
    name: 'avatar_url',
    type: 'string',
    meaning: { en: 'Address of its picture', fr: 'Adresse de son image' },
    of: ({ record }) => record.avatar_url,
  },
  {
    name: 'website',
    type: 'string',
    meaning: { en: 'Web site', fr: 'Site web' },
    of: ({ record }) => record.website,
  },
  {
    name: 'location',
    type: 'string',
    meaning: { en: 'Place', fr: 'Lieu' },
    of: ({ record }) => record.location,
  },
  {
    name: 'email',
    type: 'string',
    meaning: { en: 'Mail address', fr: 'Adresse électronique' },
    of: ({ record }) => record.email,
  },
  {
    name: 'is_verified',
    type: 'boolean',
    meaning: {
      en: 'Whether the forge verified whose it is',
      fr: 'Si la forge a vérifié à qui il appartient',
    },
    of: ({ record }) => record.is_verified,
  },
  {
    name: 'repositories_count',
    type: 'integer',
    meaning: { en: 'Public repositories', fr: 'Nombre de dépôts publics' },
    of: ({ record }) => record.repositories_count,
  },
  {
    name: 'creation_date',
    type: 'datetime',
    meaning: { en: 'When it was made', fr: 'Date de création' },
    of: ({ record }) => moment(record.creation_date),
  },
  {
    name: 'platform',
    type: 'string',
    isRequired: true,
    meaning: { en: 'Forge, or kind of forge', fr: 'Forge, ou type de forge' },
    of: ({ record }) => record.platform,
  },
];

/** The same, and what the register knows besides. */
export const ACCOUNT_COLUMNS: readonly Column[] = [
  ...ACCOUNT_COLUMNS_2021,
  ...BODY_COLUMNS,
  {
    name: 'floss_policy',
    type: 'string',
    format: 'uri',
    meaning: { en: 'Its free-software policy', fr: 'Sa politique de logiciel libre' },
    of: ({ policy }) => policy,
  },
  {
    name: 'ospo_url',
    type: 'string',
    format: 'uri',
    meaning: { en: 'Its free-software office', fr: 'Son bureau du logiciel libre' },
    of: ({ office }) => office,
  },
  KEY_COLUMN,
  {
    name: 'followers_count',
    type: 'integer',
    meaning: { en: 'Followers', fr: 'Nombre d’abonnés' },
    of: ({ record }) => record.followers_count,
  },
];
