import type { Column } from './column.ts';
import type { ColumnType } from './column-type.ts';
import { isoDay, isoTime, readFormatted } from './date-format.ts';
import type { SchemaField } from './schema.ts';

/** What a cell means: dates and times as ISO 8601 texts, nothing as null, what cannot be read as its own text. */
export type CellValue = string | number | boolean | null;

/**
 * The value of a cell. It is read by what the schema says, else by what people write: « 1 234,5 », 16/02/2018, Oui. Whether
 * a schema allows it is another question (`field-check.ts`).
 */
export function cellValue(column: Pick<Column, 'type' | 'field'>, text: string): CellValue {
  const { type, field } = column;
  const cell = text.trim();
  if (cell === '' || field?.missingValues.includes(cell)) return null;
  if (type === 'string' || type === 'uri' || type === 'email') return text;
  return (field && readByField(type, field, cell)) ?? readAs(type, cell) ?? text;
}

/** Reads a cell strictly as the schema says; undefined when it cannot be. */
export function readByField(type: ColumnType, field: SchemaField, cell: string): CellValue | undefined {
  switch (type) {
    case 'integer':
    case 'number':
      return readNumberAs(field, cell, type === 'integer');
    case 'boolean':
      return readBooleanAs(field, cell);
    case 'year':
      return /^-?\d{4,}$/.test(cell) ? Number(cell) : undefined;
    case 'date':
    case 'datetime':
    case 'time':
      if (field.dateFormat === 'any') return readAs(type, cell);
      return field.dateFormat ? readFormatted(cell, field.dateFormat) : readIso(type, cell);
    default:
      return cell;
  }
}

/** Reads a cell as people write it; undefined when it cannot be. */
export function readAs(type: ColumnType, cell: string): CellValue | undefined {
  switch (type) {
    case 'integer':
      return INTEGER.test(cell) ? readNumber(cell) : undefined;
    case 'number':
      return readNumber(cell);
    case 'boolean':
      return BOOLEANS.get(cell.toLowerCase());
    case 'year':
      return /^\d{4}$/.test(cell) ? Number(cell) : undefined;
    case 'date':
      return readIso('date', cell) ?? readFrenchDate(cell);
    case 'datetime':
      return readIso('datetime', cell);
    case 'time':
      return readIso('time', cell);
    default:
      return cell;
  }
}

/** Groups of three digits are parted by any space; the decimal mark is a comma or a point. */
const NUMBER = /^[+\-−]?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)?(?:[eE][+-]?\d{1,3})?$/;
const INTEGER = /^[+\-−]?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)$/;

const DIGITS = /^-?\d+(?:\.\d+)?$/;

function readNumber(cell: string): number | undefined {
  if (DIGITS.test(cell)) return finite(Number(cell));
  if (!NUMBER.test(cell)) return undefined;
  return finite(
    Number(
      cell
        .replace(/[ \u00a0\u202f]/g, '')
        .replace(',', '.')
        .replace('−', '-'),
    ),
  );
}

function readNumberAs(field: SchemaField, cell: string, whole: boolean): number | undefined {
  const grouped = field.groupChar === undefined ? cell : cell.replaceAll(field.groupChar, '');
  const bare = field.bareNumber ? grouped : grouped.replace(/^[^\d+-]+|[^\d]+$/g, '');
  const text = field.decimalChar === '.' ? bare : bare.replace('.', 'x').replace(field.decimalChar, '.');
  const form = whole ? /^[+-]?\d+$/ : /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
  return form.test(text) ? finite(Number(text)) : undefined;
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'vrai', 'oui', 'yes'].map((word) => [word, true] as const),
  ...['false', 'faux', 'non', 'no'].map((word) => [word, false] as const),
]);

const TRUE_VALUES: readonly string[] = ['true', 'True', 'TRUE', '1'];
const FALSE_VALUES: readonly string[] = ['false', 'False', 'FALSE', '0'];

function readBooleanAs({ trueValues, falseValues }: SchemaField, cell: string): boolean | undefined {
  if ((trueValues ?? TRUE_VALUES).includes(cell)) return true;
  return (falseValues ?? FALSE_VALUES).includes(cell) ? false : undefined;
}

const DAY = '(\\d{4})-(\\d{2})-(\\d{2})';
const TIME = '(\\d{2}):(\\d{2})(?::(\\d{2})(\\.\\d{1,9})?)?';
const ISO = {
  date: new RegExp(`^${DAY}$`),
  time: new RegExp(`^${TIME}$`),
  datetime: new RegExp(`^${DAY}[T ]${TIME}(Z|[+-]\\d{2}:?\\d{2})?$`),
};

function readIso(type: 'date' | 'time' | 'datetime', cell: string): string | undefined {
  const match = ISO[type].exec(cell);
  if (!match) return undefined;
  const part = (index: number) => Number(match[index] ?? 0);
  if (type === 'time') return isoTime(part(1), part(2), part(3));
  const day = isoDay(part(1), part(2), part(3));
  if (type === 'date' || day === undefined) return day;
  const time = isoTime(part(4), part(5), part(6));
  return time && `${day}T${time}${match[7] ?? ''}${match[8] ?? ''}`;
}

function readFrenchDate(cell: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell) ?? [];
  return day === undefined ? undefined : isoDay(Number(year), Number(month), Number(day));
}
