import type { ExportColumn } from './column.ts';
import { BODY_COLUMNS } from './common-columns.ts';

/** A forge, and how much of it the register knows. */
export interface ForgeRow {
  readonly host: string;
  readonly kind: string | null;
  readonly organisation: string | null;
  readonly organisationName: string | null;
  readonly accounts: number;
  readonly repositories: number;
  /** RFC 3339. */
  readonly harvested: string | null;
}

type Column = ExportColumn<ForgeRow>;

const HOST: Column = {
  name: 'host',
  type: 'string',
  isRequired: true,
  meaning: { en: 'Host', fr: 'Nom de domaine' },
  of: ({ host }) => host,
};

export const FORGE_COLUMNS: readonly Column[] = [
  HOST,
  {
    name: 'kind',
    type: 'string',
    meaning: { en: 'What program it runs: gitlab, forgejo…', fr: 'Son logiciel\u00a0: gitlab, forgejo…' },
    of: ({ kind }) => kind,
  },
  {
    name: 'accounts_count',
    type: 'integer',
    isRequired: true,
    meaning: { en: 'Accounts of it in the register', fr: 'Nombre de ses comptes dans le registre' },
    of: ({ accounts }) => accounts,
  },
  {
    name: 'repositories_count',
    type: 'integer',
    isRequired: true,
    meaning: { en: 'Repositories of it in the register', fr: 'Nombre de ses dépôts dans le registre' },
    of: ({ repositories }) => repositories,
  },
  // Those of a forge that is all of a public body’s.
  ...BODY_COLUMNS,
  {
    name: 'last_harvest',
    type: 'datetime',
    meaning: {
      en: 'When an account of it was last listed whole',
      fr: 'Date à laquelle un de ses comptes a été listé en entier pour la dernière fois',
    },
    of: ({ harvested }) => harvested,
  },
];

/** The columns of `codegouvfr-forges.csv`, which has no line with their names. */
export const CODEGOUVFR_FORGE_COLUMNS: readonly Column[] = [
  { ...HOST, name: 'name' },
  {
    name: 'kind',
    type: 'string',
    isRequired: true,
    meaning: { en: 'What program it runs', fr: 'Son logiciel' },
    of: ({ kind }) => kind ?? '',
  },
];
