import { Unavailable } from '../config/errors.ts';
import { SETTINGS_FILE } from '../config/settings.ts';
import { commitsLost } from '../git/ancestry.ts';
import { headBranch, headNow } from '../git/head.ts';
import { listTree } from '../git/tree.ts';
import { diffTrees } from '../git/tree-difference.ts';
import type { Writer } from '../store/database.ts';
import { pathsLinkedFrom } from '../store/links.ts';
import { pagesAt } from '../store/pages.ts';
import type { WikiTable } from '../store/schema.ts';
import { forgetFiles, forgetHistory, saveWikiState, wikiState } from '../store/wiki-state.ts';
import { indexChecks } from './checks/index-checks.ts';
import { presenceOf } from './checks/presence.ts';
import { deduceSite } from './deduce-site.ts';
import { indexFamilies, pagesConcerned } from './families.ts';
import type { IndexContext } from './index-context.ts';
import { indexData } from './index-data.ts';
import { indexFiles } from './index-files.ts';
import { indexHistory } from './index-history.ts';
import type { TouchedFile } from './read-files.ts';
import { NO_SEARCH } from './search/no-search.ts';
import { SearchIndexer, type SearchIndexing } from './search/search-indexer.ts';
import type { Site } from './site.ts';
import { indexTranslations } from './translations.ts';

/** Another number rebuilds every index that was written with the one before. */
const FORMAT = 7;

/**
 * Brings the index to the repository's newest commit, by the difference with the commit it holds. Whole or not at all:
 * readers see the state before until the new one is complete. `rebuild` makes it again from nothing. Says whether
 * anything changed.
 */
export async function updateIndex(context: IndexContext, { rebuild = false } = {}): Promise<boolean> {
  const head = context.commit ?? (await headNow(context.objects, context.gitDir)) ?? '';
  if (!rebuild && isCurrent(await wikiState(context.database.reader), head, context)) return false;
  return await context.database.write(async (writer) => {
    const state = await wikiState(writer);
    if (!rebuild && isCurrent(state, head, context)) return false;
    const usable = !rebuild && isOf(state, context.location) ? state : undefined;
    if (usable && usable.commit_id !== '' && head === '') throw await branchGone(context.gitDir);
    const site = await move(writer, context, usable?.commit_id ?? '', head, usable && siteOf(usable));
    await saveWikiState(writer, {
      source: context.location,
      commit_id: head,
      generation: (state?.generation ?? 0) + 1,
      format: FORMAT,
      site: JSON.stringify({ ...site, overrides: context.overrides }),
    });
    return true;
  });
}

/** A branch that is no more is a slip more often than a wish: nothing is unpublished for it. */
async function branchGone(gitDir: string): Promise<Unavailable> {
  return new Unavailable(
    `The branch of the wiki, ${await headBranch(gitDir)}, is no longer in the repository: its last state is shown.`,
    'Push it again, or name another one: git symbolic-ref HEAD refs/heads/NAME. To show an empty wiki: greffe index --rebuild.',
  );
}

/** Whether what is in the database is an index of this wiki, as this version of the program writes them. */
export function isOf(state: WikiTable | undefined, location: string): state is WikiTable {
  return state?.format === FORMAT && state.source === location;
}

function isCurrent(
  state: WikiTable | undefined,
  head: string,
  { location, overrides }: IndexContext,
): boolean {
  if (!isOf(state, location) || state.commit_id !== head) return false;
  return JSON.stringify(JSON.parse(state.site).overrides) === JSON.stringify(overrides);
}

/** The site of an index; what was deduced when it was written. */
export function siteOf(state: Pick<WikiTable, 'site'>): Site {
  return JSON.parse(state.site) as Site;
}

async function move(
  writer: Writer,
  context: IndexContext,
  from: string,
  to: string,
  before: Site | undefined,
): Promise<Site> {
  const { gitDir, objects } = context;
  const lost = from === '' || to === '' ? undefined : await commitsLost(objects, gitDir, from, to);
  const held = lost && { commit: from, lost };
  if (!held) return await moveAnew(writer, context, to, before);
  const rewritten = await indexHistory(writer, gitDir, to, held);
  const differences = await collect(diffTrees(objects, from, to));
  // The settings in force may be former ones: another history may have others.
  const kept = rewritten.has(SETTINGS_FILE) ? undefined : before;
  const site = await deduceSite(writer, context, to, differences, kept);
  if (before && meanTheSame(before, site)) {
    await indexDifferences(writer, context, differences, rewritten, { formerly: before, site });
  } else {
    await indexTree(writer, context, await collect(listTree(gitDir, to)), site);
  }
  return site;
}

