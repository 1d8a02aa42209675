import { decodePath } from './path.ts';
import { records } from './records.ts';
import { gitStream } from './run.ts';

/** A file of a tree. Git knows four kinds: a regular or an executable file, a symbolic link, a submodule. */
export interface TreeEntry {
  readonly path: string;
  /** Six octal digits, as Git writes them. */
  readonly mode: string;
  readonly oid: string;
  /** In bytes; undefined for a submodule, or where the object is missing. */
  readonly size: number | undefined;
}

export const SYMLINK = '120000';
export const SUBMODULE = '160000';

/** Every file of the tree of a commit, in Git's order. */
export async function* listTree(gitDir: string, commit: string): AsyncGenerator<TreeEntry, void> {
  for await (const record of records(
    gitStream(gitDir, ['ls-tree', '-r', '-z', '--long', '--full-tree', commit]),
  )) {
    const tab = record.indexOf(0x09);
    const [mode, , oid, size] = record.toString('latin1', 0, tab).split(/ +/) as [
      string,
      string,
      string,
      string,
    ];
    yield {
      path: decodePath(record.subarray(tab + 1)),
      mode,
      oid,
      size: /^\d+$/.test(size) ? Number(size) : undefined,
    };
  }
}

/** A file that differs between two trees; `mode` and `oid` are those of the newer one, undefined when it is gone. */
export interface TreeDifference {
  readonly path: string;
  readonly mode: string | undefined;
  readonly oid: string | undefined;
}

/** The files that differ from one commit's tree to another's. */
export async function* diffTrees(
  gitDir: string,
  from: string,
  to: string,
): AsyncGenerator<TreeDifference, void> {
  const fields = records(
    gitStream(gitDir, ['diff-tree', '-r', '-z', '--raw', '--no-renames', '--no-abbrev', from, to]),
  );
  for await (const header of fields) {
    const [, mode, , oid, status] = header.toString('latin1').split(' ') as [
      string,
      string,
      string,
      string,
      string,
    ];
    const path = decodePath((await fields.next()).value as Buffer);
    yield status === 'D' ? { path, mode: undefined, oid: undefined } : { path, mode, oid };
  }
}
