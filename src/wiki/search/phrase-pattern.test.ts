import { expect, test } from 'vitest';
import { phrasePattern } from './phrase-pattern.ts';
import { parseQuery } from './query.ts';

/** Whether a quoted phrase is in a text. */
function isIn(phrase: string, text: string): boolean {
  const [words = []] = parseQuery(`"${phrase}"`, 'fr').phrases;
  return new RegExp(phrasePattern(words), 'iu').test(text);
}

test.each([
  ['mise en oeuvre', 'la Mise en Œuvre !'],
  ['mise en œuvre', 'mise  en\noeuvre'],
  ['code de l’état', "Code de l'Etat"],
  ['mot-clé', 'mots, mot clé'],
  ['Straße', 'strasse'],
  ['C++', 'en C++.'],
  ['日本', 'は日本語'],
  ['messsystem', 'das Meßsystem'],
  ['हिन्दी भाषा', 'हिन्दी भाषा'],
])('“%s” is in “%s”', (phrase, text) => {
  expect(isIn(phrase, text)).toBe(true);
});

test.each([
  ['mise en œuvre', 'mise en œuvres'],
  ['mise œuvre', 'mise en œuvre'],
  ['code libre', 'encode libre'],
])('“%s” is not in “%s”', (phrase, text) => {
  expect(isIn(phrase, text)).toBe(false);
});

test('what means something in a regular expression means itself', () => {
  expect(() => isIn('(.*)+ [a-z] {2} \\ ^$ |', '')).not.toThrow();
});

test('a phrase of letters that make ligatures stays short', () => {
  const [words = []] = parseQuery(`"${'s'.repeat(40)} ${'oe'.repeat(100)}"`, 'fr').phrases;
  expect(phrasePattern(words).length).toBeLessThan(50_000);
});

test.each([
  ['a b', `a${'\u0301'.repeat(50_000)}!`],
  ['a-b', `a${'\u200b'.repeat(50_000)}!`],
  [`क${'ि'.repeat(20)} b`, `क${'ि'.repeat(2_000)}`],
])('a text made to have “%s” tried in many ways takes no longer', (phrase, text) => {
  const start = performance.now();
  expect(isIn(phrase, text)).toBe(false);
  expect(performance.now() - start).toBeLessThan(500);
});
