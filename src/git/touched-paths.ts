import { git, gitText } from './run.ts';
import type { Workshop } from './workshop.ts';

/**
 * The paths that the commits after `base` touch, of the oldest commit first: each commit is looked at, a merge for what it
 * changes of all its parents (git-diff-tree(1), `-c`), and the whole for what it changes of `base`, since a merge may also
 * take one side and drop the other. Where a file is renamed, both its names.
 */
export async function touchedPaths(
  { folder }: Workshop,
  { base, tip }: { readonly base: string; readonly tip: string },
): Promise<string[]> {
  const commits = await gitText(folder, ['rev-list', '--reverse', '--topo-order', tip, `^${base}`]);
  const names = ['-r', '--no-renames', '--name-only', '-z'];
  const each = await git(folder, ['diff-tree', '--stdin', '-c', '--root', '--no-commit-id', ...names], {
    input: `${commits}\n`,
  });
  const whole = await git(folder, ['diff-tree', ...names, base, tip]);
  const paths = `${each}\0${whole}`.split('\0').filter((path) => path !== '');
  return [...new Set(paths)];
}
