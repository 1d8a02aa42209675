import type { ColumnType } from './column-type.ts';
import { foldText } from './fold-text.ts';
import type { SchemaField } from './schema.ts';

/** One column of a table. */
export interface Column {
  /** Unique in the table; used in addresses. */
  readonly name: string;
  /** What people read above it. */
  readonly title: string;
  readonly description?: string;
  /** From the schema, else deduced from the cells. */
  readonly type: ColumnType;
  /** Its place in the file, from 0. */
  readonly index: number;
  /** Its cells are quantities: they align to the right and are written as the reader's language does. */
  readonly numeric: boolean;
  /** Few values, so good to filter by. */
  readonly facet: boolean;
  /** What the schema says of it. */
  readonly field?: SchemaField;
}

/** Finds a column as people name it: by its name or title, exactly, else whatever the case and the accents. */
export function findColumn(columns: readonly Column[], name: string): Column | undefined {
  const exact = columns.find((column) => column.name === name) ?? columns.find(({ title }) => title === name);
  if (exact) return exact;
  const folded = foldText(name.trim());
  return columns.find((column) => foldText(column.name) === folded || foldText(column.title) === folded);
}
