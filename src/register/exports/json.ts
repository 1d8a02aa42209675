import type { Batches, Cell, ColumnHead } from './column.ts';

/** An array of objects, one a line; what is unknown is null. */
export async function* json(columns: readonly ColumnHead[], batches: Batches): AsyncGenerator<string> {
  const object = objectOf(columns);
  let parting = '[\n';
  for await (const rows of batches) {
    let text = '';
    for (const row of rows) {
      text += parting + object(row);
      parting = ',\n';
    }
    if (text !== '') yield text;
  }
  yield parting === '[\n' ? '[]\n' : '\n]\n';
}

/** The same objects without the array: one a line (JSON Lines), for programs that read a row at a time. */
export async function* jsonLines(columns: readonly ColumnHead[], batches: Batches): AsyncGenerator<string> {
  const object = objectOf(columns);
  for await (const rows of batches) {
    let text = '';
    for (const row of rows) text += `${object(row)}\n`;
    if (text !== '') yield text;
  }
}

function objectOf(columns: readonly ColumnHead[]): (row: readonly Cell[]) => string {
  const names = columns.map(({ name }) => `${JSON.stringify(name)}:`);
  return (row) => `{${row.map((cell, at) => names[at] + JSON.stringify(cell)).join(',')}}`;
}
