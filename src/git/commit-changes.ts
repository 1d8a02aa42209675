import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { Unavailable } from '../config/errors.ts';
import { GitFailure, git, spawnGit } from './run.ts';

export interface ChangedFile {
  readonly path: string;
  readonly content: string | null;
}

/** Files of a repository that only this program writes to. */
export interface ChangeSet {
  /** The commit that it follows; undefined for the first. */
  readonly parent: string | undefined;
  /** Null takes a file away. Paths are of plain ASCII, without spaces. */
  readonly files: Iterable<ChangedFile> | AsyncIterable<ChangedFile>;
  /** Asked for when all files were given. */
  readonly message: () => string;
  /** Seconds since 1970 UTC. */
  readonly time: number;
}

const BRANCH = 'refs/heads/main';
const PIECE = 1024 * 1024;
const CHANGES = 10_000;

/** Makes a bare repository at `gitDir`, where there is none. */
export async function makeBareRepository(gitDir: string): Promise<void> {
  if (existsSync(`${gitDir}/HEAD`)) return;
  await mkdir(gitDir, { recursive: true });
  await git(undefined, ['init', '--quiet', '--bare', '--template=', '--initial-branch=main', gitDir]);
}

/**
 * Makes one commit of a change set by one `git fast-import`, a hundred bytes of memory a file; on the disk when it is done,
 * and a crash meanwhile leaves nothing. Undefined where there are no files: no commit is made. Throws {@link GitFailure} when
 * another process committed something after `parent`.
 */
export async function commitChanges(gitDir: string, change: ChangeSet): Promise<string | undefined> {
  const child = spawnGit(
    gitDir,
    [
      ...[
        '-c',
        'core.fsync=committed,reference',
        '-c',
        'core.fsyncMethod=fsync',
        '-c',
        'fastimport.unpackLimit=1000',
      ],
      ...['fast-import', '--quiet', '--done', '--date-format=raw-permissive'],
    ],
    { keepInput: true },
  );
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      if (said[name].length < 10_000) said[name] += text;
    });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('close', resolve);
    child.on('error', (cause) =>
      reject(new Unavailable('The program git cannot be started.', 'Install git 2.39 or newer.', { cause })),
    );
  });
  ended.catch(() => {});
  try {
    for await (const piece of pieces(change)) {
      if (child.exitCode !== null) break;
      if (!child.stdin.write(piece)) await Promise.race([once(child.stdin, 'drain'), ended]).catch(() => {});
    }
  } catch (error) {
    child.kill();
    throw error;
  }
  child.stdin.end();
  const status = await ended;
  if (status !== 0) throw new GitFailure(['fast-import'], status, said.stderr);
  return said.stdout.trim() || undefined;
}

/** The stream of git-fast-import(1): contents first, since the message may say how many there are. */
async function* pieces({ parent, files, message, time }: ChangeSet): AsyncGenerator<string> {
  const changes: string[] = [];
  let piece = '';
  for await (const { path, content } of files) {
    const mark = changes.length + 2;
    changes.push(content === null ? `D ${path}\n` : `M 100644 :${mark} ${path}\n`);
    if (content !== null) piece += `blob\nmark :${mark}\n${data(content)}`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
  if (changes.length > 0) {
    const who = `Greffe <greffe@localhost> ${Math.max(0, Math.floor(time))} +0000`;
    yield `commit ${BRANCH}\nmark :1\nauthor ${who}\ncommitter ${who}\n${data(message())}`;
    if (parent) yield `from ${parent}\n`;
    for (let at = 0; at < changes.length; at += CHANGES) yield changes.slice(at, at + CHANGES).join('');
    yield '\nget-mark :1\n';
  }
  yield 'done\n';
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
