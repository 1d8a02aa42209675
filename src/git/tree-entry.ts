import type { ObjectReader } from './objects.ts';
import { decodePath } from './path.ts';

/** What a folder of a tree holds under one name. */
export interface FolderEntry {
  readonly name: string;
  /** Six octal digits, as Git writes them. */
  readonly mode: string;
  readonly oid: string;
}

export const FOLDER = '040000';

/** What is right in a folder, in Git's order, by the id of its tree, or of a commit for the root. */
export async function folderEntries(objects: ObjectReader, id: string): Promise<FolderEntry[]> {
  const bytes = await objects.read(`${id}^{tree}`);
  const idLength = id.length / 2;
  const entries: FolderEntry[] = [];
  // Each entry is its mode, a space, its name, a NUL and the bytes of its id (gitformat-pack(5) calls it "tree").
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const nul = bytes.indexOf(0, space);
    if (space === -1 || nul === -1) break;
    entries.push({
      mode: bytes.toString('latin1', at, space).padStart(6, '0'),
      name: decodePath(bytes.subarray(space + 1, nul)),
      oid: bytes.toString('hex', nul + 1, nul + 1 + idLength),
    });
    at = nul + 1 + idLength;
  }
  return entries;
}

/** What a commit has at a path, its own tree at `''`; undefined when it has nothing there. */
export async function entryAt(
  objects: ObjectReader,
  commit: string,
  path: string,
): Promise<FolderEntry | undefined> {
  let entry: FolderEntry | undefined = { name: '', mode: FOLDER, oid: commit };
  for (const segment of path === '' ? [] : path.split('/')) {
    if (entry?.mode !== FOLDER) return undefined;
    const inside: FolderEntry[] = await folderEntries(objects, entry.oid);
    entry = inside.find(({ name }) => name === segment);
  }
  return entry;
}
