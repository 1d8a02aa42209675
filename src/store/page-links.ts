import type { Reader } from './database.ts';
import type { LinkTable } from './schema.ts';

/** The links of a page, in its order; at most `limit` of them. */
export function linksOf(reader: Reader, source: string, limit: number): Promise<LinkTable[]> {
  return reader
    .selectFrom('link')
    .selectAll()
    .where('source', '=', source)
    .orderBy('position')
    .limit(limit)
    .execute();
}

/** The links whose target is written as one of these paths, by source; at most `limit` of them. */
export function linksWrittenAs(
  reader: Reader,
  paths: readonly string[],
  limit: number,
): Promise<LinkTable[]> {
  return reader
    .selectFrom('link')
    .selectAll()
    .where('path', 'in', paths)
    .orderBy('source')
    .orderBy('position')
    .limit(limit)
    .execute();
}
