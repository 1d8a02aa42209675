import type { PubliccodeFinding } from './finding.ts';
import type { PubliccodeWords, Said } from './said.ts';
import { ENGLISH } from './words-en.ts';
import { FRENCH } from './words-fr.ts';

const LANGUAGES: Readonly<Record<'en' | 'fr', PubliccodeWords>> = { en: ENGLISH, fr: FRENCH };

/** A finding for people. It holds what the file says: it is to be escaped as any other text. */
export function sayFinding(finding: PubliccodeFinding, language: 'en' | 'fr'): Said {
  return LANGUAGES[language][finding.rule](finding);
}
