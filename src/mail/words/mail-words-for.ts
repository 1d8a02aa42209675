import type { MailWords } from './mail-words.ts';
import { englishMailWords } from './words-en.ts';
import { frenchMailWords } from './words-fr.ts';

/** The words of mails for a reader of a language: French or, for all others, English. */
export function mailWordsFor(language: string): MailWords {
  return language === 'fr' || language.startsWith('fr-') ? frenchMailWords : englishMailWords;
}
