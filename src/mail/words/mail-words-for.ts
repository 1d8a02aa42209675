import type { MailWords } from './mail-words.ts';
import { englishMailWords } from './words-en.ts';
import { frenchMailWords } from './words-fr.ts';

/** How mails in a language write dates. */
export function mailLocale(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

/** The words of mails for a reader of a language: French or, for all others, English. */
export function mailWordsFor(language: string): MailWords {
  return language === 'fr' || language.startsWith('fr-') ? frenchMailWords : englishMailWords;
}
