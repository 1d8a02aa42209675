import { expect, test } from 'vitest';
import { MAX_PROBLEMS } from './problem.ts';
import { readTable } from './read-table.ts';
import { cellsOf, chunksOf, complaints, schemaOf, tableOf } from './table.fixture.ts';

test('the first row names the columns, the others are rows with their lines', async () => {
  const table = await tableOf('Logiciel,Note\nA,"deux\nlignes"\n\nB,\n');
  expect(table.columns.map(({ name }) => name)).toEqual(['Logiciel', 'Note']);
  expect([...table.rows()]).toEqual([
    { position: 1, line: 2, key: 'A', cells: ['A', 'deux\nlignes'] },
    { position: 2, line: 5, key: 'B', cells: ['B', ''] },
  ]);
  expect(table.problemCount).toBe(0);
});

test('spaces around cells, blank lines and rows of separators say nothing', async () => {
  const table = await tableOf('a;b\n  x ; y\n\n;\n;;;\nz;\n');
  expect(cellsOf(table)).toEqual([
    ['x', 'y'],
    ['z', ''],
  ]);
  expect(complaints(table)).toEqual([]);
});

test('a row that is too short is filled, one too long is cut, and both are told', async () => {
  const table = await tableOf('a,b,c\n1\n1,2,3,4, five\n1,2,3,,\n4,5,6\n7,8,9\n8,9,0\n');
  expect(cellsOf(table).slice(0, 3)).toEqual([
    ['1', '', ''],
    ['1', '2', '3'],
    ['1', '2', '3'],
  ]);
  expect(complaints(table)).toEqual([
    'short-row 2: The row has 1 cell where there are 3 columns; the missing ones are shown empty; add them.',
    'extra-cells 3: The row has 5 cells where there are 3 columns; from “4” on they are not shown; quote a cell that contains “,”.',
  ]);
});

test('columns without a name, or with that of another, get one of their own', async () => {
  const table = await tableOf('nom,,nom,nom-2\n1,2,3,4\n');
  expect(table.columns.map(({ name }) => name)).toEqual(['nom', 'colonne-2', 'nom-2', 'nom-2-2']);
  expect(complaints(table).map((text) => text.slice(0, 50))).toEqual([
    'empty-header 1: Column 2 has no name and is called',
    'duplicate-header 1: Column 3 has the name of anoth',
    'duplicate-header 1: Column 4 has the name of anoth',
  ]);
});

test('an empty file is a table without columns, and is told', async () => {
  for (const content of ['', '\n\n', '\ufeff']) {
    const table = await tableOf(content);
    expect(table).toMatchObject({ columns: [], rowCount: 0 });
    expect(complaints(table)).toEqual(['empty-file 1: The file is empty; its first row names the columns.']);
  }
});

test('a header alone is a table without rows', async () => {
  expect(await tableOf('a,b\n')).toMatchObject({ rowCount: 0, problemCount: 0 });
});

test('a file in Windows-1252 reads right, and is told once', async () => {
  const table = await tableOf(Buffer.from('Catégorie;Prix\nBibliothèque;3 \x80\nÉté;4\n', 'latin1'));
  expect(table.columns[0]?.name).toBe('Catégorie');
  expect(cellsOf(table)).toEqual([
    ['Bibliothèque', '3 €'],
    ['Été', '4'],
  ]);
  expect(complaints(table)).toEqual(['encoding 1: The file is in Windows-1252; save it as UTF-8.']);
});

test('two encodings in one file both read right, and the lines that differ are told', async () => {
  const mixed = Buffer.concat([
    Buffer.from('nom,note\né,1\nà,2\n'),
    Buffer.from('ç,3\n', 'latin1'),
    Buffer.from('"œ\nœ",4\n'),
    Buffer.from('ù,5\n', 'latin1'),
  ]);
  const table = await tableOf(mixed);
  expect(cellsOf(table).map(([cell]) => cell)).toEqual(['é', 'à', 'ç', 'œ\nœ', 'ù']);
  expect(complaints(table)).toEqual([
    'not-utf-8 4: The line is not valid UTF-8 and was read as Windows-1252; save the whole file as UTF-8.',
    'not-utf-8 7: The line is not valid UTF-8 and was read as Windows-1252; save the whole file as UTF-8.',
  ]);
});

test('UTF-16, with or without its mark, reads right and is told', async () => {
  for (const mark of ['', '\ufeff']) {
    const table = await tableOf(Buffer.from(`${mark}nom;âge\nZoé;30\n`, 'utf16le'));
    expect(table.columns.map(({ name }) => name)).toEqual(['nom', 'âge']);
    expect(cellsOf(table)).toEqual([['Zoé', '30']]);
    expect(complaints(table)).toEqual(['encoding 1: The file is in UTF-16LE; save it as UTF-8.']);
  }
});

