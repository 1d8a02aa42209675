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
  return (await treeEntries(objects, id)).map(readEntry);
}

/** As {@link folderEntries}, each as its bytes are, for {@link readEntry}: most need not be read to be compared. */
export async function treeEntries(objects: ObjectReader, id: string): Promise<string[]> {
  const bytes = (await objects.read(`${id}^{tree}`)).toString('latin1');
  const idLength = id.length / 2;
  const entries: string[] = [];
  // Each entry is its mode, a space, its name, a NUL and the bytes of its id (gitformat-pack(5) calls it "tree").
  for (let at = 0; at < bytes.length; ) {
    const nul = bytes.indexOf('\0', at);
    if (nul === -1) break;
    const end = nul + 1 + idLength;
    entries.push(bytes.slice(at, end));
    at = end;
  }
  return entries;
}

export function readEntry(entry: string): FolderEntry {
  const space = entry.indexOf(' ');
  const nul = entry.indexOf('\0', space);
  return {
    mode: entry.slice(0, space).padStart(6, '0'),
    name: decodePath(Buffer.from(entry.slice(space + 1, nul), 'latin1')),
    oid: Buffer.from(entry.slice(nul + 1), 'latin1').toString('hex'),
  };
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
