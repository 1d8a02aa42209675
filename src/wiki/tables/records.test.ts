import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { tableProblem } from './problem.ts';
import { RecordReader } from './records.ts';
import { random } from './table.fixture.ts';

interface Read {
  readonly records: string[][];
  readonly lines: number[];
  readonly problems: string[];
}

function read(text: string, { separator = ',', piece = text.length || 1 } = {}): Read {
  const found: Read = { records: [], lines: [], problems: [] };
  const reader = new RecordReader(separator, {
    record: (cells, line) => {
      found.records.push(cells);
      found.lines.push(line);
    },
    problem: (rule, line, values) =>
      found.problems.push(`${rule} ${line}: ${tableProblem(rule, line, values).message}`),
  });
  for (let at = 0; at < text.length; at += piece) reader.push(text.slice(at, at + piece));
  reader.end();
  return found;
}

test('quoted cells hold separators, doubled quotes and line ends', () => {
  expect(read('a,"b, ""c""\nd",e\n').records).toEqual([['a', 'b, "c"\nd', 'e']]);
});

test('a record knows the line that it starts on, whatever line ends are in the cells above', () => {
  expect(read('a\r\n"b\r\nc\rd\ne"\r\nf\r\n').lines).toEqual([1, 2, 6]);
});

test('a last line without end is a record', () => {
  expect(read('a,b\nc,d').records).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('LF, CR LF and CR all end lines, and a mixture is told once', () => {
  const { records, problems } = read('a\r\nb\r\nc\nd\re\r\n');
  expect(records.flat()).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(problems).toEqual([
    'line-end 3: The line ends with LF, those above it with CR LF; save the file with one kind of line end.',
  ]);
});

test('what is well formed reads as csv-parse reads it, whatever the pieces it comes in', () => {
  const next = random(7);
  const parts = ['a', 'é', ' ', ',', ';', '"', '\n', '\r\n', 'œuvre', '1,5', "l'été"];
  for (let round = 0; round < 300; round += 1) {
    const width = 1 + next(4);
    const rows = Array.from({ length: 1 + next(6) }, () =>
      Array.from({ length: width }, () =>
        Array.from({ length: next(5) }, () => parts[next(parts.length)]).join(''),
      ),
    );
    const text = rows
      .map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`)
      .join('');
    const expected: string[][] = parse(text, { record_delimiter: '\r\n' });
    expect(expected).toEqual(rows);
    for (const piece of [1, 2, 3, 7, text.length])
      expect(read(text, { piece })).toEqual({ ...read(text), records: rows, problems: [] });
  }
});

test('a quote never closed ends with its line, and is told with it', () => {
  const { records, problems } = read('a,b\n"c,d\n"e","f"\n');
  expect(records).toEqual([
    ['a', 'b'],
    ['"c', 'd'],
    ['e', 'f'],
  ]);
  expect(problems).toEqual([
    'unclosed-quote 2: A quote is opened and never closed; close it, or write the whole cell between quotes with this one doubled.',
  ]);
});

test('a quote never closed on the last line, or with no other quote after it, swallows nothing', () => {
  const rows = Array.from({ length: 50_000 }, (_, index) => `${index},row`).join('\n');
  for (const piece of [100_000, 300_000, rows.length + 10]) {
    const { records, problems } = read(`a,"b\n${rows}\n`, { piece });
    expect(records).toHaveLength(50_001);
    expect(records[0]).toEqual(['a', '"b']);
    expect(problems).toHaveLength(1);
  }
});

test('a quote inside a quoted cell that is not doubled stays in the text, and is told', () => {
  const { records, problems } = read('"he said "no" to it",b\n"c" ,d\n');
  expect(records).toEqual([
    ['he said "no" to it', 'b'],
    ['c', 'd'],
  ]);
  expect(problems).toEqual(['stray-quote 1: A quote inside a quoted cell is not doubled; write it twice.']);
});

test('a quote inside a cell that is not quoted is part of it', () => {
  expect(read('5" disk,b\n')).toMatchObject({ records: [['5" disk', 'b']], problems: [] });
});

test('a cell of several lines and 64 kB is one cell', () => {
  const cell = 'line of text\n'.repeat(5_042);
  expect(read(`a,"${cell}",c\n`, { piece: 4_096 })).toMatchObject({
    records: [['a', cell, 'c']],
    problems: [],
  });
});

test('a line without end is cut, and the next line is read', () => {
  const { records, problems } = read(`${'x'.repeat(6_000_000)}\nb,c\n`, { piece: 250_000 });
  expect(records).toHaveLength(2);
  expect(records[1]).toEqual(['b', 'c']);
  expect(problems.join()).toMatch(/^long-row 1: The row is longer than 4 million characters/);
});

test.each([
  ['quotes that open on every line', '""x\n'],
  ['quotes that open and double on every line', '"a""\n'],
  ['stray quotes on one line', 'a"b"'],
  ['quoted stray quotes on one line', '"a"b'],
])('reading takes time in proportion to the text: %s', (_, unit) => {
  const time = (count: number) => {
    const text = unit.repeat(count);
    const start = process.threadCpuUsage().user;
    read(text, { piece: 256 * 1024 });
    return process.threadCpuUsage().user - start;
  };
  const small = Math.max(time(50_000), 25_000);
  expect(time(400_000)).toBeLessThan(small * 40);
});
