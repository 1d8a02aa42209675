import { localized } from '../../config/settings.ts';
import type { MailList } from '../list.ts';
import type { ListWords } from './mail-words.ts';

/** What mails say of a list to a reader of a language. */
export function listWords({ name, settings }: MailList, language: string): ListWords {
  const { title, address } = settings;
  return { title: title === undefined ? name : localized(title, language), address };
}
