import type { PageSummary } from '../../../store/pages.ts';
import type { TranslationTable } from '../../../store/schema.ts';
import { nameOf } from '../../paths.ts';
import type { Site } from '../../site.ts';
import { originalOf } from '../../translations.ts';
import { type Finding, finding } from '../finding.ts';

/** Files that people look for under these names, in any language: nobody translates them. */
const CUSTOMARY =
  /^(?:LICEN[CS]E|COPYING|NOTICE|AUTHORS|MAINTAINERS|CONTRIBUTING|CODE_OF_CONDUCT|SECURITY|CHANGELOG|README)\b/i;

/** What is wrong in the translations of each family of pages: behind their original, or missing. */
export function translationFindings(
  pages: readonly PageSummary[],
  translations: ReadonlyMap<string, TranslationTable>,
  site: Site,
): Finding[] {
  const listed = pages.filter(({ unlisted }) => unlisted === 0);
  return [...Map.groupBy(listed, ({ family }) => family).values()].flatMap((family) => [
    ...family.flatMap(({ path }) => stale(translations.get(path))),
    ...missing(family, site),
  ]);
}

function stale(translation: TranslationTable | undefined): Finding[] {
  if (!translation || translation.behind === 0) return [];
  const { path, original, behind, followed_commit } = translation;
  const detail = { changes: behind, ...(followed_commit !== null && { since: followed_commit }) };
  return [finding({ rule: 'stale-translation', path, line: 1, subject: original, detail })];
}

function missing(family: readonly PageSummary[], site: Site): Finding[] {
  const original = originalOf(family, site) ?? family[0];
  if (!original || CUSTOMARY.test(nameOf(original.path))) return [];
  const written = new Set(family.map(({ language }) => language));
  return site.languages
    .filter((language) => !written.has(language))
    .map((language) =>
      finding({ rule: 'missing-translation', path: original.path, line: 1, subject: language }),
    );
}
