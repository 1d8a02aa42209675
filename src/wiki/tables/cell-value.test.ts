import { expect, test } from 'vitest';
import { cellValue } from './cell-value.ts';
import type { ColumnType } from './column-type.ts';
import { schemaOf } from './table.fixture.ts';

test.each<[ColumnType, string, unknown]>([
  ['number', '1 234,5', 1234.5],
  ['number', '1\u202f234\u202f567', 1234567],
  ['number', '1\u00a0234.50', 1234.5],
  ['number', '−3,5', -3.5],
  ['number', '1e3', 1000],
  ['number', '1,234,567', '1,234,567'],
  ['number', 'environ 3', 'environ 3'],
  ['number', `1${'0'.repeat(400)}`, `1${'0'.repeat(400)}`],
  ['integer', '12 345', 12345],
  ['integer', '1,5', '1,5'],
  ['boolean', 'Oui', true],
  ['boolean', 'NON', false],
  ['boolean', 'vrai', true],
  ['boolean', 'peut-être', 'peut-être'],
  ['date', '16/02/2018', '2018-02-16'],
  ['date', '1/2/2018', '2018-02-01'],
  ['date', '2018-02-16', '2018-02-16'],
  ['date', '29/02/2020', '2020-02-29'],
  ['date', '30/02/2018', '30/02/2018'],
  ['date', '2018-13-01', '2018-13-01'],
  ['datetime', '2018-02-16 09:30', '2018-02-16T09:30:00'],
  ['datetime', '2018-02-16T09:30:05.25+01:00', '2018-02-16T09:30:05.25+01:00'],
  ['datetime', '2018-02-16T25:00:00Z', '2018-02-16T25:00:00Z'],
  ['time', '09:30', '09:30:00'],
  ['year', '2018', 2018],
  ['string', '12', '12'],
  ['integer', '', null],
  ['string', '', null],
])('a cell of type %s that reads %j is %j', (type, text, value) => {
  expect(cellValue({ type }, text)).toEqual(value);
});

test('a schema says how its cells are written', () => {
  const { fields } = schemaOf({
    missingValues: ['', 'n.c.'],
    fields: [
      { name: 'price', type: 'number', decimalChar: ',', groupChar: '.' },
      { name: 'share', type: 'number', bareNumber: false },
      { name: 'ok', type: 'boolean', trueValues: ['X'], falseValues: ['-'] },
      { name: 'day', type: 'date', format: '%d/%m/%y' },
      { name: 'moment', type: 'datetime', format: '%Y%m%d %H:%M' },
      { name: 'free', type: 'date', format: 'any' },
    ],
  });
  const value = (index: number, text: string) => {
    const field = fields[index] as (typeof fields)[number];
    return cellValue({ type: field.type as ColumnType, field }, text);
  };
  expect(value(0, '1.234,5')).toBe(1234.5);
  expect(value(0, 'n.c.')).toBeNull();
  expect(value(1, '€ 12.5')).toBe(12.5);
  expect(value(1, '95 %')).toBe(95);
  expect(value(2, 'X')).toBe(true);
  expect(value(2, '-')).toBe(false);
  expect(value(3, '16/02/18')).toBe('2018-02-16');
  expect(value(4, '20180216 09:30')).toBe('2018-02-16T09:30:00');
  expect(value(5, '16.02.2018')).toBe('2018-02-16');
});
