import type { Reader } from './database.ts';
import type { FileTable, PageTable } from './schema.ts';

/** Every page, drafts and redirections too, by address. */
export function everyPage(
  reader: Reader,
): Promise<Pick<PageTable, 'address' | 'path' | 'language' | 'unlisted'>[]> {
  return reader
    .selectFrom('page')
    .select(['address', 'path', 'language', 'unlisted'])
    .orderBy('address')
    .orderBy('path')
    .execute();
}

/** Every file, with what tells it from a link or a submodule. */
export function everyFile(reader: Reader): Promise<Pick<FileTable, 'path' | 'mode' | 'oid' | 'size'>[]> {
  return reader.selectFrom('file').select(['path', 'mode', 'oid', 'size']).orderBy('path').execute();
}

export async function everyFolder(reader: Reader): Promise<string[]> {
  return (await reader.selectFrom('folder').select('path').orderBy('path').execute()).map(({ path }) => path);
}

export async function everyAlias(reader: Reader): Promise<string[]> {
  const rows = await reader.selectFrom('alias').select('address').distinct().orderBy('address').execute();
  return rows.map(({ address }) => address);
}

/** Every path at which there once was a file, and is none today. */
export async function formerPaths(reader: Reader): Promise<string[]> {
  const renamed = await reader
    .selectFrom('change')
    .select('old_path as path')
    .distinct()
    .where('old_path', 'is not', null)
    .execute();
  const deleted = await reader
    .selectFrom('change')
    .select('path')
    .distinct()
    .where('kind', '=', 'deleted')
    .execute();
  const present = new Set((await everyFile(reader)).map(({ path }) => path));
  const former = new Set([...renamed, ...deleted].flatMap(({ path }) => path ?? []));
  return [...former].filter((path) => !present.has(path)).sort();
}
