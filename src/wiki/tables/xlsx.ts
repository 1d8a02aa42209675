import { setImmediate } from 'node:timers/promises';
import { Invalid } from '../../config/errors.ts';
import type { Table } from './table.ts';
import { xlsxHeader, xlsxRow } from './xlsx-cells.ts';
import { zip } from './zip.ts';

/** What a spreadsheet holds: the header and 1,048,575 rows. */
const MAX_ROWS = 1_048_576;
/** Characters made at a time: some milliseconds of work. */
const PIECE = 128 * 1024;

/**
 * The table as a spreadsheet (Office Open XML, ISO/IEC 29500): numbers, booleans and dates as such, all else as text, never
 * a formula; the first row stays in sight. `positions` (from 1) chooses the rows; `name` is that of the sheet. Throws
 * `Invalid` when there are more rows than a spreadsheet holds. Other work of the process goes on meanwhile.
 */
export async function toXlsx(
  table: Table,
  positions: Iterable<number> = table.positions(),
  { name = table.caption ?? 'Table' }: { name?: string } = {},
): Promise<Buffer> {
  const parts = { ...PARTS, 'xl/workbook.xml': workbookXml(name) };
  return await zip([
    ...Object.entries(parts).map(([name, xml]) => ({ name, content: [Buffer.from(XML + xml)] })),
    { name: 'xl/worksheets/sheet1.xml', content: sheetXml(table, positions) },
  ]);
}

async function* sheetXml(table: Table, positions: Iterable<number>): AsyncGenerator<Buffer> {
  let xml = XML + sheetStart(table) + xlsxHeader(table.columns);
  let row = 1;
  for (const { cells } of table.rows(positions)) {
    row += 1;
    if (row > MAX_ROWS)
      throw new Invalid(
        `The table has more rows than a spreadsheet holds (${MAX_ROWS.toLocaleString('en')}).`,
        'Narrow it with filters, or take it as CSV.',
      );
    xml += xlsxRow(table.columns, cells, row);
    if (xml.length < PIECE) continue;
    yield Buffer.from(xml);
    xml = '';
    await setImmediate();
  }
  yield Buffer.from(`${xml}</sheetData></worksheet>`);
}

function sheetStart(table: Table): string {
  const widths = table.cells.map(({ column, values }, index) => {
    const longest = values
      .slice(0, 1_000)
      .reduce((most, { length }) => Math.max(most, length), column.title.length);
    return `<col min="${index + 1}" max="${index + 1}" width="${Math.min(Math.max(longest + 2, 8), 60)}" customWidth="1"/>`;
  });
  return (
    `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    (widths.length === 0 ? '' : `<cols>${widths.join('')}</cols>`) +
    '<sheetData>'
  );
}

/** A sheet's name has at most 31 characters, and not all of them are allowed. */
function workbookXml(name: string): string {
  const allowed = name
    .replace(/[[\]:*?/\\<>&"\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 31)
    .toWellFormed();
  const sheet = allowed.replace(/^[' ]+|[' ]+$/g, '') || 'Table';
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The styles are those of `CellStyle`, in its order. */
const FORMATS = [
  'numFmtId="0"',
  'numFmtId="0" fontId="1" applyFont="1"',
  'numFmtId="49" quotePrefix="1"',
].concat(['14', '22', '21'].map((id) => `numFmtId="${id}" applyNumberFormat="1"`));

const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels':
    `<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml':
    `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${FORMATS.length}">${FORMATS.map((format) => `<xf ${format} fillId="0" borderId="0" xfId="0"/>`).join('')}</cellXfs></styleSheet>`,
};
