import { DATASETS, type Dataset, PUBLISHED_DATASETS } from './datasets.ts';
import { CSV_WITHOUT_NAMES, type ExportFormat, FORMAT_NAMES, type FormatName } from './format.ts';

/** A table of the register as a file. */
export interface ExportFile {
  readonly name: string;
  readonly dataset: Dataset;
  readonly format: FormatName;
  /** Where it is not written as its format is otherwise. */
  readonly written?: ExportFormat;
}

/** The tables, in the order in which people are shown them. */
export const TABLES = Object.keys(DATASETS) as readonly (keyof typeof DATASETS)[];

/** The files of a table, one a format: `repositories.csv`. */
export function filesOf(table: keyof typeof DATASETS): readonly ExportFile[] {
  return FORMAT_NAMES.map((format) => ({ name: `${table}.${format}`, dataset: DATASETS[table], format }));
}

const { repositories2021, repositories2024, organizations2021, organizations2024, forges2024 } =
  PUBLISHED_DATASETS;

/** The same under the names that code.gouv.fr gave them, with its columns: until 2024, and since. */
export const PUBLISHED_FILES: readonly ExportFile[] = [
  { name: 'repositories/csv/all.csv', dataset: repositories2021, format: 'csv' },
  { name: 'repositories/json/all.json', dataset: repositories2021, format: 'json' },
  { name: 'organizations/csv/all.csv', dataset: organizations2021, format: 'csv' },
  { name: 'organizations/json/all.json', dataset: organizations2021, format: 'json' },
  { name: 'codegouvfr-repositories.csv', dataset: repositories2024, format: 'csv' },
  { name: 'codegouvfr-repositories.json', dataset: repositories2024, format: 'json' },
  { name: 'codegouvfr-organizations.csv', dataset: organizations2024, format: 'csv' },
  { name: 'codegouvfr-organizations.json', dataset: organizations2024, format: 'json' },
  { name: 'codegouvfr-forges.csv', dataset: forges2024, format: 'csv', written: CSV_WITHOUT_NAMES },
];

const BY_NAME = new Map([...TABLES.flatMap(filesOf), ...PUBLISHED_FILES].map((file) => [file.name, file]));

export function exportFile(name: string): ExportFile | undefined {
  return BY_NAME.get(name);
}
