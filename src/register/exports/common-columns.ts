import type { ExportColumn } from './column.ts';

/** Whose a repository or an account is: the public body by its identifier and its name. */
export const BODY_COLUMNS: readonly ExportColumn<{
  readonly organisation: string | null;
  readonly organisationName: string | null;
}>[] = [
  {
    name: 'organisation_id',
    type: 'string',
    meaning: { en: 'Public body whose it is: its id in bodies', fr: 'Organisme : son id dans bodies' },
    of: ({ organisation }) => organisation,
  },
  {
    name: 'organisation_name',
    type: 'string',
    meaning: { en: 'Name of that public body', fr: 'Nom de cet organisme' },
    of: ({ organisationName }) => organisationName,
  },
];

export const KEY_COLUMN: ExportColumn<{ readonly record: { readonly key: string } }> = {
  name: 'key',
  type: 'string',
  isRequired: true,
  meaning: {
    en: 'Name of its file in the register: never changes',
    fr: 'Nom de son fichier dans le registre : ne change jamais',
  },
  of: ({ record }) => record.key,
};
