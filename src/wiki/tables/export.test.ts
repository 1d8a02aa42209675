import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { toCsv, toJson } from './export.ts';
import { cellsOf, schemaOf, tableOf } from './table.fixture.ts';

const csv = async (
  content: string,
  ...rest: Parameters<typeof toCsv> extends [unknown, ...infer R] ? R : never
) => [...toCsv(await tableOf(content), ...rest)].join('');

test('CSV has commas, CR LF, and quotes where they are needed', async () => {
  expect(await csv('a;b\n1,5;"x ""y""\nz"\n;é\n')).toBe('a,b\r\n"1,5","x ""y""\nz"\r\n,é\r\n');
});

test('the byte order mark is written when asked', async () => {
  expect(await csv('a\n1\n', undefined, { bom: true })).toBe('\ufeffa\r\n1\r\n');
});

test('rows are those asked for, in their order', async () => {
  expect(await csv('a\nx\ny\nz\n', Uint32Array.of(3, 1))).toBe('a\r\nz\r\nx\r\n');
});

test('CSV that is read again is the same table', async () => {
  const table = await tableOf('n,"a ""b""",c\n1,"é, œ\r\nx",\n,,z\n2,\'x,"  y"\n');
  const again = await tableOf([...toCsv(table)].join(''));
  expect(cellsOf(again)).toEqual(cellsOf(table));
  expect(again.columns).toEqual(table.columns);
});

test.each([
  '=cmd|’ /C calc’!A0',
  '=1+1',
  '+33 1 23 45 67 89',
  '-1+cmd',
  '@SUM(A1)',
  '＝1+1',
  '-',
  '--1',
  '=',
  '-1;=2',
])('the cell %s is exported so that no spreadsheet runs it', async (cell) => {
  const [[title, ...header] = [], [exported] = []]: string[][] = parse(
    await csv(`"${cell}";b\n"${cell}";c\n`),
  );
  expect(exported).toBe(`'${cell}`);
  expect(title).toBe(`'${cell}`);
  expect(header).toEqual(['b']);
});

test.each(['-1', '+1,5', '-1 234,5', '-.5', '+1e3', '-12 %'])(
  'the number %s is exported as it is',
  async (cell) => {
    expect(await csv(`a;b\n"${cell}";c\n`)).toMatch(cell.includes(',') ? `"${cell}",c` : `${cell},c`);
  },
);

test('JSON has numbers, booleans and null as such, and dates in ISO 8601', async () => {
  const table = await tableOf('n;ok;d;t\n1 234,5;Oui;16/02/2018;"x ""y"""\n;Non;;\n');
  expect(JSON.parse([...toJson(table)].join(''))).toEqual([
    { n: 1234.5, ok: true, d: '2018-02-16', t: 'x "y"' },
    { n: null, ok: false, d: null, t: null },
  ]);
});

test('JSON of no row is an empty array, and column names are only names', async () => {
  expect(JSON.parse([...toJson(await tableOf('a\n'))].join(''))).toEqual([]);
  const table = await tableOf('__proto__,b\nx,y\n');
  expect([...toJson(table)].join('')).toBe('[\n{"__proto__":"x","b":"y"}\n]\n');
});

test('JSON keeps the names where the header shows titles', async () => {
  const schema = schemaOf({ fields: [{ name: 'a', title: 'Alpha' }] });
  const table = await tableOf('a\nx\n', { schema });
  expect([...toJson(table)].join('')).toContain('"a"');
  expect([...toCsv(table)].join('')).toBe('Alpha\r\nx\r\n');
});

test('exports come in pieces of bounded size', async () => {
  const table = await tableOf(`a,b\n${'word,another\n'.repeat(50_000)}`);
  for (const pieces of [[...toCsv(table)], [...toJson(table)]]) {
    expect(pieces.length).toBeGreaterThan(5);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(70_000);
  }
});
