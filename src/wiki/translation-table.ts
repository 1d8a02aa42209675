import type { PageSummary } from '../store/pages.ts';
import type { TranslationTable } from '../store/schema.ts';
import type { Site } from './site.ts';

/** A page in one language; `translation` says how far it is behind, for one that is not the original. */
export interface TranslatedPage extends PageSummary {
  readonly translation: TranslationTable | undefined;
}

/** A page in all its languages. */
export interface TranslationRow {
  readonly original: TranslatedPage;
  readonly pages: ReadonlyMap<string, TranslatedPage>;
}

/** Every page that is not a draft, by its path, with what it is in each language. */
export function translationTable(
  pages: readonly PageSummary[],
  translations: readonly TranslationTable[],
  site: Site,
): readonly TranslationRow[] {
  const known = new Map(translations.map((translation) => [translation.path, translation]));
  const families = Map.groupBy(
    pages.map((page): TranslatedPage => ({ ...page, translation: known.get(page.path) })),
    ({ family }) => family,
  );
  return [...families.values()]
    .map((family) => ({
      original: originalOf(family, site),
      pages: new Map(family.map((page) => [page.language, page])),
    }))
    .sort((a, b) => (a.original.path < b.original.path ? -1 : 1));
}

function originalOf(family: readonly TranslatedPage[], site: Site): TranslatedPage {
  const originals = family.filter(({ translation }) => translation === undefined);
  return (originals.find(({ language }) => language === site.defaultLanguage) ??
    originals[0] ??
    family[0]) as TranslatedPage;
}
