import { type ExpressionBuilder, sql } from 'kysely';
import { inBatches } from './batches.ts';
import type { Reader } from './database.ts';
import type { LinkTable, Schema } from './schema.ts';

/**
 * The links of these pages that name no page and no file as it is called today, and those that name a place in a page:
 * where they lead must be found out. Those that lead outside are left out where that is plain.
 */
export function doubtfulLinks(reader: Reader, sources: readonly string[]): Promise<LinkTable[]> {
  return inBatches(sources, (batch) =>
    reader
      .selectFrom('link')
      .selectAll()
      .where('source', 'in', batch)
      .where((e) =>
        e.or([
          e('fragment', 'is not', null),
          // What leads above the root has no path, and neither has what leads outside.
          e.and([
            e('path', 'is', null),
            e.or([e('target', 'like', '%..%'), e('target', 'like', '%2e%'), e('target', 'like', '%2E%')]),
          ]),
          e.and([e('path', 'is not', null), e.not(namesSomething(e))]),
        ]),
      )
      .orderBy('source')
      .orderBy('position')
      .execute(),
  );
}

/** Whether a link's path is that of a page, of a page's address, or of a file that is no symbolic link. */
function namesSomething(e: ExpressionBuilder<Schema, 'link'>) {
  return e.or([
    e.exists(e.selectFrom('page').select('page.path').whereRef('page.path', '=', 'link.path')),
    e.exists(
      e
        .selectFrom('page')
        .select('page.path')
        .whereRef('page.address', '=', sql<string>`'/' || ${e.ref('link.path')}`),
    ),
    e.exists(
      e
        .selectFrom('file')
        .select('file.path')
        .whereRef('file.path', '=', 'link.path')
        .where('file.mode', '<>', '120000'),
    ),
  ]);
}

/** The pages that have a link to one of these paths; with `fragment`, only to a place in it. */
export async function pagesLinkingTo(
  reader: Reader,
  paths: readonly string[],
  { fragment = false } = {},
): Promise<string[]> {
  const rows = await inBatches(paths, (batch) => {
    const links = reader.selectFrom('link').select('source').distinct().where('path', 'in', batch);
    return (fragment ? links.where('fragment', 'is not', null) : links).execute();
  });
  return rows.map(({ source }) => source);
}

/** The paths in the wiki that the links of these pages name. */
export async function pathsLinkedFrom(reader: Reader, sources: readonly string[]): Promise<string[]> {
  const rows = await inBatches(sources, (batch) =>
    reader
      .selectFrom('link')
      .select('path')
      .distinct()
      .where('source', 'in', batch)
      .where('path', 'is not', null)
      .execute(),
  );
  return rows.map(({ path }) => path as string);
}

/** Those of these paths that a link names. */
export async function linkedPaths(reader: Reader, paths: readonly string[]): Promise<string[]> {
  const rows = await inBatches(paths, (batch) =>
    reader.selectFrom('link').select('path').distinct().where('path', 'in', batch).execute(),
  );
  return rows.map(({ path }) => path as string);
}

/** The languages of the pages that name each of these paths in their links. */
export async function languagesLinkingTo(
  reader: Reader,
  paths: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await inBatches(paths, (batch) =>
    reader
      .selectFrom('link')
      .innerJoin('page', 'page.path', 'link.source')
      .select(['link.path', 'page.language'])
      .distinct()
      .where('link.path', 'in', batch)
      .execute(),
  );
  const languages = new Map<string, string[]>();
  for (const { path, language } of rows)
    languages.set(path as string, [...(languages.get(path as string) ?? []), language]);
  return languages;
}

/** The links that lead outside, by the page and their order. */
export function externalLinks(reader: Reader): Promise<LinkTable[]> {
  return reader
    .selectFrom('link')
    .selectAll()
    .where('path', 'is', null)
    .where((e) =>
      e.or([e('target', 'like', 'http%'), e('target', 'like', 'HTTP%'), e('target', 'like', '//%')]),
    )
    .orderBy('source')
    .orderBy('position')
    .execute();
}
