import type { Reader } from '../store/database.ts';
import { languagesLinkingTo } from '../store/links.ts';
import { readPageName } from './addresses.ts';
import type { Site } from './site.ts';

/** The language that a file's name or its folder says it is in (`liste.en.csv`, `en/liste.csv`), as those of pages do. */
export function languageOfName(path: string, site: Pick<Site, 'suffixes'>): string | undefined {
  return readPageName(path.replace(/(?<=[^/])\.[^./]+$/, ''), site).language;
}

/**
 * The language of each of these tables and calendars: that of its name, else that of the pages that link to it where they
 * have but one, else the wiki's own.
 */
export async function dataLanguages(
  reader: Reader,
  paths: readonly string[],
  site: Site,
): Promise<ReadonlyMap<string, string>> {
  const unnamed = paths.filter((path) => languageOfName(path, site) === undefined);
  const linking = await languagesLinkingTo(reader, unnamed);
  return new Map(
    paths.map((path) => {
      const [language, another] = linking.get(path) ?? [];
      const told = another === undefined ? language : undefined;
      return [path, languageOfName(path, site) ?? told ?? site.defaultLanguage];
    }),
  );
}
