import { expect, test } from 'vitest';
import { parseQuery } from './query.ts';

/** The words of a query, and whether the last is unfinished. */
function read(text: string, language = 'fr') {
  const { words, isUnfinished } = parseQuery(text, language);
  return [words.map(({ parts }) => parts.join('-')).join(' '), isUnfinished];
}

test('the last word may be the beginning of one, until a space or a sign follows', () => {
  expect(read('code sour')).toEqual(['code sour', true]);
  expect(read('code source ')).toEqual(['code source', false]);
  expect(read('"code source"')).toEqual(['', false]);
});

test('words that say nothing are left out, unless there are no others', () => {
  expect(read('le code de la mairie')).toEqual(['code mairie', true]);
  expect(read('de la')).toEqual(['de la', false]);
  expect(read('the but', 'fr')).toEqual(['the but', true]);
});

test('a phrase may be in any quotation marks', () => {
  for (const text of ['"a b"', '“a b”', '« a b »', '"a b'])
    expect(parseQuery(text, 'fr').phrases.map((words) => words.length)).toEqual([2]);
});

test('a minus excludes at the beginning of a word only', () => {
  const { words, excluded } = parseQuery('mot-clé -autre', 'fr');
  expect(words.map(({ written }) => written)).toEqual(['mot-clé']);
  expect(excluded.map(({ written }) => written)).toEqual(['autre']);
});

test('a query of ten kilobytes is read up to its thirty-second word', () => {
  expect(parseQuery('mot '.repeat(2_500), 'fr').words).toHaveLength(32);
});
