import { cellValue } from './cell-value.ts';
import type { Column } from './column.ts';

/** The style of a cell, by its place in the list of styles. */
export const CellStyle = { plain: 0, header: 1, text: 2, date: 3, datetime: 4, time: 5 } as const;

/** The first row: the titles of the columns. */
export function xlsxHeader(columns: readonly Column[]): string {
  const cells = columns.map(({ title }, index) => textCell(`${columnName(index)}1`, title, CellStyle.header));
  return `<row r="1">${cells.join('')}</row>`;
}

/** A row of cells, each typed as its column. */
export function xlsxRow(columns: readonly Column[], cells: readonly string[], row: number): string {
  let xml = `<row r="${row}">`;
  for (const [index, column] of columns.entries())
    xml += xlsxCell(column, cells[index] as string, `${columnName(index)}${row}`);
  return `${xml}</row>`;
}

function xlsxCell(column: Column, text: string, place: string): string {
  const value = cellValue(column, text);
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${place}" t="b"><v>${value ? 1 : 0}</v></c>`;
  const { type } = column;
  if (type === 'date' || type === 'datetime' || type === 'time') {
    const serial = serialTime(value, type);
    if (serial !== undefined) return `<c r="${place}" s="${CellStyle[type]}"><v>${serial}</v></c>`;
  }
  // What begins as a formula does is marked as text, lest an edit of the cell make one of it.
  return textCell(place, value, /^[=+\-@]/.test(value) ? CellStyle.text : CellStyle.plain);
}

function textCell(place: string, text: string, style: number): string {
  const styled = style === CellStyle.plain ? '' : ` s="${style}"`;
  return `<c r="${place}"${styled} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

const DAY_MS = 86_400_000;
/** Day 0 of spreadsheets, which count a 29 February 1900: they are right from the next day on. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const FIRST_DAY = 61;

/** An ISO 8601 date or time as a number of days, its time zone left out; undefined when there is none. */
function serialTime(iso: string, type: 'date' | 'datetime' | 'time'): number | undefined {
  const form = {
    date: /^\d{4}-\d\d-\d\d$/,
    datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/,
    time: /^\d\d:\d\d:\d\d$/,
  }[type];
  const [text] = form.exec(iso) ?? [];
  if (text === undefined) return undefined;
  const time = Date.parse(type === 'time' ? `1899-12-30T${text}Z` : type === 'date' ? text : `${text}Z`);
  const days = (time - DAY_ZERO) / DAY_MS;
  return type === 'time' || days >= FIRST_DAY ? days : undefined;
}

/** `A` to `Z`, then `AA`. */
function columnName(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escapeXml(text: string): string {
  if (!/[&<>_\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text)) return text;
  return (
    text
      .toWellFormed()
      .replace(/[^\t\n\r -\ufffd\u{10000}-\u{10ffff}]/gu, '')
      .replace(/[&<>]/g, (character) => ENTITIES[character] as string)
      // `_x000D_` would be read as the character of that number.
      .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
      .replaceAll('\r', '_x000D_')
  );
}
