import { existsSync } from 'node:fs';
import { commitTime } from '../../git/head.ts';
import { type DataDescription, REGISTER_TABLES, type Terms } from '../../register/exports/description.ts';
import { codeState } from '../../store/code-index.ts';
import { siteTitle } from '../../wiki/site.ts';
import { type Context, messagesOf, ownAddress } from '../context.ts';
import { namedLicence } from '../licence.ts';
import { REGISTER_CLONE } from '../pages/register/clone.ts';
import { rfc3339 } from '../rfc3339.ts';
import { CODE, CODE_DATA } from './addresses.ts';

/** What the register is as open data, for descriptions of it in a language. */
export async function describedRegister(context: Context, language: string): Promise<DataDescription> {
  const { ask, site, origin, register } = context;
  const { settings } = site;
  const { locale, openData } = messagesOf(context, language);
  const head = (await ask(codeState))?.head;
  const isHere = register !== undefined && existsSync(register);
  const time = isHere && head ? await commitTime(register, head) : undefined;
  return {
    name: 'register',
    title: openData.title(siteTitle(site, language)),
    description: openData.description,
    language: locale,
    base: `${origin}${CODE}/`,
    homepage: origin + ownAddress(site, CODE_DATA, language),
    tables: REGISTER_TABLES,
    ...termsOf(context, language, settings.register?.licence ?? settings.licence),
    ...(isHere && { clone: origin + REGISTER_CLONE }),
    ...(time !== undefined && { modified: rfc3339(time) }),
  };
}

/** Who publishes what this site says, and under which licence. */
export function termsOf({ site, origin }: Context, language: string, licence: string | undefined): Terms {
  const publisher = site.settings.register?.publisher;
  return {
    publisher: {
      name: publisher?.name ?? siteTitle(site, language),
      url: publisher?.url ?? `${origin}/`,
      ...(publisher?.email !== undefined && { email: publisher.email }),
    },
    ...(licence !== undefined && { licence: describedLicence(licence) }),
  };
}

/** An address is where the licence can be read; anything else is its name, or SPDX’s. */
function describedLicence(licence: string): NonNullable<Terms['licence']> {
  if (/^https?:\/\//.test(licence)) return { name: licence, href: licence };
  const { name, href } = namedLicence(licence);
  return href === undefined ? { name } : { name, href, id: licence };
}
