import { expect, test } from 'vitest';
import { Analyser, WORDS } from './analyse.ts';

/** The words of a text as they are looked up, without stems. */
function words(text: string, language = 'fr'): string[] {
  const analyser = new Analyser(language);
  return [...text.matchAll(WORDS)].flatMap(([written]) => analyser.terms(written).map(({ word }) => word));
}

/** Whether two texts have a stem in common. */
function meet(one: string, other: string, language = 'fr'): boolean {
  const analyser = new Analyser(language);
  const stems = (text: string) =>
    [...text.matchAll(WORDS)].flatMap(([written]) => analyser.terms(written).map(({ stem }) => stem));
  return stems(one).some((stem) => stems(other).includes(stem));
}

test.each([
  ['case', 'État ÉTAT état', ['etat', 'etat', 'etat']],
  ['ligatures', 'œuvre CŒUR Æsir Straße ﬁche', ['oeuvre', 'coeur', 'aesir', 'strasse', 'fiche']],
  ['both apostrophes', "l'État l’État L’ÉTAT", ['etat', 'etat', 'etat']],
  ['elisions', 'd’abord qu’il jusqu’ici lorsqu’on', ['abord', 'il', 'ici', 'on']],
  ['an English possessive', "the office's", ['the', 'office']],
  ['accents typed apart', 'e\u0301tat', ['etat']],
  ['a soft hyphen', 'adminis\u00adtration', ['administration']],
  ['code and files', 'plan_action-2022.pdf', ['plan', 'action', '2022', 'action2022', 'pdf']],
  ['C and its kin', 'C C++ C#', ['c', 'cplusplus', 'csharp']],
  ['numbers and letters that are several', '⑴⑵ ½ ﷺ', ['12', '12', 'صلىاللهعليهوسلم']],
  ['nothing', '… — « » !', []],
])('%s make no difference to words', (_, text, expected) => {
  expect(words(text)).toEqual(expected);
});

test('what a hyphen or an apostrophe joins is found apart and as one', () => {
  expect(words('mot-clé')).toEqual(['mot', 'cle', 'motcle']);
  expect(words('aujourd’hui')).toEqual(['aujourd', 'hui', 'aujourdhui']);
});

test('a script without spaces is read by twos', () => {
  expect(words('日本語')).toEqual(['日本', '本語']);
  expect(words('語')).toEqual(['語']);
});

test.each([
  ['fr', 'logiciels', 'logiciel'],
  ['fr', 'publiées', 'publier'],
  ['en', 'publishing', 'published'],
  ['de', 'Bücher', 'Buch'],
  ['ru', 'книги', 'книга'],
  ['xx', 'same', 'Same'],
])('words are one by their stem (%s): %s, %s', (language, one, other) => {
  expect(meet(one, other, language)).toBe(true);
});

test('a very long word, half a character and a control character are taken', () => {
  expect(words('a'.repeat(100_000))[0]).toHaveLength(40);
  expect(words('x\ud800y')).toEqual(['x', 'y']);
  expect(words('a\0b')).toEqual(['a', 'b']);
});
