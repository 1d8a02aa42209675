import { SUBMODULE, SYMLINK } from '../git/tree.ts';
import { addDataFile, addEntries, dataFilesOf, removeDataFiles } from '../store/data-files.ts';
import type { Writer } from '../store/database.ts';
import { fileAt } from '../store/files.ts';

import type { EntryTable, FileTable } from '../store/schema.ts';
import { fileDocumentLanguages } from '../store/search-index.ts';
import { dataKind, eventAddress, rowAddress } from './data-addresses.ts';
import { DataFiles, describeTable, MAX_SCANNED_BYTES } from './data-files.ts';
import { dataLanguages } from './data-languages.ts';
import type { IndexContext } from './index-context.ts';
import { humanName } from './page.ts';
import { folderOf, nameOf } from './paths.ts';
import { findableData, findableEntry } from './search/findable.ts';
import type { SearchIndexing } from './search/search-indexer.ts';
import type { Site } from './site.ts';
import { scanTable } from './tables/scan-table.ts';
import type { TableRow } from './tables/table.ts';
import type { Ask } from './trace.ts';

/** The rows of a longer table are on its page, and not each in the index. */
const MAX_ROWS = 100_000;
const MAX_TEXT = 2_000;

/**
 * Puts in the index the tables and calendars among the files touched, those that a touched schema describes, and those
 * among `linked` (what touched pages link to, or did) whose language that changes; gives their paths.
 */
export async function indexData(
  writer: Writer,
  context: IndexContext,
  touched: readonly string[],
  site: Site,
  search: SearchIndexing,
  linked: readonly string[] = [],
): Promise<readonly string[]> {
  const concerned = new Set(touched.filter((path) => dataKind(path) !== undefined));
  for (const path of await describedBy(writer, touched)) concerned.add(path);
  for (const path of await readOtherwise(writer, linked, site)) concerned.add(path);
  const languages = await dataLanguages(writer, [...concerned], site);
  await removeDataFiles(writer, [...concerned]);
  await search.remove([...concerned]);
  for (const path of concerned) {
    const file = await fileAt(writer, path);
    if (!file || file.mode === SYMLINK || file.mode === SUBMODULE) continue;
    const language = languages.get(path) ?? site.defaultLanguage;
    const found = { language, site, search };
    if (dataKind(path) === 'table') await indexTable(writer, context, file, found);
    else await indexCalendar(writer, context, file, found);
  }
  return [...concerned];
}

/** What is told of how a table or a calendar is found. */
interface DataIndexing {
  readonly language: string;
  readonly site: Site;
  readonly search: SearchIndexing;
}

/** Those of these files whose language is no longer the one they are found in. */
async function readOtherwise(writer: Writer, paths: readonly string[], site: Site): Promise<string[]> {
  const data = [...new Set(paths)].filter((path) => dataKind(path) !== undefined);
  if (data.length === 0) return [];
  const languages = await dataLanguages(writer, data, site);
  const former = await fileDocumentLanguages(writer, data);
  return former.filter(({ path, language }) => languages.get(path) !== language).map(({ path }) => path);
}

/** The tables in the index that a schema or a data package among these files may describe. */
async function describedBy(writer: Writer, touched: readonly string[]): Promise<string[]> {
  const schemas = new Set(touched.filter((path) => path.endsWith('.json')));
  if (schemas.size === 0) return [];
  const folders = [...schemas].map((path) => folderOf(path));
  const tables = await dataFilesOf(writer, 'table');
  return tables
    .map(({ path }) => path)
    .filter((path) => folders.some((folder) => folder === '' || path.startsWith(`${folder}/`)));
}

async function indexTable(
  writer: Writer,
  { objects }: IndexContext,
  file: FileTable,
  { language, site, search }: DataIndexing,
): Promise<void> {
  const ask: Ask = (question, ...args) => question(writer, ...args);
  const { schema, dialect, title, problems: described } = await describeTable(ask, objects, file.path);
  const options = {
    path: file.path,
    maxBytes: MAX_SCANNED_BYTES,
    ...(schema && { schema }),
    ...(dialect && { dialect }),
  };
  const summary = await scanTable(objects.stream(file.oid), options);
  const caption = title ?? summary.caption ?? tableTitle(file.path);
  await addDataFile(writer, {
    path: file.path,
    kind: 'table',
    title: caption,
    entries: summary.rowCount,
    problems: withoutNul(JSON.stringify([...described, ...summary.problems].slice(0, 1_000))),
    problem_count: described.length + summary.problemCount,
  });
  await search.add([findableData(file.path, caption, language, site)]);
  let left = MAX_ROWS;
  const seen = new Set<string>();
  await scanTable(
    objects.stream(file.oid),
    { ...options, keyBy: summary.keyBy, maxRows: MAX_ROWS },
    async (rows) => {
      const fresh = rows.slice(0, left).filter(({ key }) => !seen.has(key) && seen.add(key));
      left -= rows.length;
      const entries = fresh.map((row) => rowEntry(file.path, row));
      if (entries.length === 0) return;
      await addEntries(writer, entries);
      await search.add(entries.map((entry) => findableEntry(entry, language, site)));
    },
  );
}

/** What people call a table that nothing names. */
export function tableTitle(path: string): string {
  return humanName(nameOf(path).replace(/\.[^.]+$/, ''));
}

function rowEntry(path: string, { key, cells }: TableRow): EntryTable {
  const title = cells.find((cell) => cell !== '' && !/^[\d\s.,-]+$/.test(cell)) ?? cells[0] ?? key;
  return {
    address: withoutNul(rowAddress(path, key)),
    path,
    kind: 'row',
    title: withoutNul(title).slice(0, 300),
    text: withoutNul(cells.join(' ')).slice(0, MAX_TEXT),
  };
}

async function indexCalendar(
  writer: Writer,
  { objects }: IndexContext,
  file: FileTable,
  { language, site, search }: DataIndexing,
): Promise<void> {
  const calendar = await new DataFiles(objects).calendar(file, site.settings.timezone);
  const title = withoutNul(calendar.name ?? tableTitle(file.path));
  await addDataFile(writer, {
    path: file.path,
    kind: 'calendar',
    title,
    entries: calendar.events.length,
    problems: withoutNul(JSON.stringify(calendar.problems)),
    problem_count: calendar.problemCount,
  });
  const entries = new Map(
    calendar.events.map(({ key, details }) => {
      const address = withoutNul(eventAddress(file.path, key));
      const text = withoutNul(`${details.summary} ${details.location} ${details.description}`).slice(
        0,
        MAX_TEXT,
      );
      return [
        address,
        { address, path: file.path, kind: 'event' as const, title: withoutNul(details.summary), text },
      ];
    }),
  );
  await addEntries(writer, [...entries.values()]);
  await search.add([
    findableData(file.path, title, language, site),
    ...[...entries.values()].map((entry) => findableEntry(entry, language, site)),
  ]);
}

/** PostgreSQL keeps no NUL in a text. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '\ufffd');
}
