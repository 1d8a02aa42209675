import type { Column } from './column.ts';
import type { ColumnType } from './column-type.ts';
import type { ProblemLog } from './problem.ts';
import { excerpt } from './problem.ts';
import type { SchemaField, TableSchema } from './schema.ts';

/** A column before its cells are known. */
export type Heading = Omit<Column, 'type' | 'facet' | 'numeric'>;

/** A file with more columns is not a table that people read. */
export const MAX_COLUMNS = 1_000;

const MAX_NAME = 200;

/** Names the columns: by the first row of the file, and by the schema's titles where it knows them. */
export function readHeader(
  cells: readonly string[],
  line: number,
  schema: TableSchema | undefined,
  problems: ProblemLog,
): Heading[] {
  const used = new Set<string>();
  if (cells.length > MAX_COLUMNS)
    problems.add('too-many-columns', line, { columns: cells.length, shown: MAX_COLUMNS });
  const names = cells
    .slice(0, MAX_COLUMNS)
    .map((cell, index) => uniqueName(oneLine(cell), index, line, used, problems));
  if (schema) tellMismatch(names, line, schema, problems);
  return names.map((name, index) => heading(name, index, schema));
}

function uniqueName(
  cell: string,
  index: number,
  line: number,
  used: Set<string>,
  problems: ProblemLog,
): string {
  const base = cell === '' ? `colonne-${index + 1}` : cell;
  let name = base;
  for (let count = 2; used.has(name); count += 1) name = `${base}-${count}`;
  used.add(name);
  const position = index + 1;
  if (cell === '') problems.add('empty-header', line, { position, name }, name);
  else if (name !== base)
    problems.add('duplicate-header', line, { position, same: excerpt(base), name: excerpt(name) }, name);
  return name;
}

function heading(name: string, index: number, schema: TableSchema | undefined): Heading {
  const field = schema?.fields.find((field) => oneLine(field.name) === name);
  return {
    name,
    title: field?.title ?? name,
    ...(field?.description !== undefined && { description: field.description }),
    index,
    ...(field && { field }),
  };
}

function tellMismatch(
  names: readonly string[],
  line: number,
  schema: TableSchema,
  problems: ProblemLog,
): void {
  const fields = schema.fields.map(({ name }) => oneLine(name));
  for (const name of names)
    if (!fields.includes(name)) problems.add('extra-column', line, { name: excerpt(name) }, name);
  for (const field of fields)
    if (!names.includes(field)) problems.add('missing-column', line, { name: excerpt(field) });
}

/** The type that a schema gives a column, as they are told apart here. */
export function declaredType({ type, format }: SchemaField): ColumnType {
  switch (type) {
    case 'integer':
    case 'number':
    case 'boolean':
    case 'date':
    case 'datetime':
    case 'time':
    case 'year':
      return type;
    case 'string':
      return format === 'uri' || format === 'email' ? format : 'string';
    default:
      return 'string';
  }
}

function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, MAX_NAME);
}
