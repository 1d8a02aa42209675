import type { ColumnType } from './column-type.ts';

/** What is wrong in a table or its schema, and the remedy, by rule. The values are as the file has them, cut short. */
export const PROBLEM_SENTENCES = {
  'empty-file': () => 'The file is empty; its first row names the columns.',
  'too-large': ({ value }: { value: string }) =>
    `The file is larger than ${value}; what comes after this line is not read, part it into several files.`,
  encoding: ({ encoding }: { encoding: string }) => `The file is in ${encoding}; save it as UTF-8.`,
  'not-utf-8': () =>
    'The line is not valid UTF-8 and was read as Windows-1252; save the whole file as UTF-8.',
  'mixed-encoding': () => 'The line is in UTF-8, others in Windows-1252; save the whole file as UTF-8.',
  'line-end': ({ end, before }: { end: string; before: string }) =>
    `The line ends with ${end}, those above it with ${before}; save the file with one kind of line end.`,
  separator: ({ separator }: { separator: string }) =>
    `Most rows do not have as many cells as the first, parted by ${separatorName(separator)}; check the separator, and quote cells that contain it.`,
  'unclosed-quote': () =>
    'A quote is opened and never closed; close it, or write the whole cell between quotes with this one doubled.',
  'stray-quote': () => 'A quote inside a quoted cell is not doubled; write it twice.',
  nul: () => 'The cell contains a NUL, shown as \ufffd; remove it.',
  'too-many-columns': ({ columns, shown }: { columns: number; shown: number }) =>
    `The file has ${number(columns)} columns; only the first ${number(shown)} are shown.`,
  'empty-header': ({ position, name }: { position: number; name: string }) =>
    `Column ${position} has no name and is called ${quoted(name)}; name it in the first row.`,
  'duplicate-header': ({ position, same, name }: { position: number; same: string; name: string }) =>
    `Column ${position} has the name of another, ${quoted(same)}, and is called ${quoted(name)}; give each column its own.`,
  'short-row': ({ cells, columns }: { cells: number; columns: number }) =>
    `The row has ${cells === 1 ? '1 cell' : `${cells} cells`} where there are ${columns} columns; the missing ones are shown empty; add them.`,
  'extra-cells': ({ cells, columns, first, separator }: ExtraCells) =>
    `The row has ${cells} cells where there are ${columns === 1 ? '1 column' : `${columns} columns`}; from ${quoted(first)} on they are not shown; quote a cell that contains ${separatorName(separator)}.`,
  'long-cell': ({ characters, kept }: { characters: number; kept: number }) =>
    `A cell of ${number(characters)} characters is cut to ${number(kept)}, as many as a spreadsheet holds; put long texts in a page.`,
  'long-row': ({ millions }: { millions: number }) =>
    `The row is longer than ${millions} million characters and is cut; part it in lines.`,
  'missing-cells': ({ millions }: { millions: number }) =>
    `More than ${millions} million cells are missing; this row and those after it are not shown, correct the header or the rows.`,
  type: ({ cell, type }: { cell: string; type: ColumnType }) =>
    `${quoted(cell)} is not ${FORMS[type]}; correct the cell, or the type in the schema.`,
  'date-format': ({ cell, format }: { cell: string; format: string }) =>
    `${quoted(cell)} is not written as ${quoted(format)}; correct the cell, or the format in the schema.`,
  required: () => 'The cell is empty, and the schema requires a value; fill it in.',
  unique: ({ cell }: { cell: string }) =>
    `${quoted(cell)} is already in a row above, and the schema wants each once.`,
  enum: ({ cell, choices }: { cell: string; choices: string }) =>
    `${quoted(cell)} is not one of the values of the schema: ${choices}.`,
  pattern: ({ cell, pattern }: { cell: string; pattern: string }) =>
    `${quoted(cell)} does not have the form ${quoted(pattern)} of the schema.`,
  minimum: ({ cell, bound }: Bound) =>
    `${quoted(cell)} is less than the minimum, ${bound}, which the schema sets.`,
  maximum: ({ cell, bound }: Bound) =>
    `${quoted(cell)} is more than the maximum, ${bound}, which the schema sets.`,
  'min-length': ({ cell, length, bound }: Length) =>
    `${quoted(cell)} is too short, ${length} where the schema requires ${bound} characters.`,
  'max-length': ({ cell, length, bound }: Length) =>
    `${quoted(cell)} is too long, ${length} where the schema allows ${bound} characters.`,
  'incomplete-key': () => 'The primary key of the row is not complete; fill in its cells.',
  'duplicate-key': ({ key }: { key: string }) =>
    `The primary key ${quoted(key)} is that of a row above; make each its own.`,
  'extra-column': ({ name }: { name: string }) =>
    `The schema has no field ${quoted(name)}; add it, or correct the header.`,
  'missing-column': ({ name }: { name: string }) =>
    `The schema has a field ${quoted(name)} that the file has no column for; add the column, or remove the field.`,
  'schema-too-large': ({ value }: { value: string }) =>
    `The schema is larger than ${value}, too large for a schema.`,
  'schema-not-json': () =>
    'The schema is not valid JSON; a Table Schema is a JSON object with a list of “fields”.',
  'not-a-schema': () => 'This is not a Table Schema: it has no list of “fields”.',
  'not-a-package': () => 'This is not a data package: it has no list of “resources”.',
  'absent-schema': () => 'The schema of the file is not in this repository and is left out; add it here.',
  'too-many-fields': ({ read }: { read: number }) =>
    `Only the first ${number(read)} fields of the schema are read.`,
  'unnamed-field': ({ position }: { position: number }) =>
    `Field ${position} of the schema has no name; give it the header of its column as “name”.`,
  'duplicate-field': () => 'Two fields of the schema have the same name; the first one counts.',
  'unknown-key': ({ name }: { name: string }) =>
    `The primary key names ${quoted(name)}, which is not one of the fields.`,
  'unknown-type': ({ type }: { type: string }) =>
    `${type} is not a type of Table Schema; the column is read as text.`,
  'unknown-format': ({ format }: { format: string }) =>
    `The format ${quoted(format)} is not understood; dates are read as ISO 8601 has them.`,
  'bad-pattern': ({ pattern, reason }: { pattern: string; reason: string }) =>
    `The pattern ${quoted(pattern)} is left out: ${reason}.`,
  'bad-constraints': () => '“constraints” is not an object; it is left out.',
  'bad-flag': ({ key }: Key) => `${quoted(key)} is neither true nor false; it is left out.`,
  'bad-bound': ({ key }: Key) => `${quoted(key)} is neither a number nor a text; it is left out.`,
  'bad-length': ({ key }: Key) => `${quoted(key)} is not a whole number; it is left out.`,
  'bad-list': ({ key }: Key) => `${quoted(key)} holds what is not a text; that is left out.`,
};

interface ExtraCells {
  readonly cells: number;
  readonly columns: number;
  /** The first cell that has no column. */
  readonly first: string;
  readonly separator: string;
}

interface Bound {
  readonly cell: string;
  readonly bound: string;
}

interface Length {
  readonly cell: string;
  /** In characters. */
  readonly length: number;
  readonly bound: number;
}

interface Key {
  readonly key: string;
}

const FORMS: Readonly<Record<ColumnType, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  date: 'a date (2018-02-16)',
  datetime: 'a date and time (2018-02-16T09:30:00Z)',
  time: 'a time (09:30:00)',
  year: 'a year (2018)',
  uri: 'an address (https://…)',
  email: 'an e-mail address',
};

function separatorName(separator: string): string {
  return separator === '\t' ? 'tabs' : quoted(separator);
}

function quoted(text: string): string {
  return `“${text}”`;
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}
