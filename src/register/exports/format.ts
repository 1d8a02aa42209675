import type { Batches, ColumnHead } from './column.ts';
import { csv, csvRows } from './csv.ts';
import { json, jsonLines } from './json.ts';
import { parquet } from './parquet.ts';

/** How an export is written. */
export interface ExportFormat {
  readonly mediaType: string;
  readonly write: (columns: readonly ColumnHead[], batches: Batches) => AsyncIterable<string | Buffer>;
  /** Whether sending it compressed is worth the work. */
  readonly isText: boolean;
}

/** By the extension of the file. */
export const EXPORT_FORMATS = {
  csv: { mediaType: 'text/csv; charset=utf-8; header=present', write: csv, isText: true },
  json: { mediaType: 'application/json', write: json, isText: true },
  jsonl: { mediaType: 'application/jsonl', write: jsonLines, isText: true },
  parquet: { mediaType: 'application/vnd.apache.parquet', write: parquet, isText: false },
} as const satisfies Readonly<Record<string, ExportFormat>>;

/** CSV of which the first line is a row (RFC 4180, section 3). */
export const CSV_WITHOUT_NAMES: ExportFormat = {
  mediaType: 'text/csv; charset=utf-8; header=absent',
  write: csvRows,
  isText: true,
};

export type FormatName = keyof typeof EXPORT_FORMATS;

export const FORMAT_NAMES = Object.keys(EXPORT_FORMATS) as readonly FormatName[];
