import { pagesOfFamilies } from '../../store/pages.ts';
import { translationAt } from '../../store/translations.ts';
import { encodeAddress, familyOf, readPageName } from '../../wiki/addresses.ts';
import { isPagePath } from '../../wiki/paths.ts';
import type { Context } from '../context.ts';
import { fileToday } from './edited-file.ts';

/** The page that another one translates, to have it beside. */
export interface Original {
  readonly title: string;
  readonly href: string;
  /** Of the text (BCP 47). */
  readonly language: string;
  readonly text: string;
}

/** The page that the one at `path`, which may not be there yet, translates; undefined where it is the original itself. */
export async function originalOf(context: Context, path: string): Promise<Original | undefined> {
  const { ask, site } = context;
  if (!isPagePath(path)) return undefined;
  const name = readPageName(path, site);
  const known = (await ask(translationAt, path))?.original;
  const isOriginal = (name.language ?? site.defaultLanguage) === site.defaultLanguage;
  const relatives = isOriginal && known === undefined ? [] : await ask(pagesOfFamilies, [familyOf(name)]);
  const others = relatives.filter((page) => page.path !== path && page.language !== name.language);
  const page =
    others.find((one) => one.path === known) ??
    others.find(({ language }) => language === site.defaultLanguage) ??
    others[0];
  const file = page && (await fileToday(context, page.path));
  if (!page || !file?.former) return undefined;
  const { title, address, language } = page;
  return { title, href: encodeAddress(address), language, text: file.former.text };
}