test('the byte order mark of UTF-8 is not part of the first name', async () => {
  const table = await tableOf('\ufeff"nom",b\n1,2\n');
  expect(table.columns[0]?.name).toBe('nom');
  expect(table.problemCount).toBe(0);
});

test('a NUL is shown as a replacement character, and told', async () => {
  const table = await tableOf('a,b\nx,y\0z\n');
  expect(cellsOf(table)).toEqual([['x', 'y\ufffdz']]);
  expect(table.problems).toEqual([
    {
      rule: 'nul',
      line: 2,
      column: 'b',
      message: 'The cell contains a NUL, shown as \ufffd; remove it.',
      values: {},
    },
  ]);
});

test('a cell of 64 kB is cut to what a spreadsheet holds, and told', async () => {
  const table = await tableOf(`a,b\nx,${'é'.repeat(65_536)}\ny,z\n`);
  expect(table.row(1).cells[1]).toHaveLength(32_767);
  expect(table.row(2).cells).toEqual(['y', 'z']);
  expect(complaints(table)).toEqual([
    'long-cell 2: A cell of 65,536 characters is cut to 32,767, as many as a spreadsheet holds; put long texts in a page.',
  ]);
});

test('a quote never closed leaves the rows after it as they are', async () => {
  const table = await tableOf('a,b\n1,"x\n2,y\n3,"z"\n');
  expect(cellsOf(table)).toEqual([
    ['1', '"x'],
    ['2', 'y'],
    ['3', 'z'],
  ]);
  expect(table.problems.map(({ rule, line }) => [rule, line])).toEqual([['unclosed-quote', 2]]);
});

test('of a file that is too large, what comes before is kept and the rest is told', async () => {
  const rows = Array.from({ length: 1_000 }, (_, index) => `${index},row\n`).join('');
  const table = await tableOf(`n,word\n${rows}`, { maxBytes: 2_048 });
  expect(table.row(table.rowCount).cells).toEqual([String(table.rowCount - 1), 'row']);
  expect(complaints(table)).toEqual([
    `too-large ${table.rowCount + 1}: The file is larger than 2 kB; what comes after this line is not read, part it into several files.`,
  ]);
});

test('a separator that parts few rows as the first is told', async () => {
  const table = await tableOf('Titre du document, version 2\nnom : valeur\nx : 1\ny : 2\n');
  expect(complaints(table)[0]).toMatch(/^separator 1: Most rows do not have as many cells as the first/);
});

test('sep= is not a row', async () => {
  const table = await tableOf('sep=;\r\na;b\r\n1;2\r\n');
  expect([...table.rows()]).toEqual([{ position: 1, line: 3, key: '1', cells: ['1', '2'] }]);
});

test('a data package can say that there is no header', async () => {
  const table = await tableOf('1,2\n3,4\n', {
    dialect: { header: false },
    schema: schemaOf({ fields: [{ name: 'x' }, { name: 'y' }] }),
  });
  expect(table.columns.map(({ name }) => name)).toEqual(['x', 'y']);
  expect(table.rowCount).toBe(2);
});

test('a file wrong on every line has its first problems kept and all counted', async () => {
  const table = await tableOf(`a,b\n${'1,2\n'.repeat(200)}${'1\n'.repeat(3_000)}`);
  expect(table.problems).toHaveLength(MAX_PROBLEMS);
  expect(table.problemCount).toBe(3_000);
  expect(table.rowCount).toBe(3_200);
});

test('pieces of any size make the same table', async () => {
  const content = 'é,"b\r\nc"\r\n"œ ""x""",2\r\n3,4\r\n';
  const [whole, ...others] = await Promise.all(
    [1_000, 1, 2, 3, 5].map((size) => readTable(chunksOf(content, size), { path: 'x.csv', maxBytes: 1e6 })),
  );
  for (const other of others) expect(cellsOf(other)).toEqual(cellsOf(whole as typeof other));
});

test('short rows under a very wide header do not fill the memory', async () => {
  const header = Array.from({ length: 1_000 }, (_, index) => `c${index}`).join(',');
  const table = await tableOf(`${header}\n${'x\n'.repeat(100_000)}`);
  expect(table.rowCount).toBe(5_005);
  expect(table.problemCount).toBe(5_007);
});

test('a million rows are read while other work goes on', async () => {
  const block = Buffer.from('nom,2\n'.repeat(100_000));
  const blocks = async function* () {
    yield Buffer.from('nom,n\n');
    for (let count = 0; count < 10; count += 1) yield block;
  };
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  const table = await readTable(blocks(), { path: 'x.csv', maxBytes: 1e9 });
  clearInterval(timer);
  expect(table.rowCount).toBe(1_000_000);
  expect(turns).toBeGreaterThan(3);
});
