import { NotFound } from '../../../config/errors.ts';
import { localized } from '../../../config/settings.ts';
import { listsOf, type MailList } from '../../../mail/list.ts';
import { endonym } from '../../chrome.ts';
import { type Context, messagesOf, ownAddress } from '../../context.ts';
import type { Link } from '../../views/link.ts';

/** The languages that mails are written in. */
const SPOKEN = ['fr', 'en'];

export function allLists({ site }: Pick<Context, 'site'>): MailList[] {
  return listsOf(site.settings);
}

/** The list that an address names: `/-/lists/NAME/…`. Throws {@link NotFound}. */
export function listNamed(context: Pick<Context, 'site'>, path: string): MailList {
  const [, name] = /^\/-\/lists\/([^/]+)\//.exec(path) ?? [];
  const list = allLists(context).find((one) => one.name === name);
  if (!list) throw new NotFound('There is no such list.');
  return list;
}

export function listTitle({ name, settings }: MailList, language: string): string {
  return settings.title === undefined ? name : localized(settings.title, language);
}

/** The way back to a list's page. */
export function backTo(context: Context, list: MailList, language: string): Link {
  const words = messagesOf(context, language).subscription;
  return {
    label: words.back(listTitle(list, language)),
    href: ownAddress(context.site, `/-/lists/${list.name}/`, language),
  };
}

/** In which language mails can be written to a reader, with their names: the wiki's first. */
export function mailLanguages({ site }: Pick<Context, 'site'>): readonly (readonly [string, string])[] {
  const languages = site.languages.filter((language) => SPOKEN.includes(language));
  return (languages.length > 0 ? languages : ['en']).map(
    (language) => [language, endonym(language)] as const,
  );
}
