import { en } from './en.ts';
import { fr } from './fr.ts';
import type { InterfaceLocale, Messages } from './messages.ts';

/** The words of each interface language. */
export const messagesByLocale: Readonly<Record<InterfaceLocale, Messages>> = { fr, en };

/** The words for a page in `language` (BCP 47): its own when the interface speaks it, else those of `fallback`. */
export function messagesFor(language: string, fallback: InterfaceLocale): Messages {
  const primary = language.toLowerCase().split('-')[0];
  return primary === 'fr' || primary === 'en' ? messagesByLocale[primary] : messagesByLocale[fallback];
}
