import type { ObjectReader } from '../../git/objects.ts';
import { dataFilesOf } from '../../store/data-files.ts';
import { fileAt, filesAt } from '../../store/files.ts';
import { versionsOf } from '../../store/history.ts';
import { type PageSummary, pagesAt } from '../../store/pages.ts';
import { changesOf, recentCommits } from '../../store/recent.ts';
import type { ChangeTable, CommitTable } from '../../store/schema.ts';
import type { Occurrence } from '../calendars/event.ts';
import { occurrencesBetween } from '../calendars/occurrences.ts';
import { DataFiles, describeTable } from '../data-files.ts';
import { type TableDifference, tableDifference } from '../differences/table-difference.ts';
import { isPagePath } from '../paths.ts';
import type { Site } from '../site.ts';
import type { Ask } from '../trace.ts';
import type { Month } from './month.ts';

/** A report of more commits than that is no report. */
const MAX_COMMITS = 100_000;
const MAX_VERSIONS = 5_000;
const MAX_ROWS = 20;

const OF_THE_REPOSITORY = /^(?:README|LICEN[CS]E|CONTRIBUTING)\b/i;

/** What happened to a page in the month; one that was made and changed was made. */
export interface PageHappening {
  readonly kind: 'added' | 'changed' | 'renamed' | 'deleted';
  readonly path: string;
  /** As it is today; none for a page that no longer is. */
  readonly page: PageSummary | undefined;
  /** In how many commits. */
  readonly commits: number;
}

export interface TableHappening {
  readonly path: string;
  readonly title: string;
  readonly difference: TableDifference;
}

export interface Contributor {
  readonly name: string;
  readonly commits: number;
}

/** What happened to a wiki in a month. */
export interface Happenings {
  readonly commits: number;
  readonly pages: readonly PageHappening[];
  readonly tables: readonly TableHappening[];
  /** What was held: the cancelled left out. */
  readonly events: readonly Occurrence[];
  /** Those who wrote, who wrote most first. */
  readonly contributors: readonly Contributor[];
}

/** Finds what happened in a month, from the history that the index holds. */
export async function happeningsOf(
  ask: Ask,
  objects: ObjectReader,
  month: Month,
  site: Site,
): Promise<Happenings> {
  const range = { since: month.from / 1_000, until: month.to / 1_000, limit: MAX_COMMITS };
  const commits = await ask(recentCommits, range);
  const changes = await ask(
    changesOf,
    commits.map(({ seq }) => seq),
  );
  const data = new DataFiles(objects);
  return {
    commits: commits.length,
    pages: await pagesTouched(ask, changes),
    tables: await tablesTouched(ask, { objects, data }, changes, month),
    events: await eventsHeld(ask, data, month, site),
    contributors: contributorsOf(commits),
  };
}

async function pagesTouched(ask: Ask, changes: readonly ChangeTable[]): Promise<PageHappening[]> {
  const byPath = Map.groupBy(
    changes.filter(({ path }) => isPagePath(path)).toSorted((a, b) => a.seq - b.seq),
    ({ path }) => path,
  );
  const leftAs = new Set(changes.flatMap(({ kind, old_path }) => (kind === 'renamed' && old_path) || []));
  const pages = new Map((await ask(pagesAt, [...byPath.keys()])).map((page) => [page.path, page]));
  const happenings = [...byPath].flatMap(([path, list]): PageHappening[] => {
    const page = pages.get(path);
    const kind = kindOf(list);
    // A draft is not to be announced, nor what only passed through, nor what speaks of the repository.
    const isPassing = kind === undefined || leftAs.has(path);
    if (isPassing || page?.unlisted === 1 || OF_THE_REPOSITORY.test(path)) return [];
    return [{ kind, path, page, commits: list.length }];
  });
  return happenings.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function kindOf(changes: readonly ChangeTable[]): PageHappening['kind'] | undefined {
  const first = changes[0]?.kind;
  const last = changes.at(-1)?.kind;
  if (last === 'deleted') return first === 'added' ? undefined : 'deleted';
  if (first === 'added') return 'added';
  return changes.some(({ kind }) => kind === 'renamed') ? 'renamed' : 'changed';
}

async function tablesTouched(
  ask: Ask,
  { objects, data }: { readonly objects: ObjectReader; readonly data: DataFiles },
  changes: readonly ChangeTable[],
  month: Month,
): Promise<TableHappening[]> {
  const touched = new Set(changes.map(({ path }) => path));
  const tables = (await ask(dataFilesOf, 'table')).filter(({ path }) => touched.has(path));
  const happenings: TableHappening[] = [];
  for (const { path, title } of tables) {
    const file = await ask(fileAt, path);
    const versions = await ask(versionsOf, path, MAX_VERSIONS);
    const at = (time: number) => versions.find(({ committer_time }) => committer_time < time / 1_000);
    const [before, after] = [at(month.from), at(month.to)];
    if (!file || !before || !after || before.kind === 'deleted' || after.kind === 'deleted') continue;
    const description = await describeTable(ask, objects, path);
    const read = async (oid: string) =>
      data.table({ ...file, oid, size: await objects.size(oid) }, description);
    const options = { maxRows: MAX_ROWS };
    const difference = tableDifference(await read(before.oid), await read(after.oid), options);
    happenings.push({ path, title, difference });
  }
  return happenings;
}

async function eventsHeld(ask: Ask, data: DataFiles, month: Month, site: Site): Promise<Occurrence[]> {
  const paths = (await ask(dataFilesOf, 'calendar')).map(({ path }) => path);
  const files = await ask(filesAt, paths);
  const calendars = await Promise.all(files.map((file) => data.calendar(file, site.settings.timezone)));
  return occurrencesBetween(calendars, month.from, month.to).filter(({ status }) => status !== 'cancelled');
}

function contributorsOf(commits: readonly CommitTable[]): Contributor[] {
  const byName = Map.groupBy(commits, ({ author_name }) => author_name);
  return [...byName]
    .map(([name, list]) => ({ name, commits: list.length }))
    .sort((a, b) => b.commits - a.commits || (a.name < b.name ? -1 : 1));
}
