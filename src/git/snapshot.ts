import type { Dirent } from 'node:fs';
import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Unavailable } from '../config/errors.ts';
import { headCommit } from './head.ts';
import { records } from './records.ts';
import { git, gitStream, gitText } from './run.ts';

const AUTHOR = {
  GIT_AUTHOR_NAME: 'Greffe',
  GIT_AUTHOR_EMAIL: 'greffe@localhost',
  GIT_COMMITTER_NAME: 'Greffe',
  GIT_COMMITTER_EMAIL: 'greffe@localhost',
};

/** Names that only mean something on other systems than this one are names like others. */
const ANY_NAME = {
  GIT_CONFIG_COUNT: '2',
  GIT_CONFIG_KEY_0: 'core.protectNTFS',
  GIT_CONFIG_VALUE_0: 'false',
  GIT_CONFIG_KEY_1: 'core.protectHFS',
  GIT_CONFIG_VALUE_1: 'false',
};

/**
 * A plain folder has no history: each state of it that is seen becomes a commit of a bare repository of ours at `gitDir`.
 * Every file counts, those that a `.gitignore` names and those of repositories inside the folder too; what Git keeps
 * (`.git`) and our own data do not.
 */
export async function recordFolder(gitDir: string, folder: string): Promise<void> {
  if (!existsSync(join(gitDir, 'HEAD'))) {
    await mkdir(gitDir, { recursive: true });
    await git(undefined, ['init', '--quiet', '--bare', '--initial-branch=main', gitDir]);
  }
  const tree = await writeTree(gitDir, folder);
  const parent = await headCommit(gitDir);
  if (parent && (await gitText(gitDir, ['rev-parse', `${parent}^{tree}`])) === tree) return;
  const parents = parent ? ['-p', parent] : [];
  const commit = await gitText(gitDir, ['commit-tree', tree, ...parents, '-m', 'State of the folder'], {
    env: AUTHOR,
  });
  await git(gitDir, ['update-ref', 'HEAD', commit]);
}

/** Brings the index of the repository to the files of the folder; git reads only those that changed. */
async function writeTree(gitDir: string, folder: string): Promise<string> {
  const present = new Map<string, Buffer>();
  const ours = Buffer.from(dirname(gitDir));
  for await (const path of walk(Buffer.from(folder), Buffer.alloc(0), ours)) {
    present.set(path.toString('latin1'), path);
  }
  const gone: Buffer[] = [];
  for await (const path of records(gitStream(gitDir, ['ls-files', '-z']))) {
    if (!present.has(path.toString('latin1'))) gone.push(path);
  }
  const options = { cwd: folder, env: { GIT_WORK_TREE: folder, ...ANY_NAME } };
  if (gone.length > 0) {
    await git(gitDir, ['update-index', '--force-remove', '-z', '--stdin'], {
      ...options,
      input: listed(gone),
    });
  }
  const update = ['update-index', '--add', '--remove', '-z', '--stdin'];
  await git(gitDir, update, { ...options, input: listed([...present.values()]) });
  return await gitText(gitDir, ['write-tree'], options);
}

/** The files and symbolic links of a folder, as bytes, relative to it; `except` is a folder that is left out. */
async function* walk(root: Buffer, within: Buffer, except: Buffer): AsyncGenerator<Buffer, void> {
  const folder = joined(root, within);
  if (folder.equals(except)) return;
  for (const entry of await entriesOf(folder, within.length === 0)) {
    const path = joined(within, entry.name);
    if (entry.name.toString() === '.git') continue;
    if (entry.isDirectory()) yield* walk(root, path, except);
    else if (entry.isFile() || entry.isSymbolicLink()) yield path;
  }
}

async function entriesOf(folder: Buffer, isRoot: boolean): Promise<Dirent<Buffer>[]> {
  try {
    return await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    // A folder may go while its parent is read.
    if (code === 'ENOENT' && !isRoot) return [];
    throw new Unavailable(
      `The folder ${folder} cannot be read (${code}).`,
      'Check that it is there and that this user may read it.',
      { cause },
    );
  }
}

function joined(folder: Buffer, name: Buffer): Buffer {
  if (folder.length === 0 || name.length === 0) return folder.length === 0 ? name : folder;
  return Buffer.concat([folder, Buffer.from('/'), name]);
}

function listed(paths: readonly Buffer[]): Buffer {
  return Buffer.concat(paths.flatMap((path) => [path, Buffer.alloc(1)]));
}
