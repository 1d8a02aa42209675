import type { ObjectReader } from './objects.ts';
import { FOLDER, type FolderEntry, readEntry, treeEntries } from './tree-entry.ts';

/** A file that differs between two trees; `mode` and `oid` are those of the newer one, undefined when it is gone. */
export interface TreeDifference {
  readonly path: string;
  readonly mode: string | undefined;
  readonly oid: string | undefined;
}

/**
 * The files that differ from one commit's tree to another's, in Git's order: what `git diff-tree -r --no-renames` says,
 * without the process that it takes. Only the folders that differ are read.
 */
export async function* diffTrees(
  objects: ObjectReader,
  from: string,
  to: string,
): AsyncGenerator<TreeDifference, void> {
  yield* diffFolders(objects, from, to, '');
}

async function* diffFolders(
  objects: ObjectReader,
  from: string | undefined,
  to: string | undefined,
  prefix: string,
): AsyncGenerator<TreeDifference, void> {
  const [before, after] = await Promise.all([entriesOf(objects, from), entriesOf(objects, to)]);
  const gone = differing(before, after);
  const come = differing(after, before);
  for (const key of [...new Set([...gone.keys(), ...come.keys()])].sort()) {
    const [old, recent] = [gone.get(key), come.get(key)];
    const path = prefix + ((recent ?? old) as FolderEntry).name;
    if (key.endsWith('/')) yield* diffFolders(objects, old?.oid, recent?.oid, `${path}/`);
    else yield { path, mode: recent?.mode, oid: recent?.oid };
  }
}

async function entriesOf(objects: ObjectReader, id: string | undefined): Promise<ReadonlySet<string>> {
  return new Set(id === undefined ? [] : await treeEntries(objects, id));
}

/** Those of one folder that are not the same in the other, by name; a folder and a file of one name are two. */
function differing(entries: ReadonlySet<string>, others: ReadonlySet<string>): Map<string, FolderEntry> {
  const found = [...entries].filter((entry) => !others.has(entry)).map(readEntry);
  return new Map(found.map((entry) => [entry.mode === FOLDER ? `${entry.name}/` : entry.name, entry]));
}
