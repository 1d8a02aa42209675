import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Invalid, NotFound } from '../config/errors.ts';
import type { HomePush } from '../config/home-push.ts';
import { type Home, homeOf } from './home.ts';
import { fetchRemote } from './remote.ts';
import { GitFailure, gitText } from './run.ts';
import { recordFolder } from './snapshot.ts';

/** Where a wiki's repository is, and what must be done before its newest commit can be read. */
export interface Source {
  readonly kind: 'repository' | 'remote' | 'folder';
  /** What the operator named, made absolute. */
  readonly location: string;
  /** A short name for people: the last part of the location. */
  readonly name: string;
  /** The Git folder that is read. For a remote and for a plain folder it is ours, in the data folder. */
  readonly gitDir: string;
  /** Of a remote to which what is accepted here is pushed back. */
  readonly home?: Home;
}

const URL_LIKE = /^(?:[a-z][a-z0-9+.-]*:\/\/|[^/\\\s]+@[^/\\\s]+:)/i;

/** A name of its own for each location: what the data folder of a wiki is called when the operator names none. */
export function sourceKey(location: string): string {
  const absolute = URL_LIKE.test(location) ? location : resolve(location);
  return `${shortName(absolute)}-${createHash('sha256').update(absolute).digest('hex').slice(0, 10)}`;
}

/**
 * Finds what `location` is: the URL of a repository to follow, a bare repository, a working copy, or a plain folder.
 * Throws {@link NotFound} when there is nothing, {@link Invalid} when it is none of these.
 */
export async function findSource(location: string, dataFolder: string, homePush?: HomePush): Promise<Source> {
  if (URL_LIKE.test(location)) {
    const gitDir = join(dataFolder, 'mirror.git');
    const home = homePush && homeOf(location, homePush);
    return { kind: 'remote', location, name: shortName(location), gitDir, ...(home && { home }) };
  }
  const absolute = resolve(location);
  const named = { location: absolute, name: shortName(absolute) };
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (!stats)
    throw new NotFound(`There is nothing at ${absolute}.`, 'Name a repository, a folder, or a URL to clone.');
  if (!stats.isDirectory()) {
    throw new Invalid(`${absolute} is not a folder.`, 'Name a repository, a folder, or a URL to clone.');
  }
  const gitDir = await ownGitDir(absolute);
  if (gitDir) return { kind: 'repository', ...named, gitDir };
  return { kind: 'folder', ...named, gitDir: join(dataFolder, 'folder.git') };
}

/** The Git folder of a bare repository or of the working copy whose top is `folder`; undefined for any other folder. */
async function ownGitDir(folder: string): Promise<string | undefined> {
  const bare = existsSync(join(folder, 'HEAD')) && existsSync(join(folder, 'objects'));
  const inside = join(folder, '.git');
  if (!bare && !existsSync(inside)) return undefined;
  // A linked working copy, or a submodule, has a file there that says where its Git folder is.
  const isLink = !bare && statSync(inside).isFile();
  try {
    const asked = ['rev-parse', '--absolute-git-dir'];
    return await (isLink
      ? gitText(undefined, asked, { cwd: folder })
      : gitText(bare ? folder : inside, asked));
  } catch (cause) {
    if (!(cause instanceof GitFailure)) throw cause;
    throw new Invalid(
      `${folder} looks like a Git repository and is not one that git can read.`,
      `See what git says: git -C ${folder} status.`,
      { cause },
    );
  }
}

/** Brings a source of ours up to date: clones or fetches a remote, records the present state of a plain folder. */
export async function refreshSource(source: Source): Promise<void> {
  if (source.kind === 'remote') await fetchRemote(source.gitDir, source.location, source.home?.env);
  if (source.kind === 'folder') await recordFolder(source.gitDir, source.location);
}

function shortName(location: string): string {
  const name = basename(location.replace(/[/\\]+$/, '').replace(/\/?\.git$/, '')).replace(
    /[^\p{L}\p{N}._-]+/gu,
    '-',
  );
  return name === '' ? 'wiki' : name;
}
