import { inBatches, insertAll } from './batches.ts';
import type { Reader, Writer } from './database.ts';
import type { FileTable } from './schema.ts';

export function fileAt(reader: Reader, path: string): Promise<FileTable | undefined> {
  return reader.selectFrom('file').selectAll().where('path', '=', path).executeTakeFirst();
}

/** Every file, by path. */
export function everyFileRow(reader: Reader): Promise<FileTable[]> {
  return reader.selectFrom('file').selectAll().orderBy('path').execute();
}

export function filesAt(reader: Reader, paths: readonly string[]): Promise<FileTable[]> {
  return inBatches(paths, (batch) =>
    reader.selectFrom('file').selectAll().where('path', 'in', batch).orderBy('path').execute(),
  );
}

/** The files right in a folder (`''` is the root), by path. */
export function filesIn(reader: Reader, folder: string): Promise<FileTable[]> {
  return reader.selectFrom('file').selectAll().where('folder', '=', folder).orderBy('path').execute();
}

/** The files at or below a folder whose names have an extension, by path. */
export function filesOfKind(reader: Reader, folder: string, extension: string): Promise<FileTable[]> {
  const files = reader
    .selectFrom('file')
    .selectAll()
    .where('folded', 'like', `%.${extension}`)
    .where('mode', 'like', '100%')
    .orderBy('path');
  if (folder === '') return files.execute();
  return files.where('path', '>=', `${folder}/`).where('path', '<', `${folder}0`).execute();
}

/** The paths of the files whose folded path is one of these. */
export async function pathsFoldedAs(reader: Reader, folded: readonly string[]): Promise<string[]> {
  const rows = await reader
    .selectFrom('file')
    .select('path')
    .where('folded', 'in', folded)
    .orderBy('path')
    .execute();
  return rows.map((row) => row.path);
}

/** The paths of the files, at most `limit` of them. */
export async function listedPaths(reader: Reader, limit: number): Promise<string[]> {
  const rows = await reader.selectFrom('file').select('path').orderBy('path').limit(limit).execute();
  return rows.map((row) => row.path);
}

/** The paths of those of these folders that exist. */
export async function foldersAt(reader: Reader, paths: readonly string[]): Promise<string[]> {
  const rows = await inBatches(paths, (batch) =>
    reader.selectFrom('folder').select('path').where('path', 'in', batch).orderBy('path').execute(),
  );
  return rows.map((row) => row.path);
}

/** The folders right in a folder, by path. */
export async function foldersIn(reader: Reader, folder: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('folder')
    .select('path')
    .where('parent', '=', folder)
    .orderBy('path')
    .execute();
  return rows.map((row) => row.path);
}

/** Whether the index holds no file. */
export async function isWithoutFiles(reader: Reader): Promise<boolean> {
  return (await reader.selectFrom('file').select('path').limit(1).executeTakeFirst()) === undefined;
}

export async function addFiles(writer: Writer, files: readonly FileTable[]): Promise<void> {
  await insertAll(writer, 'file', files);
}

export async function removeFiles(writer: Writer, paths: readonly string[]): Promise<void> {
  await inBatches(paths, async (batch) => {
    await writer.deleteFrom('file').where('path', 'in', batch).execute();
    return [];
  });
}

/** Adds folders that may be there already. */
export async function addFolders(
  writer: Writer,
  folders: readonly { path: string; parent: string | null }[],
): Promise<void> {
  await inBatches(folders, async (batch) => {
    await writer
      .insertInto('folder')
      .values(batch)
      .onConflict((conflict) => conflict.column('path').doNothing())
      .execute();
    return [];
  });
}

/** Removes a folder when nothing is in it any more; says whether it did. */
export async function removeFolderIfEmpty(writer: Writer, path: string): Promise<boolean> {
  const file = await writer
    .selectFrom('file')
    .select('path')
    .where('folder', '=', path)
    .limit(1)
    .executeTakeFirst();
  const folder = await writer
    .selectFrom('folder')
    .select('path')
    .where('parent', '=', path)
    .limit(1)
    .executeTakeFirst();
  if (file || folder) return false;
  await writer.deleteFrom('folder').where('path', '=', path).execute();
  return true;
}
