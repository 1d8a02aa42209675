import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openWorkshop, type Workshop } from '../../src/git/workshop.ts';
import { temporaryFolder } from './folder.ts';
import { git } from './git.ts';

/** What a commit says and holds, its committer aside: what must be the same whoever applied its patch. */
export function toldBy(folder: string, commit: string): Promise<string> {
  return git(folder, ['show', '--no-patch', '--format=%T%n%an%n%ae%n%ad%n%B', '--date=raw', commit]);
}

/** The commit that `git am` makes of these mails on `base`, in a working copy of its own. */
export async function amOf(
  repository: string,
  base: string,
  mails: readonly Buffer[],
  options: readonly string[] = [],
): Promise<{ readonly folder: string; readonly head: string }> {
  const folder = join(await temporaryFolder('am'), 'wiki');
  await git('/', ['clone', '--quiet', repository, folder]);
  await git(folder, ['checkout', '--quiet', '--detach', base]);
  for (const mail of mails) await git(folder, ['am', '--quiet', '--3way', '--scissors', ...options], mail);
  return { folder, head: await git(folder, ['rev-parse', 'HEAD']) };
}

/** The mails that `git format-patch` makes of a range, in order. */
export async function mailsOf(folder: string, range: readonly string[], options: readonly string[] = []) {
  const out = await temporaryFolder('patches');
  const made = await git(folder, ['format-patch', '--quiet', '-o', out, ...options, ...range]);
  const names = (await readdir(out)).sort();
  return { said: made, mails: await Promise.all(names.map((name) => readFile(join(out, name)))) };
}

export async function workshopOf(gitDir: string): Promise<Workshop> {
  return openWorkshop(join(await temporaryFolder('workshop'), 'workshop.git'), gitDir);
}

export const COMMITTER = { name: 'Bureau', email: 'bureau@office.example', time: 1_700_000_000 };
