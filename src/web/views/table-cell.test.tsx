import { expect, test } from 'vitest';
import type { ColumnType } from '../../wiki/tables/column-type.ts';
import { messagesByLocale } from '../messages/locales.ts';
import { Cell, cellText } from './table-cell.tsx';
import type { CellValue } from './table-column.ts';

const { fr, en } = messagesByLocale;
const text = (type: ColumnType, value: CellValue, messages = fr) =>
  cellText(messages, { type, numeric: type === 'number' }, value).replace(/[\u00a0\u202f]/g, ' ');
const cell = (type: ColumnType, value: CellValue, whole = false) =>
  `${<Cell messages={fr} column={{ type, numeric: false }} value={value} language="fr" whole={whole} />}`;

test('a quantity is written in the way of the reader', () => {
  expect(text('number', 12345.5)).toBe('12 345,5');
  expect(text('number', 12345.5, en)).toBe('12,345.5');
});

test('a number that is a name or a year is not cut in groups', () => {
  expect(text('integer', 75001)).toBe('75001');
  expect(text('year', 2018)).toBe('2018');
});

test('dates, times and truth are written in words of the reader', () => {
  expect(text('date', '2018-02-16')).toBe('16 févr. 2018');
  expect(text('datetime', '2018-02-16T14:30:00Z')).toBe('16 févr. 2018, 14 h 30');
  expect(text('time', '09:00', en)).toBe('09:00');
  expect([text('boolean', true), text('boolean', false, en)]).toEqual(['Oui', 'No']);
});

test('a date that does not exist is shown as it is written', () => {
  expect(cell('date', '2026-02-30')).toBe('2026-02-30');
});

test('an empty cell says so', () => {
  expect(cell('string', null)).toContain('vide');
});

test('a web address is a link, an e-mail address is not', () => {
  expect(cell('string', 'https://forge.example/a/')).toBe(
    '<a href="https://forge.example/a/">forge.example/a</a>',
  );
  expect(cell('email', 'contact@office.example')).toBe('contact@office.example');
});

test('an address that would run something is text', () => {
  expect(cell('uri', 'javascript:alert(1)')).toBe('javascript:alert(1)');
});

test('a long text is cut in a table and whole in the card of its row', () => {
  const long = 'mot '.repeat(16_000).trim();
  expect(cell('string', long).length).toBeLessThan(200);
  expect(cell('string', long, true)).toBe(long);
});
