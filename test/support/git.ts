import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { temporaryFolder } from './folder.ts';

/** What a path holds: text, bytes, something special made below, or `null` for "removed". */
export type Content = string | Uint8Array | Special | null;

/** Paths and their contents; as a list where a name is not UTF-8. */
export type Files = Readonly<Record<string, Content>> | readonly (readonly [string | Uint8Array, Content])[];

export interface Special {
  readonly mode: '100755' | '120000' | '160000';
  /** The text, the link's target, or the submodule's commit. */
  readonly value: string;
}

export const executable = (text: string): Special => ({ mode: '100755', value: text });
export const symlink = (target: string): Special => ({ mode: '120000', value: target });
export const submodule = (commit = '1'.repeat(40)): Special => ({ mode: '160000', value: commit });

export interface CommitOptions {
  /** `Name <address>`, by default an invented person. */
  readonly author?: string;
  readonly committer?: string;
  /** By default one hour after the commit before, the first on 2024-01-01 at 09:00 UTC. */
  readonly date?: Date | string;
  /** When it was committed, where that is not when it was written. */
  readonly committed?: Date | string;
  /** By default the repository's own branch; a new one begins at `from`. */
  readonly branch?: string;
  /** The commit this one follows, by default the branch's tip; `null` for none (a new root, a force-push). */
  readonly from?: string | null;
  /** Commits merged into this one. */
  readonly merge?: readonly string[];
}

const person = 'Camille Exemple <camille@example.org>';

/** Git as if nobody had ever configured it, whoever runs the tests. */
export const gitEnvironment: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_AUTHOR_NAME: 'Camille Exemple',
  GIT_AUTHOR_EMAIL: 'camille@example.org',
  GIT_COMMITTER_NAME: 'Camille Exemple',
  GIT_COMMITTER_EMAIL: 'camille@example.org',
  LC_ALL: 'C',
};

/** Runs git in a folder and gives its output, without the last line's end; throws what git said if it fails. */
export function git(
  folder: string,
  args: readonly string[],
  input: string | Uint8Array = '',
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, { cwd: folder, env: gitEnvironment });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.stderr.on('data', (chunk) => err.push(chunk));
    child.stdin.on('error', () => {}); // git ended before reading all: its exit code tells
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out).toString().replace(/\n$/, ''));
      else reject(new Error(`git ${args.join(' ')}: ${Buffer.concat(err)}`));
    });
    child.stdin.end(input);
  });
}

/** A bare repository, with these files as its first commit; without files, its branch is yet to be born. */
export async function repository(files?: Files, options: CommitOptions = {}): Promise<Repository> {
  const path = await temporaryFolder('repository');
  const branch = options.branch ?? 'main';
  await git(path, ['init', '--quiet', '--bare', `--initial-branch=${branch}`]);
  const made = new Repository(path, branch);
  if (files) await made.commit('First version', files, options);
  return made;
}

export class Repository {
  readonly path: string;
  readonly branch: string;
  #clock = Date.UTC(2024, 0, 1, 9);

  constructor(path: string, branch: string) {
    this.path = path;
    this.branch = branch;
  }

  /** Commits these changes, other paths staying as they are; gives the commit's id. */
  commit(message: string, files: Files = {}, options: CommitOptions = {}): Promise<string> {
    return this.#import(message, entries(files).map(change), options);
  }

  /** Renames a file or a folder and, when `edited` is given, changes its text in the same commit. */
  rename(
    from: string,
    to: string,
    options: CommitOptions & { readonly edited?: Content } = {},
  ): Promise<string> {
    const { edited, ...rest } = options;
    const changes: Buffer[] = [Buffer.from(`R ${quoted(from)} ${quoted(to)}\n`)];
    if (edited !== undefined) changes.push(change([to, edited]));
    return this.#import(`Rename ${from} to ${to}`, changes, rest);
  }

  /** Removes a file or a folder. */
  remove(path: string, options: CommitOptions = {}): Promise<string> {
    return this.#import(`Remove ${path}`, [change([path, null])], options);
  }

  /**
   * Writes a tree object exactly as told, even one git itself would refuse (`..`, two entries of one name,
   * a missing object); `id` in hexadecimal. For `commitTree`, or as an entry of another tree.
   */
  tree(items: readonly { readonly mode: string; readonly name: string | Uint8Array; readonly id: string }[]) {
    const bytes = items.map(({ mode, name, id }) =>
      Buffer.concat([Buffer.from(`${mode} `), Buffer.from(name), Buffer.from([0]), Buffer.from(id, 'hex')]),
    );
    return this.git(['hash-object', '-t', 'tree', '-w', '--literally', '--stdin'], Buffer.concat(bytes));
  }

