import type { ObjectReader } from './objects.ts';
import { type PatchLimits, type RawChange, type Refusal, refusalOf } from './refused-changes.ts';
import { FOLDER, type FolderEntry, readEntry, treeEntries } from './tree-entry.ts';

/** Why commits may not be pushed, and the path that is the reason. */
export interface PushRefusal {
  /** `too-many-folders`: what they change has no end, or nearly. */
  readonly reason: Refusal | 'too-many-folders';
  readonly path?: string;
}

/** A commit and those before it. */
export interface PushedCommit {
  readonly id: string;
  readonly parents: readonly string[];
}

/** Of all commits together: folders that are all the same take no room, and for ever to be walked. */
const MAX_FOLDERS = 20_000;
const MAX_CHANGES = 50_000;

/** A folder of a hundred thousand names. */
const MAX_FOLDER_BYTES = 4 * 1024 * 1024;

const MAX_PATH_LENGTH = 1_000;

const NONE = { mode: '000000', oid: '' };

/**
 * What commits change that may not be changed: each of them, not the last alone. Git would gather all that differs before it
 * tells of the first; this reads folder by folder, and stops early.
 */
export async function refusedPush(
  objects: ObjectReader,
  commits: readonly PushedCommit[],
  limits: PatchLimits,
): Promise<PushRefusal | undefined> {
  const paths = new Set<string>();
  const blobs = new Map<string, string>();
  const walk = new Walk(objects);
  let count = 0;
  for (const { id, parents } of commits) {
    for (const parent of parents.length === 0 ? [undefined] : parents) {
      for await (const change of walk.changes(parent, id)) {
        if ('reason' in change) return change;
        const reason = refusalOf(change, limits);
        if (reason) return { reason, path: change.path };
        if (change.mode !== NONE.mode) blobs.set(change.oid, change.path);
        count += 1;
        if (paths.add(change.path).size > limits.files || count > MAX_CHANGES)
          return { reason: 'too-many-files' };
      }
    }
  }
  return await tooLarge(objects, blobs, limits);
}

/** A file, or all files together, larger than they may be. */
async function tooLarge(
  objects: ObjectReader,
  blobs: ReadonlyMap<string, string>,
  limits: PatchLimits,
): Promise<PushRefusal | undefined> {
  let left = limits.bytes;
  const sizes = await Promise.all([...blobs.keys()].map((oid) => objects.size(oid)));
  for (const [at, path] of [...blobs.values()].entries()) {
    const size = sizes[at] as number;
    left -= size;
    if (size > limits.bytesOfFile) return { reason: 'too-large', path };
  }
  return left < 0 ? { reason: 'too-large' } : undefined;
}

/** Walks the folders that differ, of one commit after the other, as long as there is patience for it. */
class Walk {
  readonly #objects: ObjectReader;
  #folders = 0;

  constructor(objects: ObjectReader) {
    this.#objects = objects;
  }

  async *changes(
    from: string | undefined,
    to: string | undefined,
    prefix = '',
  ): AsyncGenerator<RawChange | PushRefusal, void> {
    this.#folders += 1;
    if (this.#folders > MAX_FOLDERS) return yield { reason: 'too-many-folders' };
    if (prefix.length > MAX_PATH_LENGTH) return yield { reason: 'path', path: prefix };
    const [before, after] = await Promise.all([this.#entries(from), this.#entries(to)]);
    if (!before || !after) return yield { reason: 'too-many-files', path: prefix };
    const gone = differing(before, after);
    const come = differing(after, before);
    for (const name of new Set([...gone.keys(), ...come.keys()])) {
      const [old, recent] = [gone.get(name), come.get(name)];
      const path = prefix + name;
      const [oldFolder, folder] = [folderOf(old), folderOf(recent)];
      if (oldFolder !== undefined || folder !== undefined) yield* this.changes(oldFolder, folder, `${path}/`);
      const [oldFile, file] = [fileOf(old), fileOf(recent)];
      if (oldFile !== NONE || file !== NONE)
        yield { path, oldMode: oldFile.mode, oldOid: oldFile.oid, mode: file.mode, oid: file.oid };
    }
  }

  /** Undefined where there are too many. */
  async #entries(id: string | undefined): Promise<ReadonlySet<string> | undefined> {
    if (id === undefined) return new Set();
    const tree = `${id}^{tree}`;
    if ((await this.#objects.size(tree)) > MAX_FOLDER_BYTES) return undefined;
    return new Set(await treeEntries(this.#objects, id));
  }
}

/** Those of one folder that are not the same in the other, by name. */
function differing(entries: ReadonlySet<string>, others: ReadonlySet<string>): Map<string, FolderEntry> {
  const found = [...entries].filter((entry) => !others.has(entry)).map(readEntry);
  return new Map(found.map((entry) => [entry.name, entry]));
}

const folderOf = (entry: FolderEntry | undefined) => (entry?.mode === FOLDER ? entry.oid : undefined);

const fileOf = (entry: FolderEntry | undefined) => (!entry || entry.mode === FOLDER ? NONE : entry);
