import { expect, test } from 'vitest';
import { parseMarkdown } from './document.ts';

test('headings have the slugs GitHub gives them, accents kept and duplicates numbered', () => {
  const { headings } = parseMarkdown(
    '# L’été à *Paris*\n\nNotes\n-----\n\n## Notes\n\n### `git log` & [lien](x)',
  );
  expect(headings).toEqual([
    { level: 1, text: 'L’été à Paris', slug: 'lété-à-paris', line: 1 },
    { level: 2, text: 'Notes', slug: 'notes', line: 3 },
    { level: 2, text: 'Notes', slug: 'notes-1', line: 6 },
    { level: 3, text: 'git log & lien', slug: 'git-log--lien', line: 8 },
  ]);
});

test('a heading without letters has a slug all the same, an empty one is no heading', () => {
  expect(parseMarkdown('# !!!\n\n#\n\n# ???').headings.map(({ slug }) => slug)).toEqual([
    'section',
    'section-1',
  ]);
});

test('a first block that is a level-1 heading can be the title', () => {
  expect(parseMarkdown('\n\nTitre\n=====\n').leadHeading).toBe(true);
  expect(parseMarkdown('<!-- relu -->\n\n# Titre').leadHeading).toBe(true);
  expect(parseMarkdown('texte\n\n# Titre').leadHeading).toBe(false);
  expect(parseMarkdown('## Titre').leadHeading).toBe(false);
  expect(parseMarkdown('> # Titre').leadHeading).toBe(false);
});

test('references are what the author wrote, with their text and line', () => {
  const source =
    'Un [lien *fort*](a%20b/é.md "t")\net ![une image](i.png).\n\n- [r]\n- <a href="x?a&amp;b">y</a>\n\n[r]: <c d>';
  expect(parseMarkdown(source).references).toEqual([
    { kind: 'link', target: 'a%20b/é.md', text: 'lien fort', line: 1, inFirstParagraph: true },
    { kind: 'image', target: 'i.png', text: 'une image', line: 2, inFirstParagraph: true },
    { kind: 'link', target: 'c d', text: 'r', line: 4, inFirstParagraph: false },
    { kind: 'link', target: 'x?a&b', text: 'y', line: 5, inFirstParagraph: false },
  ]);
});

test('references of raw HTML blocks have the line of their tag', () => {
  const source = '<div>\n<p>\n<img src="a.png" alt="A">\n<a href="b"><b>gras</b></a></p></div>';
  expect(parseMarkdown(source).references).toEqual([
    { kind: 'image', target: 'a.png', text: 'A', line: 3, inFirstParagraph: false },
    { kind: 'link', target: 'b', text: 'gras', line: 4, inFirstParagraph: false },
  ]);
});

test('a link in a table has the line of its row', () => {
  expect(parseMarkdown('|a|\n|-|\n|b|\n|[c](d)|').references[0]?.line).toBe(4);
});

test('the first paragraph is the first of the page, below its title', () => {
  const { references } = parseMarkdown('# [a](a)\n\n[b](b)\n\n[c](c)');
  expect(references.map(({ inFirstParagraph }) => inFirstParagraph)).toEqual([false, true, false]);
});

test('a link written inside out still shows what can be found in it', () => {
  const { references } = parseMarkdown("[action plan](- [Plan d'action](plan-action.md))");
  expect(references.map(({ target, text }) => [target, text])).toEqual([['plan-action.md', "Plan d'action"]]);
});

test('the text is the prose alone', () => {
  const source =
    '# Un *titre*\n\nDu texte\nsuivi de `mots`.<!-- caché -->\n\n```\ncode\n```\n\n- $x$ et ![image](i)\n\n<p>brut</p>\n';
  expect(parseMarkdown(source).text).toBe('Un titre\nDu texte suivi de mots.\net image\nbrut');
});

test('the summary is the first paragraph that does not only lead elsewhere', () => {
  expect(parseMarkdown('# Titre\n\nRead in [English](x.en.md).\n\nDu *texte*\nici.\n\nAutre').summary).toBe(
    'Du texte ici.',
  );
});

test('the summary falls back on whatever has words', () => {
  expect(parseMarkdown('- [un](a)\n- [deux](b)').summary).toBe('un');
  expect(parseMarkdown('# Titre').summary).toBe('');
});

test('a long summary is cut on a word at 300 characters', () => {
  const { summary } = parseMarkdown('abcdefghi '.repeat(50));
  expect(summary).toBe(`${'abcdefghi '.repeat(29)}abcdefghi…`);
});

test('line ends of any kind and null characters are read as CommonMark says', () => {
  expect(parseMarkdown('# a\r\n\r\nb\0\r# c')).toMatchObject({
    text: 'a\nb\uFFFD\nc',
    headings: [{ line: 1 }, { line: 4 }],
  });
});
