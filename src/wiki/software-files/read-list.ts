import type { SoftwareSettings } from '../../config/settings.ts';
import type { Finding } from '../register-files/finding.ts';
import { DIALECT_BYTES, detectDialect } from '../tables/dialect.ts';
import { RecordReader } from '../tables/records.ts';
import { type ColumnPlaces, placeColumns } from './columns.ts';
import { readText } from './values.ts';

/** A row of the table of supported software. */
export interface ListedSoftware {
  readonly id: string | null;
  readonly name: string;
  /** What each of the list's fields is said to be, as it is written; empty where nothing is. */
  readonly cells: readonly string[];
  readonly line: number;
}

/** A version of the table, read. */
export interface SoftwareList {
  readonly rows: readonly ListedSoftware[];
  /** What its columns say: `critical`, `attributes.hosted`. */
  readonly fields: readonly string[];
  /** Whether it has a column of names. */
  readonly isReadable: boolean;
  /** Whether it has all columns that the settings name. */
  readonly isWhole: boolean;
  readonly findings: readonly Finding[];
}

const MAX_BYTES = 16 * 1024 * 1024;
const MAX_NAME = 200;
const MAX_FINDINGS = 10_000;
/** Of the first line, as findings show it. */
const MAX_SHOWN = 60;

type Settings = Pick<SoftwareSettings, 'columns' | 'attributes'>;

/** Reads the table of supported software (RFC 4180, whatever parts its cells). Never throws. */
export function readSoftwareList(bytes: Uint8Array, path: string, settings: Settings): SoftwareList {
  const findings: Finding[] = [];
  const records = recordsOf(bytes.subarray(0, MAX_BYTES), path);
  if (bytes.length > MAX_BYTES)
    findings.push(
      at(
        1,
        `the file is larger than ${MAX_BYTES / 1024 ** 2} MB: the rest of it is not read; make it shorter`,
      ),
    );
  const [first] = records;
  if (!first)
    return {
      rows: [],
      fields: [],
      isReadable: false,
      isWhole: false,
      findings: [at(1, 'the file is empty; write a line that names its columns')],
    };
  const isNarrow = records.every(({ cells }) => cells.length < 2);
  const places = placeColumns(first.cells, isNarrow, settings);
  const shown = first.cells.slice(0, MAX_SHOWN).map((cell) => cell.trim().slice(0, MAX_SHOWN));
  const named = `${shown.join(', ')}${first.cells.length > MAX_SHOWN ? '…' : ''}`;
  for (const { setting, wanted } of places.missing)
    findings.push(
      at(
        1,
        `there is no column ${wanted.join(' or ')}; the columns are ${named}. Say which of them it is in software.${setting}`,
      ),
    );
  const isReadable = places.fields.has('name');
  const rows = isReadable ? rowsOf(records.slice(places.hasHeader ? 1 : 0), places, findings) : [];
  return {
    rows,
    fields: [...places.fields.keys(), ...[...places.attributes.keys()].map((name) => `attributes.${name}`)],
    isReadable,
    isWhole: places.missing.length === 0,
    findings: findings.slice(0, MAX_FINDINGS),
  };
}

interface Record_ {
  readonly cells: readonly string[];
  readonly line: number;
}

function recordsOf(bytes: Uint8Array, path: string): readonly Record_[] {
  const { encoding, separator, hint } = detectDialect(bytes.subarray(0, DIALECT_BYTES), path);
  const records: Record_[] = [];
  const reader = new RecordReader(separator, {
    record: (cells, line) => records.push({ cells, line }),
    problem: () => {},
  });
  reader.push(new TextDecoder(encoding).decode(bytes));
  reader.end();
  return records.slice(hint ? 1 : 0).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

function rowsOf(
  records: readonly Record_[],
  { fields, attributes }: ColumnPlaces,
  findings: Finding[],
): ListedSoftware[] {
  const places = [...fields.values(), ...attributes.values()];
  const [idAt, nameAt] = [fields.get('id') ?? -1, fields.get('name') ?? -1];
  const seen = new Map<string, number>();
  return records.flatMap(({ cells, line }) => {
    const name = clean(cells[nameAt]).replace(/\s+/g, ' ').slice(0, MAX_NAME);
    if (name === '') {
      findings.push(at(line, 'the row names no software; write its name, or take the row away'));
      return [];
    }
    const id = clean(cells[idAt]) || null;
    const before = id === null ? undefined : seen.get(id);
    if (before !== undefined)
      findings.push(
        at(line, `${name}: the identifier ${id} is that of line ${before} already; give it another one`),
      );
    else if (id !== null) seen.set(id, line);
    return [{ id, name, line, cells: places.map((place) => clean(cells[place])) }];
  });
}

function clean(cell: string | undefined): string {
  return cell === undefined ? '' : (readText(cell) ?? '');
}

export function at(line: number, message: string): Finding {
  return { line, column: 1, message };
}