  /** Writes a blob; gives its id. */
  blob(content: string | Uint8Array): Promise<string> {
    return this.git(['hash-object', '-w', '--stdin'], content);
  }

  /** Makes a tree the branch's next commit. */
  async commitTree(message: string, tree: string): Promise<string> {
    const parent = await this.git(['rev-parse', '--verify', '--quiet', this.branch]).catch(() => null);
    const commit = await this.git(['commit-tree', '-m', message, ...(parent ? ['-p', parent] : []), tree]);
    await this.git(['update-ref', `refs/heads/${this.branch}`, commit]);
    return commit;
  }

  /** The commit at the tip of the branch, or of any revision. */
  head(revision = this.branch): Promise<string> {
    return this.git(['rev-parse', '--verify', `${revision}^{commit}`]);
  }

  git(args: readonly string[], input?: string | Uint8Array): Promise<string> {
    return git(this.path, args, input);
  }

  /** A working copy of it, from which to `git(copy, ['push'])`. */
  async workingCopy(): Promise<string> {
    const path = join(await temporaryFolder('working-copy'), 'wiki');
    await git('/', ['clone', '--quiet', this.path, path]);
    return path;
  }

  /** A bare clone of it; with `args`, e.g. a partial one: `--no-local --filter=blob:none`. */
  async bareClone(...args: readonly string[]): Promise<string> {
    const path = join(await temporaryFolder('clone'), 'wiki.git');
    await git('/', ['clone', '--quiet', '--bare', ...args, this.path, path]);
    return path;
  }

  async #import(message: string, changes: readonly Buffer[], options: CommitOptions): Promise<string> {
    const ref = `refs/heads/${options.branch ?? this.branch}`;
    const from = options.from === undefined ? await this.#tip(ref) : options.from;
    const date = options.date === undefined ? this.#clock : new Date(options.date).getTime();
    this.#clock = date + 3_600_000;
    const committed = options.committed === undefined ? date : new Date(options.committed).getTime();
    const [at, committedAt] = [date, committed].map((time) => `${Math.floor(time / 1000)} +0000`);
    const author = options.author ?? person;
    const head = [
      `commit ${ref}\nmark :1\nauthor ${author} ${at}\ncommitter ${options.committer ?? author} ${committedAt}\n`,
      data(message),
      from ? `from ${from}\n` : '',
      ...(options.merge ?? []).map((commit) => `merge ${commit}\n`),
      // A commit told to follow nothing still begins with the branch's files: fast-import needs a clean sheet.
      from ? '' : 'deleteall\n',
    ].map((part) => Buffer.from(part));
    const stream = Buffer.concat([
      ...(from ? [] : [Buffer.from(`reset ${ref}\n`)]),
      ...head,
      ...changes,
      Buffer.from('\nget-mark :1\n'),
    ]);
    return this.git(['fast-import', '--quiet', '--force'], stream);
  }

  async #tip(ref: string): Promise<string | null> {
    return this.git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]).catch(() => null);
  }
}

function entries(files: Files): readonly (readonly [string | Uint8Array, Content])[] {
  return Array.isArray(files) ? files : Object.entries(files as Readonly<Record<string, Content>>);
}

function change([path, content]: readonly [string | Uint8Array, Content]): Buffer {
  if (content === null) return Buffer.from(`D ${quoted(path)}\n`);
  if (typeof content === 'string' || content instanceof Uint8Array) {
    return Buffer.concat([Buffer.from(`M 100644 inline ${quoted(path)}\n`), data(content)]);
  }
  if (content.mode === '160000') return Buffer.from(`M 160000 ${content.value} ${quoted(path)}\n`);
  return Buffer.concat([Buffer.from(`M ${content.mode} inline ${quoted(path)}\n`), data(content.value)]);
}

function data(content: string | Uint8Array): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')]);
}

/** A path in git-fast-import's C-style quotes, every other byte than plain ASCII in octal. */
function quoted(path: string | Uint8Array): string {
  const escaped = Array.from(Buffer.from(path), (byte) =>
    byte > 32 && byte < 127 && byte !== 34 && byte !== 92
      ? String.fromCharCode(byte)
      : `\\${byte.toString(8).padStart(3, '0')}`,
  );
  return `"${escaped.join('')}"`;
}
