import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { git, gitText } from './run.ts';

/**
 * A bare repository of ours that sees the objects of another and keeps those made from proposals, so that nothing that
 * somebody sends is written into the wiki's own before it is approved. Neither its settings nor its hooks are the other's.
 */
export interface Workshop {
  /** Of the repository whose objects it sees. */
  readonly gitDir: string;
  /** Its own Git folder. */
  readonly folder: string;
}

/** Opens the workshop at `folder` of the repository at `gitDir`, made where there is none. */
export async function openWorkshop(folder: string, gitDir: string): Promise<Workshop> {
  if (!existsSync(join(folder, 'HEAD'))) await makeWorkshop(folder, gitDir);
  const objects = await gitText(gitDir, ['rev-parse', '--git-path', 'objects']);
  const alternates = join(folder, 'objects', 'info', 'alternates');
  const seen = `${quotedAlternate(resolve(objects))}\n`;
  // Another process may read it at this moment.
  if ((await readFile(alternates, 'utf8').catch(() => '')) !== seen) await writeFile(alternates, seen);
  return { gitDir, folder };
}

async function makeWorkshop(folder: string, gitDir: string): Promise<void> {
  const format = await gitText(gitDir, ['rev-parse', '--show-object-format']);
  const fresh = `${folder}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  await git(undefined, [
    ...['init', '--quiet', '--bare', '--template=', `--object-format=${format}`, '--initial-branch=main'],
    fresh,
  ]);
  await mkdir(join(fresh, 'objects', 'info'), { recursive: true });
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
}

/** A path as `objects/info/alternates` has it (gitrepository-layout(5)). */
export function quotedAlternate(path: string): string {
  return /^["#]|\n/.test(path) ? JSON.stringify(path) : path;
}

/** Keeps a commit of the workshop, under a name that begins with `refs/`; undefined forgets it. */
export async function keepCommit(
  { folder }: Workshop,
  name: string,
  commit: string | undefined,
): Promise<void> {
  await git(folder, commit === undefined ? ['update-ref', '-d', name] : ['update-ref', name, commit]);
}

/** Packs what the workshop has gathered, where that is much; `forget` does away at once with what no name leads to. */
export async function tidyWorkshop({ folder }: Workshop, { forget = false } = {}): Promise<void> {
  const how = forget ? ['--prune=now'] : ['--auto'];
  await git(folder, ['-c', 'gc.autoDetach=false', 'gc', '--quiet', ...how]);
}
