import { expect, test } from 'vitest';
import { detectLanguage, isLanguageCode } from './languages.ts';

const texts = {
  fr: 'Le pôle accompagne les administrations dans l’usage et la publication de logiciels libres, et anime une communauté d’agents publics.',
  en: 'The office helps public administrations to use and to publish free software, and brings together a community of civil servants.',
  it: 'Il polo accompagna le amministrazioni nell’uso e nella pubblicazione di software libero, e anima una comunità di agenti pubblici.',
};

test('the language of a text is told among those it may be in', () => {
  for (const [language, text] of Object.entries(texts)) {
    expect(detectLanguage(text, ['fr', 'en', 'it'])).toBe(language);
  }
});

test('a text too short, or with nothing to choose from, is not told', () => {
  expect(detectLanguage('Le pôle.', ['fr', 'en'])).toBeUndefined();
  expect(detectLanguage('', ['fr', 'en'])).toBeUndefined();
  expect(detectLanguage(texts.fr, [])).toBeUndefined();
  expect(detectLanguage(texts.fr, ['br'])).toBeUndefined();
});

test('a code of two letters is a language when ISO 639-1 has it', () => {
  expect(['fr', 'en', 'br', 'oc', 'eu'].every(isLanguageCode)).toBe(true);
  expect(['js', 'md', 'xx', 'FR', 'fra', '', 'constructor', 'toString'].some(isLanguageCode)).toBe(false);
});
