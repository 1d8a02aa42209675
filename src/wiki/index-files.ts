import type { Writer } from '../store/database.ts';
import { addFiles, addFolders, isWithoutFiles, removeFiles, removeFolderIfEmpty } from '../store/files.ts';
import { addFindings, removeFindings } from '../store/findings.ts';
import { addPages, pagesIn, removePages, updatePage } from '../store/pages.ts';
import { isIndexName, isReadmeName, pageAddress, readPageName } from './addresses.ts';
import type { IndexContext } from './index-context.ts';
import { folderOf, foldersAbove, foldPath, isCleanPath } from './paths.ts';
import { readFiles, type TouchedFile } from './read-files.ts';
import type { SearchIndexing } from './search/search-indexer.ts';
import type { Site } from './site.ts';

/** Files read from the repository at a time, and their bytes (where their sizes are known). */
const BATCH = 32;
const BATCH_BYTES = 8 * 1024 * 1024;

/** What indexing files takes beside them. */
export interface FileIndexing {
  readonly site: Site;
  readonly search: SearchIndexing;
}

/** Puts these files, and the pages among them, in the index in the place of what it held of them; gives their paths. */
export async function indexFiles(
  writer: Writer,
  context: IndexContext,
  named: readonly TouchedFile[],
  indexing: FileIndexing,
): Promise<readonly string[]> {
  const { site, search } = indexing;
  const files = named.filter(({ path }) => isCleanPath(path));
  const isFirst = await isWithoutFiles(writer);
  let done = 0;
  for (const batch of batchesOf(files)) {
    const reading = await readFiles(batch, context.objects, site, search.analysers);
    if (!isFirst) await forget(writer, search, batch);
    await addFiles(writer, reading.files);
    await addPages(writer, reading.pages);
    await search.addDocuments(reading);
    if (context.use !== 'pages') await addFindings(writer, reading.findings);
    done += batch.length;
    context.onProgress?.(done, files.length);
  }
  const folders = new Set(files.map(({ path }) => folderOf(path)));
  await indexFolders(writer, folders);
  return [...files.map(({ path }) => path), ...(await nameReadmes(writer, folders, site))];
}

async function forget(writer: Writer, search: SearchIndexing, files: readonly TouchedFile[]): Promise<void> {
  const paths = files.map(({ path }) => path);
  await removeFiles(writer, paths);
  await removePages(writer, paths);
  await search.remove(paths);
  await removeFindings(writer, 'content', paths);
}

function* batchesOf(files: readonly TouchedFile[]): Generator<readonly TouchedFile[]> {
  let batch: TouchedFile[] = [];
  let bytes = 0;
  for (const file of files) {
    bytes += file.size ?? 0;
    if (batch.length === BATCH || (batch.length > 0 && bytes > BATCH_BYTES)) {
      yield batch;
      batch = [];
      bytes = file.size ?? 0;
    }
    batch.push(file);
  }
  if (batch.length > 0) yield batch;
}

async function indexFolders(writer: Writer, folders: ReadonlySet<string>): Promise<void> {
  const above = new Set([...folders].flatMap(foldersAbove));
  const all = [...above, ''];
  await addFolders(
    writer,
    all.map((path) => ({ path, parent: path === '' ? null : folderOf(path) })),
  );
  const deepestFirst = [...above].sort((a, b) => b.length - a.length);
  for (const path of deepestFirst) await removeFolderIfEmpty(writer, path);
}

/** A README stands for its folder where no index has the same address; gives the pages whose address that changed. */
async function nameReadmes(writer: Writer, folders: ReadonlySet<string>, site: Site): Promise<string[]> {
  const moved: string[] = [];
  for (const folder of folders) {
    const pages = (await pagesIn(writer, folder)).map((row) => ({ row, name: readPageName(row.path, site) }));
    const taken = new Set(
      pages.filter(({ name }) => isIndexName(name)).map(({ name }) => pageAddress(name, true, site)),
    );
    for (const { row, name } of pages.filter((page) => isReadmeName(page.name))) {
      const address = pageAddress(name, !taken.has(pageAddress(name, true, site)), site);
      if (address === row.address) continue;
      await updatePage(writer, row.path, { address, folded_address: foldPath(address) });
      moved.push(row.path);
    }
  }
  return moved;
}