/**
 * Brings the index, in a transaction, from the commit it holds to another one, by their difference. Gives the site there;
 * undefined where all of the wiki would have to be read anew.
 */
export async function moveIndex(
  writer: Writer,
  context: IndexContext,
  { from, to }: { readonly from: string; readonly to: string },
  before: Site,
): Promise<Site | undefined> {
  const { gitDir, objects } = context;
  const lost = await commitsLost(objects, gitDir, from, to);
  if (!lost) return undefined;
  const rewritten = await indexHistory(writer, gitDir, to, { commit: from, lost });
  const differences = await collect(diffTrees(objects, from, to));
  const site = await deduceSite(writer, context, to, differences, before);
  if (!meanTheSame(before, site)) return undefined;
  await indexDifferences(writer, context, differences, rewritten, { formerly: before, site });
  return site;
}

async function moveAnew(
  writer: Writer,
  context: IndexContext,
  to: string,
  before: Site | undefined,
): Promise<Site> {
  const { gitDir } = context;
  await forgetHistory(writer);
  const rewritten = to === '' ? new Set<string>() : await indexHistory(writer, gitDir, to, undefined);
  const site = await deduceSite(writer, context, to, [], rewritten.has(SETTINGS_FILE) ? undefined : before);
  const files = to === '' ? [] : await collect(listTree(gitDir, to));
  await indexTree(writer, context, files, site);
  return site;
}

async function indexTree(writer: Writer, context: IndexContext, files: readonly TouchedFile[], site: Site) {
  await forgetFiles(writer);
  const search = searchFor(writer, context);
  await search.forget();
  const paths = await indexFiles(writer, context, files, { site, search });
  const data = await indexData(writer, context, paths, site, search);
  await search.finish();
  const families = await indexFamilies(writer, paths, site);
  await indexTranslations(writer, paths, families, site);
  if (context.use === 'pages') return;
  const all = [...new Set([...paths, ...files.map(({ path }) => path)])];
  await indexChecks(writer, context, { paths: all, data, families }, site);
}

async function indexDifferences(
  writer: Writer,
  context: IndexContext,
  files: readonly TouchedFile[],
  rewritten: ReadonlySet<string>,
  { formerly, site }: { readonly formerly: Site; readonly site: Site },
) {
  const paths = new Set([...files.map(({ path }) => path), ...rewritten]);
  const former = (await pagesAt(writer, [...paths])).map(({ family }) => family);
  const before = context.use === 'pages' ? undefined : await presenceOf(writer, [...paths]);
  const search = searchFor(writer, context);
  const touched = await indexFiles(writer, context, files, { site, search });
  const concerned = await pagesConcerned(writer, touched, former, site);
  const linked = before ? [...before.linked, ...(await pathsLinkedFrom(writer, touched))] : [];
  const data = await indexData(writer, context, touched, site, search, linked);
  await search.finish();
  const families = [...new Set([...former, ...(await indexFamilies(writer, concerned, site))])];
  await indexTranslations(writer, touched, families, site);
  if (!before) return;
  const all = [...new Set([...paths, ...touched])];
  await indexChecks(writer, context, { paths: all, data, families, before, formerly }, site);
}

function searchFor(writer: Writer, { use = 'all' }: IndexContext): SearchIndexing {
  return use === 'all' ? new SearchIndexer(writer) : NO_SEARCH;
}

function meanTheSame(one: Site, other: Site): boolean {
  return JSON.stringify(meaning(one)) === JSON.stringify(meaning(other));
}

/** What of the site decides how a file of the wiki is read. */
function meaning({ defaultLanguage, languages, suffixes, candidates, settings }: Site) {
  return {
    defaultLanguage,
    languages,
    suffixes,
    candidates,
    legacy: settings.legacy,
    title: settings.title,
    timezone: settings.timezone,
  };
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
