import { parse } from 'smol-toml';
import { NotRead } from './not-read.ts';

export type Table = Readonly<Record<string, unknown>>;

/** A JSON object. */
export function parseJson(text: string): Table {
  return attempted(() => JSON.parse(text));
}

export function parseToml(text: string): Table {
  return attempted(() => parse(text, { maxDepth: 100 }));
}

/** What parsers throw, a stack that is full too, means that the file is not of its kind. */
function attempted(read: () => unknown): Table {
  let value: unknown;
  try {
    value = read();
  } catch {
    throw new NotRead('syntax');
  }
  if (!isTable(value)) throw new NotRead('other-format');
  return value;
}

export function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The table under some keys; an empty one if there is none. */
export function tableAt(table: Table, ...keys: readonly string[]): Table {
  let at: unknown = table;
  for (const key of keys) at = isTable(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  return isTable(at) ? at : {};
}

export function listAt(table: Table, key: string): readonly unknown[] {
  const value = Object.hasOwn(table, key) ? table[key] : undefined;
  return Array.isArray(value) ? value : [];
}

export function textAt(table: Table, key: string): string | undefined {
  const value = Object.hasOwn(table, key) ? table[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}
