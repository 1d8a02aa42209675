import type { Writer } from '../store/database.ts';
import {
  leadingLinks,
  type PageSummary,
  pagesAt,
  pagesOfFamilies,
  pagesTranslating,
  updatePage,
} from '../store/pages.ts';
import { familyOf, namesOfPage, pagesNamed, readPageName } from './addresses.ts';
import type { Site } from './site.ts';

/** How many originals of originals are followed. */
const MAX_ORIGINALS = 5;

/** Pages looked at together. */
const BATCH = 200;

/**
 * The pages whose family may be another one now that these files were touched, themselves included; `former` are the
 * families they had.
 */
export async function pagesConcerned(
  writer: Writer,
  touched: readonly string[],
  former: readonly string[],
  site: Site,
): Promise<readonly string[]> {
  const concerned = new Set(touched);
  const named = touched.map((path) => familyOf(readPageName(path, site)));
  for (const { path } of await pagesOfFamilies(writer, [...new Set([...former, ...named])]))
    concerned.add(path);
  for (const { path } of await pagesAt(writer, leadsTo(await leadingLinks(writer, touched))))
    concerned.add(path);
  let originals = touched;
  for (let step = 0; step < MAX_ORIGINALS && originals.length > 0; step++) {
    const translating = await pagesTranslating(writer, originals.flatMap(namesOfPage));
    originals = translating.map(({ path }) => path).filter((path) => !concerned.has(path));
    for (const { path } of translating) concerned.add(path);
  }
  return [...concerned];
}

/**
 * Finds again which pages are translations of each other, for these: the same name but for the language, a
 * `translation_of`, or two pages in two languages each of which links to the other in its first paragraph. Gives the
 * families that may have changed.
 */
export async function indexFamilies(
  writer: Writer,
  paths: readonly string[],
  site: Site,
): Promise<readonly string[]> {
  const families = new Set<string>();
  for (let at = 0; at < paths.length; at += BATCH) {
    const pages = await pagesAt(writer, paths.slice(at, at + BATCH));
    const pairs = await pairedByLinks(writer, pages, site);
    for (const page of pages) {
      const family = await findFamily(writer, page, pairs.get(page.path) ?? [], site);
      families.add(page.family).add(family);
      if (family !== page.family) await updatePage(writer, page.path, { family });
    }
  }
  return [...families];
}

async function findFamily(
  writer: Writer,
  page: PageSummary,
  pairs: readonly PageSummary[],
  site: Site,
): Promise<string> {
  const name = readPageName(page.path, site);
  const original = await declaredOriginal(writer, page, site);
  if (original) return familyOf(readPageName(original.path, site));
  return name.language === undefined
    ? familyOf(readPageName(eldest([page, ...pairs], site).path, site))
    : familyOf(name);
}

/** Of pages that each name one another, the one whose name is the family's: each of them must find the same. */
function eldest(pages: readonly PageSummary[], site: Site): PageSummary {
  const sorted = pages.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return (sorted.find(({ language }) => language === site.defaultLanguage) ?? sorted[0]) as PageSummary;
}

/** The page at the end of a chain of `translation_of`; of pages that name one another, the eldest. */
async function declaredOriginal(
  writer: Writer,
  page: PageSummary,
  site: Site,
): Promise<PageSummary | undefined> {
  const chain = [page];
  for (let last = page; last.translation_of !== null && chain.length <= MAX_ORIGINALS; ) {
    const [next] = await pagesAt(writer, pagesNamed(last.translation_of));
    if (!next || next.path === last.path) break;
    const again = chain.findIndex(({ path }) => path === next.path);
    if (again !== -1) return eldest(chain.slice(again), site);
    chain.push(next);
    last = next;
  }
  return chain.length > 1 ? chain.at(-1) : undefined;
}

/** For each of these pages whose name says no language, those in another that it is paired with by links. */
async function pairedByLinks(
  writer: Writer,
  pages: readonly PageSummary[],
  site: Site,
): Promise<ReadonlyMap<string, readonly PageSummary[]>> {
  const silent = pages.filter((page) => isSilent(page, site));
  const links = Map.groupBy(
    await leadingLinks(
      writer,
      silent.map(({ path }) => path),
    ),
    ({ source }) => source,
  );
  const targets = await pagesAt(writer, leadsTo([...links.values()].flat()));
  const candidates = targets.filter((page) => page.translation_of === null && isSilent(page, site));
  const back = Map.groupBy(
    await leadingLinks(
      writer,
      candidates.map(({ path }) => path),
    ),
    ({ source }) => source,
  );
  return new Map(
    silent.map((page) => {
      const forth = new Set(leadsTo(links.get(page.path) ?? []));
      const pairs = candidates.filter(
        ({ path, language }) =>
          language !== page.language && forth.has(path) && leadsTo(back.get(path) ?? []).includes(page.path),
      );
      return [page.path, pairs];
    }),
  );
}

function isSilent(page: PageSummary, site: Site): boolean {
  return readPageName(page.path, site).language === undefined;
}

function leadsTo(links: readonly { readonly path: string | null }[]): string[] {
  return [...new Set(links.flatMap(({ path }) => (path === null ? [] : pagesNamed(path))))];
}
