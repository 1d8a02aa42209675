import { expect, test } from 'vitest';
import { parseMarkdown } from './document.ts';

const linksIn = (source: string) => parseMarkdown(source).references.map(({ target }) => target);

for (const [source, target] of [
  ['www.exemple.org', 'http://www.exemple.org'],
  ['Voir www.exemple.org/a_b/c_d.', 'http://www.exemple.org/a_b/c_d'],
  ['https://exemple.org/a_b_c*d', 'https://exemple.org/a_b_c*d'],
  ['HTTP://exemple.org/?q=a&b=c;', 'HTTP://exemple.org/?q=a&b=c;'],
  ['(https://exemple.org/a_(b))', 'https://exemple.org/a_(b)'],
  ['https://exemple.org/?a&amp;', 'https://exemple.org/?a'],
  ['« https://exemple.org »', 'https://exemple.org'],
  ['« https://exemple.org\u00a0»', 'https://exemple.org'],
  ['“https://exemple.org”', 'https://exemple.org'],
  ['*https://exemple.org*', 'https://exemple.org'],
  ['**https://exemple.org/a**', 'https://exemple.org/a'],
  ['https://exemple.org<br>', 'https://exemple.org'],
  ['https://épinay.exemple/x', 'https://épinay.exemple/x'],
  ['http://localhost:8080/x', 'http://localhost:8080/x'],
  ['moi@exemple.org.', 'mailto:moi@exemple.org'],
  ['prenom.nom+liste@sous-domaine.exemple.org', 'mailto:prenom.nom+liste@sous-domaine.exemple.org'],
  ['<moi@exemple.org>', 'mailto:moi@exemple.org'],
  ['<https://exemple.org>', 'https://exemple.org'],
] as const) {
  test(`${source} is a link`, () => {
    expect(linksIn(source)).toEqual([target]);
  });
}

for (const source of [
  'publiccode.yml',
  'code.gouv.fr',
  'exemple.org/chemin',
  'ftp.exemple.org',
  'xhttps://exemple.org',
  'https:// exemple.org',
  'https://_exemple_',
  'moi@localhost',
  'a@b_',
  'moi@exemple.org-',
  '`https://exemple.org`',
  '~~~\nhttps://exemple.org\n~~~',
  'www.',
]) {
  test(`${JSON.stringify(source)} is not a link`, () => {
    expect(linksIn(source)).toEqual([]);
  });
}

test('the label of a link may be an address', () => {
  expect(linksIn('[https://a.exemple](https://b.exemple)')).toEqual(['https://b.exemple']);
});

test('an address ends at the bracket that encloses it', () => {
  expect(linksIn('[https://a.exemple/x] (https://b.exemple)')).toEqual([
    'https://a.exemple/x',
    'https://b.exemple',
  ]);
  expect(linksIn('[https://a.exemple/x](https://b.exemple')).toEqual([
    'https://a.exemple/x',
    'https://b.exemple',
  ]);
});

test('a link is not looked for inside a link', () => {
  expect(linksIn('[https://exemple.org www.exemple.org a@b.org](x)')).toEqual(['x']);
  expect(linksIn('<a href="x">www.exemple.org</a>')).toEqual(['x']);
});
