import { imageSize } from 'image-size';
import { MAX_HELD_BYTES } from '../git/objects.ts';
import { SUBMODULE, SYMLINK } from '../git/tree.ts';
import type { Writer } from '../store/database.ts';
import { addFolders, removeFiles, removeFolderIfEmpty, replaceFiles } from '../store/files.ts';
import { addPages, type PageRows, pagesIn, removePages, updatePage } from '../store/pages.ts';
import type { FileTable } from '../store/schema.ts';
import { isIndexName, isReadmeName, pageAddress, readPageName } from './addresses.ts';
import type { IndexContext } from './index-context.ts';
import { MAX_PAGE_BYTES, readPage } from './page.ts';
import { folderOf, foldersAbove, foldPath, isCleanPath, isPagePath } from './paths.ts';
import type { Site } from './site.ts';

/** A file of the newest tree, or one that is no longer in it (without `oid`). */
export interface TouchedFile {
  readonly path: string;
  readonly mode: string | undefined;
  readonly oid: string | undefined;
  readonly size?: number | undefined;
}

/** Files read from the repository at a time. */
const BATCH = 128;

const MEASURED_IMAGE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

/** Puts these files, and the pages among them, in the index in the place of what it held of them; gives their paths. */
export async function indexFiles(
  writer: Writer,
  context: IndexContext,
  named: readonly TouchedFile[],
  site: Site,
): Promise<readonly string[]> {
  const files = named.filter(({ path }) => isCleanPath(path));
  for (let at = 0; at < files.length; at += BATCH) {
    const batch = files.slice(at, at + BATCH);
    const paths = batch.map(({ path }) => path);
    const read = await Promise.all(
      batch.flatMap((file) => (file.oid === undefined ? [] : [readFile(file, context, site)])),
    );
    await removeFiles(writer, paths);
    await removePages(writer, paths);
    await replaceFiles(
      writer,
      read.map(({ file }) => file),
    );
    await addPages(
      writer,
      read.flatMap(({ page }) => page ?? []),
    );
    context.onProgress?.(Math.min(at + BATCH, files.length), files.length);
  }
  const folders = new Set(files.map(({ path }) => folderOf(path)));
  await indexFolders(writer, folders);
  return [...files.map(({ path }) => path), ...(await nameReadmes(writer, folders, site))];
}

async function readFile(
  { path, mode = '', oid = '', size: told }: TouchedFile,
  { objects }: IndexContext,
  site: Site,
): Promise<{ file: FileTable; page: PageRows | undefined }> {
  const linked = mode === SYMLINK || mode === SUBMODULE;
  const isPage = !linked && isPagePath(path);
  const isImage = !linked && MEASURED_IMAGE.test(path);
  // A difference of trees tells no sizes. A file too large to hold is known by its size only.
  const size = mode === SUBMODULE ? undefined : (told ?? (await objects.size(oid)));
  const held = size !== undefined && (isPage || isImage) && size <= MAX_HELD_BYTES;
  const bytes = held ? await objects.read(oid) : undefined;
  const dimensions = isImage && bytes ? measure(bytes) : undefined;
  const file: FileTable = {
    path,
    folder: folderOf(path),
    folded: foldPath(path),
    mode,
    oid,
    size: size ?? null,
    width: dimensions?.width ?? null,
    height: dimensions?.height ?? null,
  };
  return {
    file,
    page: isPage ? readPage(path, bytes ?? new Uint8Array(MAX_PAGE_BYTES + 1), site) : undefined,
  };
}

/** In pixels, as shown; undefined when it is not an image whose size can be told. */
function measure(bytes: Buffer): { width: number; height: number } | undefined {
  try {
    // A copy: what is cut short would be read on in the memory that follows.
    const { width, height, orientation } = imageSize(Uint8Array.from(bytes));
    if (!(width > 0 && height > 0)) return undefined;
    const isTurned = orientation !== undefined && orientation >= 5;
    return isTurned ? { width: height, height: width } : { width, height };
  } catch {
    // Not an image it knows: shown without a size.
    return undefined;
  }
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
