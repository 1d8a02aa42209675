import type { SoftwareSettings } from '../../config/settings.ts';
import type { Cell, ColumnType, ExportColumn } from '../exports/column.ts';
import type { DescribedTable } from '../exports/description.ts';
import { FORMAT_NAMES } from '../exports/format.ts';
import type { Software } from './software.ts';

type Column = ExportColumn<Software>;

function column(
  name: string,
  meaning: readonly [en: string, fr: string],
  of: (software: Software) => Cell | readonly string[] | undefined,
  type: ColumnType = 'string',
): Column {
  return { name, type, meaning: { en: meaning[0], fr: meaning[1] }, of: (software) => cell(of(software)) };
}

function cell(value: Cell | readonly string[] | undefined): Cell {
  if (value === undefined) return null;
  return typeof value === 'object' && value !== null ? value.join(',') : value;
}

/** What every catalogue says of a software in a flat table. */
const COLUMNS: readonly Column[] = [
  {
    ...column('key', ['Its name in addresses', 'Son nom dans les adresses'], ({ key }) => key),
    isRequired: true,
  },
  column('id', ['Its number in the table', 'Son numéro dans le tableau'], ({ id }) => id),
  { ...column('name', ['Its name', 'Son nom'], ({ name }) => name), isRequired: true },
  column('category', ['Its category', 'Sa catégorie'], ({ category }) => category),
  column('critical', ['Whether it is critical', 'S’il est critique'], ({ critical }) => critical, 'boolean'),
  column(
    'status',
    ['observation, recommended or withdrawn', 'observation, recommended ou withdrawn'],
    ({ status }) => status,
  ),
  column(
    'withdrawn_on',
    ['When it was withdrawn', 'Quand il a été retiré'],
    ({ withdrawal }) => withdrawal?.on,
  ),
  column(
    'withdrawn_why',
    ['Why it was withdrawn', 'Pourquoi il a été retiré'],
    ({ withdrawal }) => withdrawal?.why,
  ),
  column(
    'last_recommended_version',
    ['The last version that was recommended', 'La dernière version recommandée'],
    ({ withdrawal }) => withdrawal?.lastVersion,
  ),
  column('since', ['Since when it is recommended', 'Depuis quand il est recommandé'], ({ since }) => since),
  column(
    'minimum_version',
    ['The oldest version to use', 'La plus ancienne version à utiliser'],
    (one) => one.minimumVersion,
  ),
  column(
    'latest_version',
    ['The newest version known', 'La dernière version connue'],
    (one) => one.latestVersion,
  ),
  column(
    'licence',
    ['Its licence, as SPDX where it is known', 'Sa licence, selon SPDX si elle est connue'],
    ({ licence }) => licence,
  ),
  {
    ...column('repository', ['Its source code', 'Son code source'], ({ repository }) => repository),
    format: 'uri',
  },
  { ...column('homepage', ['Its website', 'Son site'], ({ homepage }) => homepage), format: 'uri' },
  column('wikidata', ['Its Wikidata item', 'Son élément Wikidata'], ({ wikidata }) => wikidata),
  column('sill', ['Its number in the SILL', 'Son numéro au SILL'], ({ sill }) => sill),
  column(
    'systems',
    ['What it runs on, with commas between', 'Sur quoi il tourne, séparé par des virgules'],
    ({ systems }) => systems,
  ),
  column(
    'contracts',
    ['The contracts that cover it', 'Les marchés qui le couvrent'],
    ({ contracts }) => contracts,
  ),
];

/** How a catalogue is described: its attributes, and the languages of its wiki. */
export interface CatalogueShape {
  readonly attributes: SoftwareSettings['attributes'];
  readonly languages: readonly string[];
}

/** The columns of a catalogue: texts by language have one each (`description_fr`), and so have attributes. */
export function softwareColumns({ attributes, languages }: CatalogueShape): readonly Column[] {
  return [
    ...COLUMNS,
    ...languages.map((language) =>
      column(
        `description_${language}`,
        [`What it is, in ${language}`, `Ce que c’est, en ${language}`],
        ({ descriptions }) => descriptions[language],
      ),
    ),
    ...Object.entries(attributes).map(([name, { kind }]) =>
      column(
        `attribute_${name}`,
        [`The attribute ${name}`, `L’attribut ${name}`],
        (software) => (kind === 'number' ? asText(software.attributes[name]) : software.attributes[name]),
        kind === 'flag' ? 'boolean' : 'string',
      ),
    ),
  ];
}

/** The catalogue as a table, and its files. */
export function softwareTable(shape: CatalogueShape): DescribedTable {
  return {
    name: 'software',
    dataset: {
      title: { en: 'Supported software', fr: 'Logiciels soutenus' },
      description: {
        en: 'The free software that is recommended, watched or supported. JSON has more: similar software, instances, providers, who says what.',
        fr: 'Les logiciels libres recommandés, observés ou soutenus. Le JSON en dit plus\u00a0: logiciels semblables, instances, prestataires, qui dit quoi.',
      },
      columns: softwareColumns(shape),
      primaryKey: ['key'],
    },
    files: FORMAT_NAMES.map((format) => ({ name: `software.${format}`, format })),
  };
}

/** Numbers of attributes may have decimals: columns of numbers are of whole ones. */
function asText(value: Software['attributes'][string] | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

/** A software as JSON has it: the cells of its row, and all that a flat table has no room for. */
export function softwareObject(
  software: Software,
  columns: readonly Column[],
): Readonly<Record<string, unknown>> {
  const {
    systems,
    contracts,
    descriptions,
    attributes,
    similar,
    instances,
    providers,
    contributions,
    origins,
  } = software;
  return {
    ...Object.fromEntries(columns.map(({ name, of }) => [name, of(software)])),
    systems: systems ?? null,
    ...{ contracts, descriptions, attributes, similar, instances, providers, contributions, origins },
  };
}

/** Values as a JSON array, one a line. */
export function jsonArray(values: readonly unknown[]): string {
  return values.length === 0 ? '[]\n' : `[\n${values.map((value) => JSON.stringify(value)).join(',\n')}\n]\n`;
}
