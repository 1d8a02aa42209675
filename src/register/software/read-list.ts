import type { SoftwareSettings } from '../../config/settings.ts';
import { DIALECT_BYTES, detectDialect } from '../../wiki/tables/dialect.ts';
import { RecordReader } from '../../wiki/tables/records.ts';
import type { Finding } from '../accounts/finding.ts';
import { readAttribute } from './attributes.ts';
import { type ColumnPlaces, placeColumns, type SoftwareColumn } from './columns.ts';
import type { AttributeValue, SaidSoftware } from './software.ts';
import {
  type Read,
  readDay,
  readFlag,
  readLink,
  readList,
  readStatus,
  readText,
  readWikidata,
} from './values.ts';

/** A row of the table of supported software. */
export interface ListedSoftware {
  readonly id: string | null;
  readonly name: string;
  readonly said: SaidSoftware;
  /** Its cells as they are written, by what they say. */
  readonly cells: Readonly<Record<string, string>>;
  readonly line: number;
}

/** A version of the table, read. */
export interface SoftwareList {
  readonly rows: readonly ListedSoftware[];
  /** What its columns say. */
  readonly fields: readonly string[];
  /** Whether it has a column of names. */
  readonly isReadable: boolean;
  /** Whether it has all columns that the settings name. */
  readonly isWhole: boolean;
  readonly findings: readonly Finding[];
}

const MAX_BYTES = 16 * 1024 * 1024;
const MAX_NAME = 200;
const MAX_FINDINGS = 50;

type Settings = Pick<SoftwareSettings, 'columns' | 'attributes'>;

/** Reads the table of supported software (RFC 4180, whatever parts its cells). Never throws. */
export function readSoftwareList(bytes: Uint8Array, path: string, settings: Settings): SoftwareList {
  const findings: Finding[] = [];
  const records = recordsOf(bytes.subarray(0, MAX_BYTES), path);
  if (bytes.length > MAX_BYTES)
    findings.push(at(1, `the file is larger than ${MAX_BYTES / 1024 ** 2} MB: the rest of it is not read`));
  const [first] = records;
  if (!first)
    return {
      rows: [],
      fields: [],
      isReadable: false,
      isWhole: false,
      findings: [at(1, 'the file is empty')],
    };
  const isNarrow = records.every(({ cells }) => cells.length < 2);
  const places = placeColumns(first.cells, isNarrow, settings);
  const named = first.cells.map((cell) => cell.trim()).join(', ');
  for (const { setting, wanted } of places.missing)
    findings.push(
      at(
        1,
        `there is no column ${wanted.join(' or ')}; the columns are ${named}. Say which of them it is in software.${setting}`,
      ),
    );
  const isReadable = places.fields.has('name');
  const rows = isReadable ? rowsOf(records.slice(places.hasHeader ? 1 : 0), places, settings, findings) : [];
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
  settings: Settings,
  findings: Finding[],
): ListedSoftware[] {
  const seen = new Map<string, number>();
  return records.flatMap(({ cells, line }) => {
    const cell = (field: SoftwareColumn) => readText(cells[fields.get(field) ?? -1]);
    const name = cell('name')?.replace(/\s+/g, ' ').slice(0, MAX_NAME);
    if (name === undefined) {
      findings.push(at(line, 'the row names no software'));
      return [];
    }
    const id = cell('id') ?? null;
    const before = id === null ? undefined : seen.get(id);
    if (before !== undefined)
      findings.push(at(line, `${name}: the identifier ${id} is that of line ${before} already`));
    else if (id !== null) seen.set(id, line);
    const taken = <T>(field: SoftwareColumn, read: (value: unknown) => Read<T>): T | undefined => {
      const value = read(cell(field));
      if (value !== 'wrong') return value;
      findings.push(at(line, `${name}: “${cell(field)?.slice(0, 60)}” is not understood as ${field}`));
      return undefined;
    };
    const description = cell('description');
    const ofAttributes = Object.entries(settings.attributes).flatMap(([key, { kind }]) => {
      const written = cells[attributes.get(key) ?? -1];
      const value = readAttribute(kind, written);
      if (value === 'wrong')
        findings.push(
          at(line, `${name}: “${written?.slice(0, 60)}” is not a ${kind} (software.attributes.${key})`),
        );
      return value === undefined || value === 'wrong' ? [] : [[key, value] as const];
    });
    return [
      {
        id,
        name,
        line,
        said: {
          category: cell('category'),
          critical: taken('critical', readFlag),
          status: taken('status', readStatus),
          since: taken('since', readDay),
          minimumVersion: cell('minimumVersion'),
          licence: cell('licence'),
          repository: taken('repository', readLink),
          homepage: taken('homepage', readLink),
          wikidata: taken('wikidata', readWikidata),
          systems: readList(cell('systems')),
          contracts: readList(cell('contracts')),
          ...(description !== undefined && { descriptions: { '': description } }),
          attributes: Object.fromEntries(ofAttributes) as Record<string, AttributeValue>,
        },
        cells: Object.fromEntries([
          ...[...fields.keys()].map((field) => [field, cell(field) ?? '']),
          ...[...attributes].map(([key, place]) => [`attributes.${key}`, readText(cells[place]) ?? '']),
        ]),
      },
    ];
  });
}

function at(line: number, message: string): Finding {
  return { line, column: 1, message };
}
