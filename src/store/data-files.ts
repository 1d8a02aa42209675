import { inBatches, insertAll } from './batches.ts';
import type { Reader, Writer } from './database.ts';
import type { DataFileTable, EntryTable } from './schema.ts';

export function dataFileAt(reader: Reader, path: string): Promise<DataFileTable | undefined> {
  return reader.selectFrom('data_file').selectAll().where('path', '=', path).executeTakeFirst();
}

export function dataFilesAt(reader: Reader, paths: readonly string[]): Promise<DataFileTable[]> {
  return inBatches(paths, (batch) =>
    reader.selectFrom('data_file').selectAll().where('path', 'in', batch).orderBy('path').execute(),
  );
}

/** The files of a kind, by path. */
export function dataFilesOf(reader: Reader, kind: DataFileTable['kind']): Promise<DataFileTable[]> {
  return reader.selectFrom('data_file').selectAll().where('kind', '=', kind).orderBy('path').execute();
}

/** Whether the wiki has a file of a kind. */
export async function hasDataFile(reader: Reader, kind: DataFileTable['kind']): Promise<boolean> {
  const found = reader.selectFrom('data_file').select('path').where('kind', '=', kind).limit(1);
  return (await found.executeTakeFirst()) !== undefined;
}

/** A row or an event by its own address. */
export function entryAt(reader: Reader, address: string): Promise<EntryTable | undefined> {
  return reader.selectFrom('entry').selectAll().where('address', '=', address).executeTakeFirst();
}

export async function addDataFile(writer: Writer, file: DataFileTable): Promise<void> {
  await insertAll(writer, 'data_file', [file]);
}

export async function addEntries(writer: Writer, entries: readonly EntryTable[]): Promise<void> {
  await insertAll(writer, 'entry', entries);
}

/** Forgets what was in these files. */
export async function removeDataFiles(writer: Writer, paths: readonly string[]): Promise<void> {
  await inBatches(paths, async (batch) => {
    await writer.deleteFrom('data_file').where('path', 'in', batch).execute();
    await writer.deleteFrom('entry').where('path', 'in', batch).execute();
    return [];
  });
}
