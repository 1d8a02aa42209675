import { expect, test } from 'vitest';
import { detectDialect } from './dialect.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);

test.each([
  ['a,b,c\n1,2,3\n', ','],
  ['a;b;c\n1;2,5;3\n2;3,5;4\n', ';'],
  ['a\tb\n1, or so\t2\n', '\t'],
  ['a|b\n1,5|2\n', '|'],
  ['name;note\n"a, b, c";"d, e"\n"f; g";h\n', ';'],
])('the separator is the one that parts every row alike: %j', (text, separator) => {
  expect(detectDialect(bytes(text)).separator).toBe(separator);
});

test('a file of one column has no separator to find, and its extension decides', () => {
  expect(detectDialect(bytes('name\nA\nB, or C\n'), 'x.csv').separator).toBe(',');
  expect(detectDialect(bytes('name\nA\nB\n'), 'x.tsv').separator).toBe('\t');
});

test('a first line of sep= says the separator', () => {
  expect(detectDialect(bytes('sep=;\r\na;b\r\n'))).toMatchObject({ separator: ';', hint: true });
});

test('UTF-8 is known by its mark, or by its bytes', () => {
  expect(detectDialect(bytes('\ufeffé,b\n'))).toMatchObject({ encoding: 'utf-8', bom: true });
  expect(detectDialect(bytes('é,b\n'))).toMatchObject({ encoding: 'utf-8', bom: false });
});

test('what is not UTF-8 is Windows-1252', () => {
  expect(detectDialect(bytes('Logiciel;Catégorie\nOutil;Bibliothèque\n', 'latin1'))).toMatchObject({
    encoding: 'windows-1252',
    separator: ';',
  });
});

test('a file mostly in UTF-8 is in UTF-8', () => {
  const mixed = Buffer.concat([bytes('é,1\nà,2\nè,3\n'), bytes('ç,4\n', 'latin1')]);
  expect(detectDialect(mixed).encoding).toBe('utf-8');
});

test('a character cut by the end of the sample does not hide UTF-8', () => {
  expect(detectDialect(bytes('été,œuvre\n').subarray(0, 6)).encoding).toBe('utf-8');
});

test('UTF-16 is known by its mark, or by a NUL in every second byte', () => {
  const wide = bytes('Logiciel;Licence\nA;MIT\n', 'utf16le');
  expect(detectDialect(wide)).toMatchObject({ encoding: 'utf-16le', separator: ';' });
  expect(detectDialect(Buffer.from(wide).swap16())).toMatchObject({ encoding: 'utf-16be', separator: ';' });
  expect(detectDialect(bytes('\ufeffa;b\n', 'utf16le'))).toMatchObject({ encoding: 'utf-16le', bom: true });
});

test('an empty file is an empty file', () => {
  expect(detectDialect(new Uint8Array())).toMatchObject({ encoding: 'utf-8', separator: ',' });
});
