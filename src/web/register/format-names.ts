import type { FormatName } from '../../register/exports/format.ts';

/** What people call the formats of files, in every language. */
export const FORMAT_NAMES: Readonly<Record<FormatName, string>> = {
  csv: 'CSV',
  json: 'JSON',
  jsonl: 'JSON Lines',
  parquet: 'Parquet',
};
