import { existsSync, type FSWatcher, watch } from 'node:fs';
import { dirname } from 'node:path';
import { headBranch } from './head.ts';
import { gitText } from './run.ts';

/** How often a repository is looked at when the file system tells nothing (a network file system). */
const POLL_MS = 2_000;

/**
 * Calls `changed` when the branch of a repository's HEAD may have moved: at once when the file system tells, and from
 * time to time in any case. It may be called when nothing moved. Returns what ends it.
 */
export async function watchHead(gitDir: string, changed: () => void): Promise<() => void> {
  const watchers = (await watchedFolders(gitDir)).flatMap((folder) => watchFolder(folder, changed) ?? []);
  const timer = setInterval(changed, POLL_MS).unref();
  return () => {
    clearInterval(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** Where Git writes when a branch moves: HEAD, the packed branches, the branch itself (elsewhere in a linked working copy). */
async function watchedFolders(gitDir: string): Promise<readonly string[]> {
  const branch = (await headBranch(gitDir)) ?? 'HEAD';
  const asked = ['rev-parse', '--path-format=absolute', '--git-common-dir', '--git-path', branch];
  const [common, ref] = (await gitText(gitDir, asked)).split('\n') as [string, string];
  let folder = dirname(ref);
  while (!existsSync(folder)) folder = dirname(folder);
  return [...new Set([gitDir, common, folder])];
}

function watchFolder(folder: string, changed: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { persistent: false }, (_event, name) => {
      if (name === null || !name.endsWith('.lock')) changed();
    });
    // What can no longer be watched is still looked at by the timer.
    return watcher.on('error', () => watcher.close());
  } catch {
    // Nor what never could: the system limits how many folders are.
    return undefined;
  }
}
