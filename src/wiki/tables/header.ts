import type { Column, ColumnType } from './column.ts';
import type { ProblemLog } from './problem.ts';
import { cite } from './problem.ts';
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
    problems.add(
      'header',
      line,
      `the file has ${cells.length} columns; only the first ${MAX_COLUMNS} are shown`,
    );
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
  if (cell === '')
    problems.add(
      'header',
      line,
      `column ${index + 1} has no name and is called ${cite(name)}; name it in the first row`,
      name,
    );
  else if (name !== base) {
    const message = `column ${index + 1} has the name of another, ${cite(base)}, and is called ${cite(name)}; give each column its own`;
    problems.add('header', line, message, name);
  }
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
    if (!fields.includes(name))
      problems.add(
        'schema',
        line,
        `the schema has no field ${cite(name)}; add it, or correct the header`,
        name,
      );
  for (const field of fields)
    if (!names.includes(field))
      problems.add(
        'schema',
        line,
        `the schema has a field ${cite(field)} that the file has no column for; add the column, or remove the field`,
      );
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
