import { foldText } from './fold-text.ts';
import { findWord } from './haystack.ts';
import type { Table } from './table.ts';

const MAX_WORDS = 10;

/** For each row, 1 if every word of a text occurs in one of its cells, else 0; undefined when the text has no word. */
export function rowsWithWords(table: Table, text: string): Uint8Array | undefined {
  const words = foldText(text.replaceAll('\0', ' ')).split(/\s+/);
  let rows: Uint8Array | undefined;
  for (const word of [...new Set(words)].filter((word) => word !== '').slice(0, MAX_WORDS)) {
    const more = rowsWithWord(table, word);
    rows = rows === undefined ? more : both(rows, more);
  }
  return rows;
}

function rowsWithWord(table: Table, word: string): Uint8Array {
  const rows = new Uint8Array(table.rowCount);
  for (const { codes, values, haystack } of table.cells) {
    const found = new Uint8Array(values.length);
    if (!findWord(haystack, word, found)) continue;
    for (let row = 0; row < rows.length; row += 1)
      rows[row] = (rows[row] as number) | (found[codes[row] as number] as number);
  }
  return rows;
}

function both(one: Uint8Array, two: Uint8Array): Uint8Array {
  for (let row = 0; row < one.length; row += 1) one[row] = (one[row] as number) & (two[row] as number);
  return one;
}
