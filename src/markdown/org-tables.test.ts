import { expect, test } from 'vitest';
import { htmlOf } from './rendering.fixture.ts';

const shape = async (source: string) =>
  (await htmlOf(source))
    .replace(/<div class="table-scroll">|<\/div>|\n| scope="col"/g, '')
    .replace(/<\/?table>/g, '');

test('the rows before the first rule are the header', async () => {
  expect(await shape('| N | Nom   |\n|---+-------|\n| x | Noyau |')).toBe(
    '<thead><tr><th>N</th><th>Nom</th></tr></thead><tbody><tr><td>x</td><td>Noyau</td></tr></tbody>',
  );
});

test('a rule may come first and last', async () => {
  expect(await shape('|---+---|\n| a | b |\n|---+---|\n| c | d |\n|---+---|')).toBe(
    '<thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody>',
  );
});

test('each other rule begins a new group of rows', async () => {
  expect(await shape('| a | b |\n|---+---|\n| c | d |\n|---+---|\n| e | f |')).toMatch(
    /<\/thead><tbody>.*c.*<\/tbody><tbody>.*e.*<\/tbody>$/,
  );
});

test('one group of rows has no header', async () => {
  expect(await shape('|---+---|\n| a | b |\n|---+---|')).toBe('<tbody><tr><td>a</td><td>b</td></tr></tbody>');
});

test('columns of numbers are set to the right', async () => {
  expect(
    await shape(
      '| Nom | Prix    |\n|-----+---------|\n| a   | 1 200 € |\n| b   | -3,5    |\n| 4   |         |',
    ),
  ).toBe(
    '<thead><tr><th>Nom</th><th class="align-right">Prix</th></tr></thead><tbody>' +
      '<tr><td>a</td><td class="align-right">1 200 €</td></tr>' +
      '<tr><td>b</td><td class="align-right">-3,5</td></tr><tr><td>4</td><td class="align-right"></td></tr></tbody>',
  );
});

test('cells hold Markdown, and a bar after a backslash', async () => {
  expect(await shape('| *a* | b \\| c |\n|-----+---|\n| [d](e) |')).toBe(
    '<thead><tr><th><em>a</em></th><th>b | c</th></tr></thead>' +
      '<tbody><tr><td><a href="e">d</a></td><td></td></tr></tbody>',
  );
});

test('a table may follow a paragraph or stand in a list', async () => {
  expect(await htmlOf('texte\n| a | b |\n|---+---|\n| c | d |')).toMatch(
    /^<p>texte<\/p>\n<div class="table-scroll">/,
  );
  expect(await htmlOf('- a\n\n  | a | b |\n  |---+---|\n  | c | d |')).toContain('<thead>');
});

test('code stays code, and bars without a rule stay text', async () => {
  expect(await htmlOf('```\n| a |\n|---+---|\n```')).not.toContain('<table>');
  expect(await htmlOf('    | a |\n    |---+---|')).not.toContain('<table>');
  expect(await htmlOf('| a | b |\n| c | d |')).toBe('<p>| a | b |\n| c | d |</p>');
  expect(await htmlOf('|---+---|\n|---+---|')).not.toContain('<table>');
});
