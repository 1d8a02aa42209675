import { type RawBuilder, sql } from 'kysely';
import { inBatches, insertAll } from './batches.ts';
import type { Reader, Writer } from './database.ts';
import type { AliasTable, LinkTable, PageTable } from './schema.ts';

/** A page without what only its own display needs. */
export type PageSummary = Omit<PageTable, 'facts' | 'folded_address'>;

export const SUMMARY = [
  'path',
  'folder',
  'address',
  'language',
  'family',
  'translation_of',
  'title',
  'description',
  'date',
  'unlisted',
] as const satisfies readonly (keyof PageSummary)[];

/** What a page says of itself beyond its summary, as JSON. */
export async function pageFactsAt(reader: Reader, path: string): Promise<string | undefined> {
  return (await reader.selectFrom('page').select('facts').where('path', '=', path).executeTakeFirst())?.facts;
}

/** What each page says of itself beyond its summary, as JSON. */
export function everyPageFacts(reader: Reader): Promise<Pick<PageTable, 'path' | 'facts'>[]> {
  return reader.selectFrom('page').select(['path', 'facts']).orderBy('path').execute();
}

/** What these pages say of themselves beyond their summaries, as JSON. */
export function pageFactsOf(
  reader: Reader,
  paths: readonly string[],
): Promise<Pick<PageTable, 'path' | 'facts'>[]> {
  return inBatches(paths, (batch) =>
    reader.selectFrom('page').select(['path', 'facts']).where('path', 'in', batch).execute(),
  );
}

/** Every page, by path. */
export function everyPageSummary(reader: Reader): Promise<PageSummary[]> {
  return reader.selectFrom('page').select(SUMMARY).orderBy('path').execute();
}

export function pageAt(reader: Reader, path: string): Promise<PageSummary | undefined> {
  return reader.selectFrom('page').select(SUMMARY).where('path', '=', path).executeTakeFirst();
}

export function pagesAt(reader: Reader, paths: readonly string[]): Promise<PageSummary[]> {
  return inBatches(paths, (batch) =>
    reader.selectFrom('page').select(SUMMARY).where('path', 'in', batch).orderBy('path').execute(),
  );
}

/** The page of an address; the first by path when two claim it. */
export function pageOfAddress(reader: Reader, address: string): Promise<PageSummary | undefined> {
  return reader
    .selectFrom('page')
    .select(SUMMARY)
    .where('address', '=', address)
    .orderBy('path')
    .executeTakeFirst();
}

export function pagesOfAddresses(reader: Reader, addresses: readonly string[]): Promise<PageSummary[]> {
  return inBatches(addresses, (batch) =>
    reader.selectFrom('page').select(SUMMARY).where('address', 'in', batch).orderBy('path').execute(),
  );
}

/** The addresses that are this one but for case and accents' form. */
export async function addressesFoldedAs(reader: Reader, folded: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('page')
    .select('address')
    .where('folded_address', '=', folded)
    .orderBy('address')
    .execute();
  return rows.map((row) => row.address);
}

/** The pages right in a folder (`''` is the root), by path. */
export function pagesIn(reader: Reader, folder: string): Promise<PageSummary[]> {
  return reader.selectFrom('page').select(SUMMARY).where('folder', '=', folder).orderBy('path').execute();
}

/** The pages in a folder and below it, by path, at most `limit` of them. */
export function pagesBelow(reader: Reader, folder: string, limit: number): Promise<PageSummary[]> {
  const pages = reader.selectFrom('page').select(SUMMARY).orderBy('path').limit(limit);
  if (folder === '') return pages.execute();
  return pages.where('path', '>=', `${folder}/`).where('path', '<', `${folder}0`).execute();
}

/** The pages that are translations of each other: those of each of these families. */
export function pagesOfFamilies(reader: Reader, families: readonly string[]): Promise<PageSummary[]> {
  return inBatches(families, (batch) =>
    reader.selectFrom('page').select(SUMMARY).where('family', 'in', batch).orderBy('path').execute(),
  );
}

/** The pages whose front matter names one of these paths as their original. */
export function pagesTranslating(reader: Reader, paths: readonly string[]): Promise<PageSummary[]> {
  return inBatches(paths, (batch) =>
    reader.selectFrom('page').select(SUMMARY).where('translation_of', 'in', batch).orderBy('path').execute(),
  );
}

/** Each page that lists show, by address. */
export function allPages(reader: Reader): Promise<PageSummary[]> {
  return reader.selectFrom('page').select(SUMMARY).where('unlisted', '=', 0).orderBy('address').execute();
}

