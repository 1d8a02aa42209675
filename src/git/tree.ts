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

/** Whether it is a file with bytes of its own, executable or not. */
export function isRegular({ mode }: Pick<TreeEntry, 'mode'>): boolean {
  return mode.startsWith('100');
}

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
