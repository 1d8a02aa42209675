import { isAncestor } from '../git/ancestry.ts';
import { headCommit } from '../git/head.ts';
import { diffTrees, listTree, type TreeDifference } from '../git/tree.ts';
import type { Writer } from '../store/database.ts';
import type { WikiTable } from '../store/schema.ts';
import { forgetFiles, forgetHistory, saveWikiState, wikiState } from '../store/wiki-state.ts';
import { deduceSite } from './deduce-site.ts';
import { indexFamilies } from './families.ts';
import type { IndexContext } from './index-context.ts';
import { indexFiles } from './index-files.ts';
import { indexHistory } from './index-history.ts';
import type { Site } from './site.ts';
import { indexTranslations } from './translations.ts';

/** Another number rebuilds every index that was written with the one before. */
const FORMAT = 1;

/**
 * Brings the index to the repository's newest commit, by the difference with the commit it holds. Whole or not at all:
 * readers see the state before until the new one is complete. `rebuild` makes it again from nothing. Says whether
 * anything changed.
 */
export async function updateIndex(context: IndexContext, { rebuild = false } = {}): Promise<boolean> {
  const head = (await headCommit(context.gitDir)) ?? '';
  if (!rebuild && isCurrent(await wikiState(context.database.reader), head, context)) return false;
  return await context.database.write(async (writer) => {
    const state = await wikiState(writer);
    if (!rebuild && isCurrent(state, head, context)) return false;
    const usable = !rebuild && isOf(state, context.location);
    const site = await move(
      writer,
      context,
      usable ? state.commit_id : '',
      head,
      usable ? siteOf(state) : undefined,
    );
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
  const known = from !== '' && to !== '' && (await isAncestor(context.gitDir, from, to)) !== undefined;
  if (!known) await forgetHistory(writer);
  if (to !== '') await indexHistory(writer, context.gitDir, to, known ? from : undefined);

  const differences = known ? await collect(diffTrees(context.gitDir, from, to)) : [];
  const site = await deduceSite(writer, context, to, differences, before);
  const pagesMeanTheSame =
    before !== undefined && JSON.stringify(meaning(before)) === JSON.stringify(meaning(site));
  const fromNothing = !known || !pagesMeanTheSame;
  if (fromNothing) await forgetFiles(writer);
  const files = to === '' ? [] : fromNothing ? await collect(listTree(context.gitDir, to)) : differences;

  const touched = await indexFiles(writer, context, files, site);
  const families = await indexFamilies(writer, touched, site);
  await indexTranslations(writer, touched, families, site);
  return site;
}

/** What of the site decides how a file of the wiki is read. */
function meaning({ defaultLanguage, languages, suffixes, candidates, settings }: Site) {
  return { defaultLanguage, languages, suffixes, candidates, legacy: settings.legacy, title: settings.title };
}

async function collect(differences: AsyncIterable<TreeDifference & { size?: number | undefined }>) {
  const all: (TreeDifference & { size?: number | undefined })[] = [];
  for await (const difference of differences) all.push(difference);
  return all;
}
