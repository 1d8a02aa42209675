import { type DateFormat, readDateFormat } from './date-format.ts';
import { type Pattern, readPattern } from './pattern.ts';
import { excerpt, type ProblemValues, type TableProblem, type TableRule, tableProblem } from './problem.ts';

/** What a schema says of one column (Table Schema, “Field Descriptors”). */
export interface SchemaField {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  /** As the schema has it: `string` where it has none. */
  readonly type: string;
  readonly format?: string;
  /** How its dates are written, where `format` says so. */
  readonly dateFormat?: DateFormat;
  readonly decimalChar: string;
  readonly groupChar?: string;
  /** Whether numbers stand alone, without unit or percent sign. */
  readonly bareNumber: boolean;
  readonly trueValues?: readonly string[];
  readonly falseValues?: readonly string[];
  /** The cells that mean that there is no value. */
  readonly missingValues: readonly string[];
  readonly constraints: Constraints;
}

export interface Constraints {
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly enum?: readonly string[];
  readonly pattern?: Pattern;
  /** As written in a cell. */
  readonly minimum?: string;
  readonly maximum?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** A Frictionless Table Schema, as far as it is used here: https://specs.frictionlessdata.io/table-schema/ */
export interface TableSchema {
  readonly title?: string;
  readonly description?: string;
  readonly fields: readonly SchemaField[];
  /** The names of the columns whose cells together name a row. */
  readonly primaryKey: readonly string[];
}

export interface ReadSchema {
  /** None when nothing of it can be used. */
  readonly schema?: TableSchema;
  /** Lines are those of the schema's file. */
  readonly problems: readonly TableProblem[];
}

/** Bytes, or nearly: a schema is written by hand. */
const MAX_SCHEMA = 1024 * 1024;
const MAX_FIELDS = 2_000;
const MAX_VALUES = 10_000;

type Json = Readonly<Record<string, unknown>>;

/** Reads a schema. What is wrong in it is told and left out; the rest is used. */
export function readTableSchema(text: string): ReadSchema {
  const { value, problem } = readJson(text);
  return problem ? { problems: [problem] } : tableSchema(value, text);
}

/** A JSON text as a value, or what keeps it from being one. */
export function readJson(text: string): { value?: unknown; problem?: TableProblem } {
  if (text.length > MAX_SCHEMA)
    return { problem: tableProblem('schema-too-large', 1, { value: `${MAX_SCHEMA / 1024 ** 2} MB` }) };
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch (error) {
    const line = text.slice(0, faultOf(text, error as Error)).split('\n').length;
    return { problem: tableProblem('schema-not-json', line, {}) };
  }
}

/** Where JSON is wrong, from what the error says: a place, or ten characters before it and after. */
function faultOf(text: string, { message }: Error): number {
  const [, place] = /at position (\d+)/.exec(message) ?? [];
  if (place !== undefined) return Number(place);
  const [, before, around] = /, (\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(message) ?? [];
  return around === undefined ? text.length : text.indexOf(around) + (before === undefined ? 0 : 10);
}

/** Reads a schema from a JSON value; `text` is the file that it stands in, to find lines. */
export function tableSchema(value: unknown, text: string): ReadSchema {
  const problems: TableProblem[] = [];
  const tellOf =
    (field?: string): Tell =>
    (rule, values) => {
      const line = field === undefined ? 1 : lineOfName(text, field);
      problems.push(tableProblem(rule, line, values, field));
    };
  const tell = tellOf();
  if (!isObject(value) || !Array.isArray(value.fields)) {
    tell('not-a-schema', {});
    return { problems };
  }
  if (value.fields.length > MAX_FIELDS) tell('too-many-fields', { read: MAX_FIELDS });
  const missingValues = strings(value.missingValues, tell, 'missingValues') ?? [''];
  const fields = value.fields.slice(0, MAX_FIELDS).flatMap((field: unknown, index) => {
    if (isObject(field) && typeof field.name === 'string' && field.name !== '')
      return [schemaField(field, field.name, missingValues, tellOf(field.name))];
    tell('unnamed-field', { position: index + 1 });
    return [];
  });
  const known = new Set(fields.map(({ name }) => name));
  if (known.size < fields.length) tell('duplicate-field', {});
  const primaryKey = strings(value.primaryKey, tell, 'primaryKey') ?? [];
  for (const name of primaryKey) if (!known.has(name)) tell('unknown-key', { name: excerpt(name) });
  const schema: TableSchema = {
    ...(typeof value.title === 'string' && { title: value.title }),
    ...(typeof value.description === 'string' && { description: value.description }),
    fields,
    primaryKey: primaryKey.every((name) => known.has(name)) ? primaryKey : [],
  };
  return { schema, problems };
}

type Tell = <R extends TableRule>(rule: R, values: ProblemValues<R>) => void;

const TYPES = new Set(
  'string number integer boolean object array list date time datetime year yearmonth duration geopoint geojson any'.split(
    ' ',
  ),
);

function schemaField(field: Json, name: string, missingValues: readonly string[], tell: Tell): SchemaField {
  const type = field.type ?? 'string';
  const known = typeof type === 'string' && TYPES.has(type);
  if (!known) tell('unknown-type', { type: excerpt(JSON.stringify(type)) });
  const format = typeof field.format === 'string' ? field.format : undefined;
  const dateFormat =
    format !== undefined && /^(?:date|time|datetime)$/.test(String(type))
      ? readDateFormat(format)
      : undefined;
  if (dateFormat === 'unknown') tell('unknown-format', { format: excerpt(format ?? '') });
  const trueValues = strings(field.trueValues, tell, 'trueValues');
  const falseValues = strings(field.falseValues, tell, 'falseValues');
  return {
    name,
    ...(typeof field.title === 'string' && field.title !== '' && { title: field.title }),
    ...(typeof field.description === 'string' && { description: field.description }),
    type: known ? type : 'string',
    ...(format !== undefined && { format }),
    ...(dateFormat !== undefined && dateFormat !== 'unknown' && { dateFormat }),
    decimalChar: typeof field.decimalChar === 'string' && field.decimalChar !== '' ? field.decimalChar : '.',
    ...(typeof field.groupChar === 'string' && field.groupChar !== '' && { groupChar: field.groupChar }),
    bareNumber: field.bareNumber !== false,
    ...(trueValues && { trueValues }),
    ...(falseValues && { falseValues }),
    missingValues: strings(field.missingValues, tell, 'missingValues') ?? missingValues,
    constraints: constraints(field.constraints, tell),
  };
}

function constraints(value: unknown, tell: Tell): Constraints {
  if (value === undefined) return {};
  if (!isObject(value)) {
    tell('bad-constraints', {});
    return {};
  }
  const pattern = typeof value.pattern === 'string' ? readPattern(value.pattern) : undefined;
  if (typeof pattern === 'string')
    tell('bad-pattern', { pattern: excerpt(String(value.pattern)), reason: pattern });
  const choices = strings(value.enum, tell, 'enum');
  return {
    ...flag(value, 'required', tell),
    ...flag(value, 'unique', tell),
    ...(choices && { enum: choices }),
    ...(typeof pattern === 'object' && { pattern }),
    ...bound(value, 'minimum', tell),
    ...bound(value, 'maximum', tell),
    ...length(value, 'minLength', tell),
    ...length(value, 'maxLength', tell),
  };
}

function flag(value: Json, key: 'required' | 'unique', tell: Tell): Pick<Constraints, typeof key> {
  const flag = value[key];
  if (typeof flag === 'boolean') return { [key]: flag };
  if (flag !== undefined) tell('bad-flag', { key });
  return {};
}

function bound(value: Json, key: 'minimum' | 'maximum', tell: Tell): Pick<Constraints, typeof key> {
  const bound = value[key];
  if (typeof bound === 'string' || typeof bound === 'number') return { [key]: String(bound) };
  if (bound !== undefined) tell('bad-bound', { key });
  return {};
}

function length(value: Json, key: 'minLength' | 'maxLength', tell: Tell): Pick<Constraints, typeof key> {
  const length = value[key];
  if (Number.isInteger(length) && (length as number) >= 0) return { [key]: length };
  if (length !== undefined) tell('bad-length', { key });
  return {};
}

/** One text or several, numbers and booleans as cells have them. */
function strings(value: unknown, tell: Tell, key: string): string[] | undefined {
  if (value === undefined) return undefined;
  const items: unknown[] = Array.isArray(value) ? value : [value];
  const texts = items
    .filter((item) => typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean')
    .map(String);
  if (texts.length < items.length) tell('bad-list', { key });
  return texts.slice(0, MAX_VALUES);
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The line on which an object of the JSON text is named. */
function lineOfName(text: string, name: string): number {
  const needle = JSON.stringify(name);
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
    if (/"name"\s*:\s*$/.test(text.slice(Math.max(0, at - 200), at)))
      return text.slice(0, at).split('\n').length;
  }
  return 1;
}
