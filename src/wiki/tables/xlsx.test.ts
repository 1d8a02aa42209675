import { expect, test } from 'vitest';
import { unzip } from '../../../test/support/unzip.ts';
import { toXlsx } from './export.ts';
import { schemaOf, tableOf } from './table.fixture.ts';

async function sheetOf(content: string, schema?: object): Promise<string> {
  const table = await tableOf(content, schema ? { schema: schemaOf(schema) } : {});
  return unzip(await toXlsx(table)).get('xl/worksheets/sheet1.xml') ?? '';
}

const cell = (sheet: string, place: string) =>
  new RegExp(`<c r="${place}"[^>]*>.*?</c>`, 's').exec(sheet)?.[0];

test('a spreadsheet has the parts that one is made of', async () => {
  const files = unzip(await toXlsx(await tableOf('a\n1\n')));
  expect([...files.keys()]).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ]);
});

test('cells have the types of their columns', async () => {
  const sheet = await sheetOf(
    'n;ok;d;t;w\n1 234,5;Oui;16/02/2018;2018-02-16T12:00:00Z;été\n2;Non;01/01/1850;2018-02-17T00:00:00Z;b\n',
  );
  expect(cell(sheet, 'A2')).toBe('<c r="A2"><v>1234.5</v></c>');
  expect(cell(sheet, 'B2')).toBe('<c r="B2" t="b"><v>1</v></c>');
  expect(cell(sheet, 'C2')).toBe('<c r="C2" s="3"><v>43147</v></c>');
  expect(cell(sheet, 'D2')).toBe('<c r="D2" s="4"><v>43147.5</v></c>');
  expect(cell(sheet, 'E2')).toBe('<c r="E2" t="inlineStr"><is><t xml:space="preserve">été</t></is></c>');
  expect(cell(sheet, 'C3')).toContain('1850-01-01');
});

test('an empty cell is left out, and the first row stays in sight', async () => {
  const sheet = await sheetOf('a,b\n1,\n');
  expect(cell(sheet, 'B2')).toBeUndefined();
  expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
});

test('a formula is a text, marked as one', async () => {
  const sheet = await sheetOf('a,b\n"=cmd|\'/C calc\'!A0",@x\n');
  expect(sheet).not.toContain('<f>');
  expect(cell(sheet, 'A2')).toBe(
    `<c r="A2" s="2" t="inlineStr"><is><t xml:space="preserve">=cmd|'/C calc'!A0</t></is></c>`,
  );
});

test('what XML does not allow is escaped or left out', async () => {
  const sheet = await sheetOf('a,b\n<b>&amp;\x01\ufffe 𝒳,_x0041_\n');
  expect(cell(sheet, 'A2')).toContain('>&lt;b&gt;&amp;amp; 𝒳<');
  expect(cell(sheet, 'B2')).toContain('>_x005F_x0041_<');
});

test('columns after Z have two letters', async () => {
  const names = Array.from({ length: 28 }, (_, index) => `c${index}`).join(',');
  const sheet = await sheetOf(`${names}\n`);
  expect(sheet).toContain('<c r="AB1"');
});

test('the sheet is named after the table, in what names allow', async () => {
  const table = await tableOf('a\n1\n', {
    schema: schemaOf({ title: "Logiciels [libres] : l'État & <co>, une longue liste", fields: [] }),
  });
  expect(unzip(await toXlsx(table)).get('xl/workbook.xml')).toContain(
    `<sheet name="Logiciels libres l'État co , un"`,
  );
  expect(unzip(await toXlsx(table, undefined, { name: '[]' })).get('xl/workbook.xml')).toContain(
    '<sheet name="Table"',
  );
});

test('more rows than a spreadsheet holds are refused, with a way out', async () => {
  const table = await tableOf('a\n1\n');
  const positions = function* () {
    for (let count = 0; count < 1_048_576; count += 1) yield 1;
  };
  await expect(toXlsx(table, positions())).rejects.toMatchObject({
    message: 'The table has more rows than a spreadsheet holds (1,048,576).',
    remedy: 'Narrow it with filters, or take it as CSV.',
  });
});
