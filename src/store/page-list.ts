import { sql } from 'kysely';
import { inBatches } from './batches.ts';
import type { Reader } from './database.ts';
import { SUMMARY } from './pages.ts';
import type { ChangeTable, CommitTable, PageTable } from './schema.ts';

/** Which pages of those that lists show are wanted, by path. */
export interface PageFilter {
  readonly language?: string | undefined;
  /** At or below this folder; `''` is the root. */
  readonly folder?: string | undefined;
  readonly tag?: string | undefined;
  /** Only those whose path comes after. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A page with what it says of itself (`facts`: JSON). */
export type ListedPage = Omit<PageTable, 'folded_address'>;

const LISTED = [...SUMMARY, 'facts'] as const satisfies readonly (keyof ListedPage)[];

/**
 * The pages that a filter lets through. A tag is looked for in the text of the facts: a page where it stands elsewhere
 * than among the tags is let through too.
 */
export function listedPages(reader: Reader, filter: PageFilter): Promise<ListedPage[]> {
  const { language, folder = '', tag, after, limit } = filter;
  let pages = reader.selectFrom('page').select(LISTED).where('unlisted', '=', 0).orderBy('path').limit(limit);
  if (language !== undefined) pages = pages.where('language', '=', language);
  if (folder !== '') pages = pages.where('path', '>=', `${folder}/`).where('path', '<', `${folder}0`);
  if (after !== undefined) pages = pages.where('path', '>', after);
  if (tag !== undefined) pages = pages.where(sql<boolean>`facts like ${containing(tag)} escape '\\'`);
  return pages.execute();
}

/** The pages at these paths, by path. */
export function listedPagesAt(reader: Reader, paths: readonly string[]): Promise<ListedPage[]> {
  return inBatches(paths, (batch) =>
    reader.selectFrom('page').select(LISTED).where('path', 'in', batch).orderBy('path').execute(),
  );
}

function containing(tag: string): string {
  return `%${JSON.stringify(tag).replace(/[\\%_]/g, '\\$&')}%`;
}

/** The newest commit of a file. */
export type LastChange = Pick<ChangeTable, 'path'> &
  Pick<CommitTable, 'id' | 'author_name' | 'author_time' | 'committer_time'>;

/** The newest commit of each of these files. */
export function lastChangesOf(reader: Reader, paths: readonly string[]): Promise<LastChange[]> {
  return inBatches(paths, (batch) =>
    reader
      .selectFrom(
        reader
          .selectFrom('change')
          .select(['path', (e) => e.fn.max('seq').as('seq')])
          .where('path', 'in', batch)
          .groupBy('path')
          .as('last'),
      )
      .innerJoin('commit', 'commit.seq', 'last.seq')
      .select(['last.path', 'commit.id', 'commit.author_name', 'commit.author_time', 'commit.committer_time'])
      .orderBy('last.path')
      .execute(),
  );
}
