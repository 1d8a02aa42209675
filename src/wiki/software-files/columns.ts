import type { SoftwareSettings } from '../../config/settings.ts';
import { SOFTWARE_COLUMNS } from '../../config/software-settings.ts';
import { folded } from './folded.ts';

export type SoftwareColumn = (typeof SOFTWARE_COLUMNS)[number];

/** What columns are usually called, where the settings do not say; case and accents make no difference. */
const USUAL: Readonly<Record<SoftwareColumn, readonly string[]>> = {
  id: ['Identifiant marché', 'Identifiant', 'id', 'Identifier', 'Numéro', 'Number'],
  name: ['Logiciel', 'Nom', 'Nom du logiciel', 'Software', 'Name'],
  category: ['Catégorie', 'Category', 'Domaine'],
  critical: ['Critique', 'Critical', 'Criticité'],
  status: ['Statut', 'Status'],
  since: ['Depuis', 'Since', 'Recommandé depuis', 'Recommended since'],
  minimumVersion: ['Version minimale', 'Minimum version', 'version_min'],
  licence: ['Licence', 'License'],
  repository: ['Dépôt', 'Repository', 'Code source', 'Source code'],
  homepage: ['Site', 'Site web', 'Website', 'Homepage'],
  wikidata: ['Wikidata'],
  description: ['Description', 'Fonction', 'Function'],
  systems: ['Systèmes', 'Systems', 'OS'],
  contracts: ['Marché', 'Marchés', 'Contrat', 'Contrats', 'Contract', 'Contracts'],
};

type Wanted = string | number | readonly (string | number)[] | undefined;

/** Which column of a table, from 0, says what. */
export interface ColumnPlaces {
  readonly fields: ReadonlyMap<SoftwareColumn, number>;
  readonly attributes: ReadonlyMap<string, number>;
  /** Whether its first line names the columns. */
  readonly hasHeader: boolean;
  /** What the settings name and this table does not have: `columns.name` and what was looked for. */
  readonly missing: readonly { readonly setting: string; readonly wanted: readonly string[] }[];
}

/**
 * Finds the columns of a table by its first line. A table of one column that none of the names is in has no header: it is a
 * list of names. So has one of which the settings give every column by its number.
 */
export function placeColumns(
  first: readonly string[],
  isNarrow: boolean,
  { columns, attributes }: Pick<SoftwareSettings, 'columns' | 'attributes'>,
): ColumnPlaces {
  const titles = first.map(folded);
  const fields = new Map<SoftwareColumn, number>();
  const missing: { setting: string; wanted: readonly string[] }[] = [];
  for (const field of SOFTWARE_COLUMNS) {
    const wanted = columns[field];
    const at = find(wanted ?? USUAL[field], titles);
    if (at !== undefined) fields.set(field, at);
    else if (wanted !== undefined || field === 'name')
      missing.push({ setting: `columns.${field}`, wanted: [wanted ?? USUAL[field]].flat().map(String) });
  }
  if (isNarrow && missing.some(({ setting }) => setting === 'columns.name'))
    return { fields: new Map([['name', 0]]), attributes: new Map(), hasHeader: false, missing: [] };
  const ofAttributes = new Map<string, number>();
  for (const [name, { column }] of Object.entries(attributes)) {
    if (column === undefined) continue;
    const at = find(column, titles);
    if (at !== undefined) ofAttributes.set(name, at);
    else missing.push({ setting: `attributes.${name}.column`, wanted: [column].flat().map(String) });
  }
  const named = Object.values(columns).filter((one) => one !== undefined);
  const hasHeader = named.length === 0 || named.flat().some((one) => typeof one === 'string');
  return { fields, attributes: ofAttributes, hasHeader, missing };
}

function find(wanted: Wanted, titles: readonly string[]): number | undefined {
  for (const one of [wanted ?? []].flat()) {
    const at = typeof one === 'number' ? one - 1 : titles.indexOf(folded(String(one)));
    if (at >= 0 && at < titles.length) return at;
  }
  return undefined;
}
