import type { DataDescription } from '../../register/exports/description.ts';
import { softwareTable } from '../../register/software/export.ts';
import { siteTitle } from '../../wiki/site.ts';
import { type Context, messagesOf, ownAddress } from '../context.ts';
import { termsOf } from '../register/open-data.ts';
import { SOFTWARE } from './addresses.ts';

/** What the catalogue of supported software is as open data, for descriptions of it in a language. */
export async function describedSoftware(context: Context, language: string): Promise<DataDescription> {
  const { site, origin } = context;
  const { locale, openData } = messagesOf(context, language);
  return {
    name: 'software',
    title: openData.softwareTitle(siteTitle(site, language)),
    description: openData.softwareDescription,
    language: locale,
    base: `${origin}${SOFTWARE}/`,
    homepage: origin + ownAddress(site, SOFTWARE, language),
    tables: [
      softwareTable({ attributes: site.settings.software?.attributes ?? {}, languages: site.languages }),
    ],
    ...termsOf(context, language, site.settings.licence),
  };
}
