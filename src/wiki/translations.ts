import type { Writer } from '../store/database.ts';
import { fileAt } from '../store/files.ts';
import { commitAt, commitsBetween, type Version, versionsOf } from '../store/history.ts';
import { type PageSummary, pagesOfFamilies } from '../store/pages.ts';
import type { TranslationTable } from '../store/schema.ts';
import { replaceTranslations } from '../store/translations.ts';
import { pagesNamed, readPageName } from './addresses.ts';
import type { Site } from './site.ts';

/** Beyond, a translation is simply very old. */
const MAX_VERSIONS = 500;

/** Counts again how far each translation of these families is behind its original. */
export async function indexTranslations(
  writer: Writer,
  touched: readonly string[],
  families: readonly string[],
  site: Site,
): Promise<void> {
  const byFamily = Map.groupBy(await pagesOfFamilies(writer, families), (page) => page.family);
  const translations: TranslationTable[] = [];
  const members: string[] = [];
  for (const pages of byFamily.values()) {
    members.push(...pages.map(({ path }) => path));
    const original = originalOf(pages, site);
    if (!original || pages.length < 2) continue;
    const versions = contentVersions(await versionsOf(writer, original.path, MAX_VERSIONS));
    for (const page of pages) {
      if (page === original || page.language === original.language) continue;
      translations.push({
        path: page.path,
        original: original.path,
        ...(await compare(writer, page.path, original.path, versions)),
      });
    }
  }
  await replaceTranslations(writer, [...new Set([...touched, ...members])], translations);
}

/** The page the others translate: what they say, else the one in the wiki's language. */
export function originalOf(pages: readonly PageSummary[], site: Site): PageSummary | undefined {
  const names = new Set(pages.flatMap(({ translation_of: of }) => (of === null ? [] : pagesNamed(of))));
  const named = pages.filter(({ path }) => names.has(path));
  const inDefault = pages.filter((page) => page.language === site.defaultLanguage);
  return (
    named.find((page) => page.translation_of === null) ??
    named.find((page) => page.language === site.defaultLanguage) ??
    named[0] ??
    inDefault.find((page) => readPageName(page.path, site).language === undefined) ??
    inDefault[0]
  );
}

/** A rename is a version of the file and not of its content. */
function contentVersions(versions: readonly Version[]): Version[] {
  return versions.filter(({ kind, edited }) => kind !== 'deleted' && edited === 1);
}

/**
 * Which versions of the original the translation's last one was made without: those that are not among its ancestors.
 * No clock is asked, only the order of the commits.
 */
async function compare(writer: Writer, path: string, original: string, versions: readonly Version[]) {
  const last = contentVersions(await versionsOf(writer, path, MAX_VERSIONS))[0];
  if (!last) return { behind: 0, followed_commit: null };
  const oldest = Math.min(last.seq, ...versions.map(({ seq }) => seq));
  const seen = await ancestry(writer, last.seq, oldest);
  const followed = versions.find(({ seq }) => seen(seq));
  // Changes that undid one another left nothing to follow.
  const isSame = followed !== undefined && (await fileAt(writer, original))?.oid === followed.oid;
  const behind = isSame ? 0 : countChanges(versions.filter(({ seq }) => !seen(seq)));
  return { behind, followed_commit: followed?.commit_id ?? null };
}

/** A merge of two changes is not a third; one that changed the page by itself is one. */
function countChanges(versions: readonly Version[]): number {
  const changes = versions.filter(({ parents }) => (JSON.parse(parents) as number[]).length < 2);
  return changes.length || Math.min(versions.length, 1);
}

/** Tells whether a commit is an ancestor of another (or the same), for those not older than `oldest`. */
async function ancestry(writer: Writer, of: number, oldest: number): Promise<(seq: number) => boolean> {
  const commit = await commitAt(writer, of);
  if (commit && commit.straight_from <= oldest) return (seq) => seq <= of;
  const parents = new Map(
    (await commitsBetween(writer, oldest, of)).map((row) => [row.seq, JSON.parse(row.parents) as number[]]),
  );
  const ancestors = new Set([of]);
  // Parents come before their children, so one pass downwards meets each commit after all that descend from it.
  for (let seq = of; seq >= oldest; seq--) {
    if (ancestors.has(seq)) for (const parent of parents.get(seq) ?? []) ancestors.add(parent);
  }
  return (seq) => ancestors.has(seq);
}
