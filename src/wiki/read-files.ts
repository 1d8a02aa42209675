import { imageSize } from 'image-size';
import { MAX_HELD_BYTES, type ObjectReader } from '../git/objects.ts';
import { SUBMODULE, SYMLINK } from '../git/tree.ts';
import type { PageRows } from '../store/pages.ts';
import type { FileTable, FindingTable } from '../store/schema.ts';
import { findingRows } from './checks/finding.ts';
import { MAX_PAGE_BYTES, type PageReading, readPage } from './page.ts';
import { folderOf, foldPath, isPagePath } from './paths.ts';
import type { Analysers } from './search/analysers.ts';
import { type Documents, documentsOf } from './search/documents.ts';
import { findableFile, findablePage } from './search/findable.ts';
import type { Site } from './site.ts';

/** A file of the newest tree, or one that is no longer in it (without `oid`). */
export interface TouchedFile {
  readonly path: string;
  readonly mode: string | undefined;
  readonly oid: string | undefined;
  readonly size?: number | undefined;
}

/** What the index keeps of some files. */
export interface FilesReading extends Documents {
  readonly files: readonly FileTable[];
  readonly pages: readonly PageRows[];
  readonly findings: readonly FindingTable[];
}

const MEASURED_IMAGE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

/**
 * Reads files, and the pages among them; those that are no longer in the tree have nothing to read. Without analysers,
 * nothing of what finds them.
 */
export async function readFiles(
  files: readonly TouchedFile[],
  objects: ObjectReader,
  site: Site,
  analysers: Analysers | undefined,
): Promise<FilesReading> {
  const read = await Promise.all(
    files.flatMap((file) => (file.oid === undefined ? [] : [readFile(file, objects, site)])),
  );
  const pages = read.flatMap(({ page }) => page ?? []);
  const rows = {
    files: read.map(({ file }) => file),
    pages: pages.map(({ page, links, aliases }) => ({ page, links, aliases })),
    findings: findingRows(
      'content',
      pages.flatMap(({ findings }) => findings),
    ),
  };
  if (!analysers) return { ...rows, documents: [], words: [] };
  const found = read.flatMap(({ file, page }) =>
    page ? findablePage(page, site) : findableFile(file, site),
  );
  return { ...rows, ...documentsOf(found, analysers) };
}

async function readFile(
  { path, mode = '', oid = '', size: told }: TouchedFile,
  objects: ObjectReader,
  site: Site,
): Promise<{ file: FileTable; page: PageReading | undefined }> {
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
export function measure(bytes: Buffer): { width: number; height: number } | undefined {
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
