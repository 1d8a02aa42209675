import { firstChanges } from '../store/history.ts';
import { type PageSummary, pagesBelow } from '../store/pages.ts';
import { isIndexName, isReadmeName, readPageName } from './addresses.ts';
import type { Site } from './site.ts';
import { siteDates } from './site-dates.ts';
import type { Ask } from './trace.ts';

/** A page of a list, with the date that places it there (YYYY-MM-DD): its own, else that of its first commit. */
export interface CollectedPage {
  readonly page: PageSummary;
  readonly date: string | undefined;
}

/** By date, the newest first; by title, in the order of the reader's language. */
export type CollectionOrder = 'date' | 'name';

/** A larger folder is listed in part. */
const MAX_PAGES = 1_000;

/**
 * The pages in a folder and those below it, each in the reader's language where it has been translated, without the
 * pages that stand for a folder.
 */
export async function pagesOfFolder(
  ask: Ask,
  folder: string,
  language: string,
  order: CollectionOrder,
  site: Site,
): Promise<readonly CollectedPage[]> {
  const pages = (await ask(pagesBelow, folder, MAX_PAGES)).filter((page) => isListed(page, site));
  const families = [...Map.groupBy(pages, ({ family }) => family).values()];
  const chosen = families.map(
    (family) =>
      family.find((page) => page.language === language) ??
      family.find((page) => page.language === site.defaultLanguage) ??
      (family[0] as PageSummary),
  );
  const undated = chosen.flatMap(({ date, path }) => (date === null ? [path] : []));
  const dates = siteDates(site);
  const firsts = await ask(firstChanges, undated);
  const made = new Map(firsts.map(({ path, time }) => [path, dates(time).slice(0, 10)]));
  const collected = chosen.map((page) => ({ page, date: page.date ?? made.get(page.path) }));
  return order === 'date' ? byDate(collected) : byTitle(collected, language);
}

function isListed(page: PageSummary, site: Site): boolean {
  const name = readPageName(page.path, site);
  return page.unlisted === 0 && !isIndexName(name) && !isReadmeName(name);
}

function byDate(collected: readonly CollectedPage[]): CollectedPage[] {
  const key = ({ page, date }: CollectedPage) => `${date ?? ''} ${page.path}`;
  return collected.toSorted((a, b) => (key(a) < key(b) ? 1 : -1));
}

function byTitle(collected: readonly CollectedPage[], language: string): CollectedPage[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return collected.toSorted((a, b) => compare(a.page.title, b.page.title));
}
