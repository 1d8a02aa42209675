import type { Batches, Cell, ColumnHead } from './column.ts';

/**
 * CSV as RFC 4180 has it: every text in quotes, lines end in CR LF. What is unknown is empty, a text without letters is
 * `""`; numbers and flags stand without quotes.
 */
export async function* csv(columns: readonly ColumnHead[], batches: Batches): AsyncGenerator<string> {
  yield `${columns.map(({ name }) => name).join(',')}\r\n`;
  yield* csvRows(columns, batches);
}

/** The same without the line of names. */
export async function* csvRows(_: readonly ColumnHead[], batches: Batches): AsyncGenerator<string> {
  for await (const rows of batches) {
    let text = '';
    for (const row of rows) text += `${row.map(written).join(',')}\r\n`;
    if (text !== '') yield text;
  }
}

function written(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'string' ? `"${cell.replaceAll('"', '""')}"` : String(cell);
}
