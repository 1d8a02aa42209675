import type { Writer } from '../store/database.ts';
import {
  leadingLinkSources,
  leadingLinks,
  type PageSummary,
  pagesAt,
  pagesTranslating,
  updatePage,
} from '../store/pages.ts';
import { familyOf, readPageName } from './addresses.ts';
import type { Site } from './site.ts';

/** How many originals of originals are followed. */
const MAX_ORIGINALS = 5;

/**
 * Finds again which pages are translations of each other, for the pages touched and those that speak of them: the same
 * name but for the language, a `translation_of`, or two pages in two languages each of which links to the other in its
 * first paragraph. Gives the families that may have changed.
 */
export async function indexFamilies(
  writer: Writer,
  touched: readonly string[],
  site: Site,
): Promise<string[]> {
  const neighbours = new Set(touched);
  for (const page of await pagesTranslating(writer, touched)) neighbours.add(page.path);
  for (const path of await leadingLinkSources(writer, touched)) neighbours.add(path);
  const families = new Set<string>(touched.map((path) => familyOf(readPageName(path, site))));
  for (const page of await pagesAt(writer, [...neighbours])) {
    const family = await findFamily(writer, page, site);
    families.add(page.family).add(family);
    if (family !== page.family) await updatePage(writer, page.path, { family });
  }
  return [...families];
}

async function findFamily(writer: Writer, page: PageSummary, site: Site): Promise<string> {
  const original = await declaredOriginal(writer, page);
  if (original) return familyOf(readPageName(original.path, site));
  const own = familyOf(readPageName(page.path, site));
  if (readPageName(page.path, site).language !== undefined) return own;
  const pair = await pairedByLinks(writer, page, site);
  if (pair === undefined) return own;
  const other = familyOf(readPageName(pair.path, site));
  // Both ask this question: they must answer the same. The one in the wiki's language names the family.
  if (page.language === site.defaultLanguage) return own;
  if (pair.language === site.defaultLanguage) return other;
  return own < other ? own : other;
}

async function declaredOriginal(writer: Writer, page: PageSummary): Promise<PageSummary | undefined> {
  let original: PageSummary | undefined;
  let named = page.translation_of;
  for (let steps = 0; named !== null && steps < MAX_ORIGINALS; steps++) {
    const [next] = await pagesAt(writer, [named, `${named}.md`]);
    if (!next || next.path === page.path) break;
    original = next;
    named = next.translation_of;
  }
  return original;
}

async function pairedByLinks(
  writer: Writer,
  page: PageSummary,
  site: Site,
): Promise<PageSummary | undefined> {
  const targets = (await leadingLinks(writer, page.path)).flatMap(({ path }) => path ?? []);
  for (const candidate of await pagesAt(writer, targets)) {
    if (candidate.language === page.language || candidate.translation_of !== null) continue;
    if (readPageName(candidate.path, site).language !== undefined) continue;
    const back = await leadingLinks(writer, candidate.path);
    if (back.some(({ path }) => path === page.path)) return candidate;
  }
  return undefined;
}
