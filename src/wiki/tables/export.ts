export { toXlsx } from './xlsx.ts';

import { type CellValue, cellValue } from './cell-value.ts';
import type { Table } from './table.ts';

/** Texts are given in pieces of about this many characters. */
const PIECE = 64 * 1024;

/** A number as people and programs write it: a spreadsheet reads it and runs nothing. */
const PLAIN_NUMBER =
  /^[+-]?(?:(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?\s?%?$/;

/**
 * The table as CSV (RFC 4180: commas, CR LF), UTF-8, with its mark if `bom`, without which some spreadsheets take it for
 * another encoding. A cell that a spreadsheet would take for a formula has an apostrophe put before it, which makes it text.
 * `positions` (from 1) chooses the rows.
 */
export function* toCsv(
  table: Table,
  positions: Iterable<number> = table.positions(),
  { bom = false }: { bom?: boolean } = {},
): Generator<string> {
  yield* inPieces(csvLines(table, positions), bom ? '\ufeff' : '');
}

function* csvLines(table: Table, positions: Iterable<number>): Generator<string> {
  if (table.columns.length === 0) return;
  yield csvLine(table.columns.map(({ title }) => title));
  for (const { cells } of table.rows(positions)) yield csvLine(cells);
}

function csvLine(cells: readonly string[]): string {
  const line = cells.map(csvCell).join(',');
  // A line of one empty cell would be read as no line at all.
  return `${line === '' ? '""' : line}\r\n`;
}

function csvCell(cell: string): string {
  const safe = inert(cell);
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell that no spreadsheet runs (see OWASP, “CSV injection”). */
function inert(cell: string): string {
  return /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
}

/**
 * The table as a JSON array of objects, one a line, keyed by the names of the columns; numbers, booleans and null as such.
 * `positions` (from 1) chooses the rows.
 */
export function* toJson(table: Table, positions: Iterable<number> = table.positions()): Generator<string> {
  yield* inPieces(jsonLines(table, positions), '[');
}

function* jsonLines(table: Table, positions: Iterable<number>): Generator<string> {
  const keys = table.columns.map(({ name }) => JSON.stringify(name));
  let parting = '\n';
  for (const { cells } of table.rows(positions)) {
    const members = cells.map(
      (cell, index) => `${keys[index]}:${JSON.stringify(valueAt(table, index, cell))}`,
    );
    yield `${parting}{${members.join(',')}}`;
    parting = ',\n';
  }
  yield '\n]\n';
}

function valueAt(table: Table, index: number, cell: string): CellValue {
  const column = table.columns[index];
  return column ? cellValue(column, cell) : null;
}

function* inPieces(texts: Iterable<string>, start: string): Generator<string> {
  let piece = start;
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
