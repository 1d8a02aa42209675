import type { CodeOrganisationTable } from '../../store/code-tables.ts';
import type { ExportColumn } from './column.ts';

/** The public bodies, as a tree: each names the one that it is part of. */
export const BODY_COLUMNS: readonly ExportColumn<CodeOrganisationTable>[] = [
  {
    name: 'id',
    type: 'string',
    isRequired: true,
    meaning: { en: 'Identifier in the public directory', fr: 'Identifiant dans l’annuaire public' },
    of: ({ id }) => id,
  },
  {
    name: 'name',
    type: 'string',
    isRequired: true,
    meaning: { en: 'Name', fr: 'Nom' },
    of: ({ name }) => name,
  },
  {
    name: 'parent',
    type: 'string',
    meaning: { en: 'Public body that it is part of', fr: 'Organisme dont il fait partie' },
    of: ({ parent }) => parent,
  },
];
