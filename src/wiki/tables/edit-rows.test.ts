import { expect, test } from 'vitest';
import { editRows } from './edit-rows.ts';

const TEXT = 'id,nom\n"1","Un ""beau"" nom"\n\n2,"à\ndeux lignes"\n3,Trois';
const ROWS = [
  { line: 2, cells: ['1', 'Un "beau" nom'] },
  { line: 4, cells: ['2', 'à\ndeux lignes'] },
  { line: 6, cells: ['3', 'Trois'] },
];
const NOTHING = { changed: new Map(), removed: new Set<number>(), added: [] };

test('rows that do not change stay byte for byte', () => {
  expect(editRows(TEXT, ',', ROWS, NOTHING)).toBe(TEXT);
});

test('a row that changes is written anew, in quotes where it must be', () => {
  const changed = new Map([[4, ['2', 'a,"b"']]]);
  expect(editRows(TEXT, ',', ROWS, { ...NOTHING, changed })).toBe(
    'id,nom\n"1","Un ""beau"" nom"\n\n2,"a,""b"""\n3,Trois',
  );
});

test('a row that goes takes all its lines with it', () => {
  expect(editRows(TEXT, ',', ROWS, { ...NOTHING, removed: new Set([4]) })).toBe(
    'id,nom\n"1","Un ""beau"" nom"\n\n3,Trois',
  );
});

test('a row is added on a line of its own', () => {
  expect(editRows(TEXT, ';', ROWS, { ...NOTHING, added: [['4', 'Qua;tre']] })).toBe(`${TEXT}\n4;"Qua;tre"\n`);
});

test('a row is added to a table that has none', () => {
  expect(editRows('id,nom\n', ',', [], { ...NOTHING, added: [['1', 'Un']] })).toBe('id,nom\n1,Un\n');
});