/** Every address, at most `limit` of them. */
export async function allAddresses(reader: Reader, limit: number): Promise<string[]> {
  const rows = await reader
    .selectFrom('page')
    .select('address')
    .where('unlisted', '=', 0)
    .orderBy('address')
    .limit(limit)
    .execute();
  return rows.map((row) => row.address);
}

/** The folders right in a folder that have, right in them, a page in a language. */
export function foldersWithPages(reader: Reader, parent: string, language: string): Promise<string[]> {
  return foldersHolding(reader, parent, sql`page.folder = folder.path and page.language = ${language}`);
}

/** The folders right in a folder that have, in them or below, a page that lists show; by path. */
export function foldersHoldingPages(reader: Reader, parent: string): Promise<string[]> {
  const below = sql`page.path >= folder.path || '/' and page.path < folder.path || '0'`;
  return foldersHolding(reader, parent, below);
}

async function foldersHolding(reader: Reader, parent: string, such: RawBuilder<unknown>): Promise<string[]> {
  const rows = await reader
    .selectFrom('folder')
    .select('path')
    .where('parent', '=', parent)
    .where(sql<boolean>`exists (select 1 from page where page.unlisted = 0 and ${such})`)
    .orderBy('path')
    .execute();
  return rows.map((row) => row.path);
}

/** The path of the page that claims a former address. */
export async function pathOfAlias(reader: Reader, address: string): Promise<string | undefined> {
  return (
    await reader
      .selectFrom('alias')
      .select('path')
      .where('address', '=', address)
      .orderBy('path')
      .executeTakeFirst()
  )?.path;
}

/** The former addresses that these pages claim. */
export function aliasesOf(reader: Reader, paths: readonly string[]): Promise<AliasTable[]> {
  return inBatches(paths, (batch) =>
    reader.selectFrom('alias').selectAll().where('path', 'in', batch).orderBy('address').execute(),
  );
}

/** The listed pages that have one of these titles, by path. */
export function pagesTitled(reader: Reader, titles: readonly string[]): Promise<PageSummary[]> {
  return inBatches(titles, (batch) =>
    reader
      .selectFrom('page')
      .select(SUMMARY)
      .where(
        sql`substr(title, 1, 200)`,
        'in',
        batch.map((title) => [...title].slice(0, 200).join('')),
      )
      .where('title', 'in', batch)
      .where('unlisted', '=', 0)
      .orderBy('path')
      .execute(),
  );
}

/** The titles that several listed pages have. */
export async function repeatedTitles(reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectFrom('page')
    .select('title')
    .where('unlisted', '=', 0)
    .groupBy('title')
    .having((e) => e.fn.countAll(), '>', 1)
    .execute();
  return rows.map(({ title }) => title);
}

/** The addresses that several pages have. */
export async function repeatedAddresses(reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectFrom('page')
    .select('address')
    .groupBy('address')
    .having((e) => e.fn.countAll(), '>', 1)
    .execute();
  return rows.map(({ address }) => address);
}

/** The links of the first paragraphs of these pages, in their order. */
export function leadingLinks(reader: Reader, sources: readonly string[]): Promise<LinkTable[]> {
  return inBatches(sources, (batch) =>
    reader
      .selectFrom('link')
      .selectAll()
      .where('source', 'in', batch)
      .where('first_paragraph', '=', 1)
      .orderBy('source')
      .orderBy('position')
      .execute(),
  );
}

/** What the index keeps of one page. */
export interface PageRows {
  readonly page: PageTable;
  readonly links: readonly LinkTable[];
  readonly aliases: readonly AliasTable[];
}

export async function addPages(writer: Writer, pages: readonly PageRows[]): Promise<void> {
  await insertAll(
    writer,
    'page',
    pages.map(({ page }) => page),
  );
  await insertAll(
    writer,
    'link',
    pages.flatMap(({ links }) => links),
  );
  await insertAll(
    writer,
    'alias',
    pages.flatMap(({ aliases }) => aliases),
  );
}

export async function removePages(writer: Writer, paths: readonly string[]): Promise<void> {
  await inBatches(paths, async (batch) => {
    await writer.deleteFrom('page').where('path', 'in', batch).execute();
    await writer.deleteFrom('link').where('source', 'in', batch).execute();
    await writer.deleteFrom('alias').where('path', 'in', batch).execute();
    return [];
  });
}

export async function updatePage(writer: Writer, path: string, change: Partial<PageTable>): Promise<void> {
  await writer.updateTable('page').set(change).where('path', '=', path).execute();
}
