import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { Unavailable } from '../config/errors.ts';

/**
 * The environment of every reading `git`: nobody's configuration but the repository's, no question asked on a
 * terminal, and no network, so that a partial clone answers "missing" at once instead of fetching.
 */
const READING: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  LC_ALL: 'C.UTF-8',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
};

/** What a hook of git tells those it runs of its own repository (`git rev-parse --local-env-vars`). */
const OF_ANOTHER_REPOSITORY =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|PREFIX|QUARANTINE_PATH)$/;

/** For the processes that reach another repository: the operator's own configuration (credentials, proxies) counts. */
const NETWORKING: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_ANOTHER_REPOSITORY.test(name))),
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C.UTF-8',
};

export interface RunOptions {
  /** Whether the process may reach another repository; it may not unless said. */
  readonly network?: boolean;
  /** Written to its standard input. */
  readonly input?: string | Buffer;
  /** Leaves its standard input open, for a process that is asked again and again. */
  readonly keepInput?: boolean;
  /** The folder it runs in. */
  readonly cwd?: string;
  /** Further variables of its environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Ends the process after that long, as a failure without an exit code. */
  readonly timeoutMs?: number;
}

/** A git process that ended with another exit code than 0; `said` is the first fault it told of, in its own words. */
export class GitFailure extends Unavailable {
  readonly exitCode: number | null;
  readonly said: string;

  constructor(args: readonly string[], exitCode: number | null, stderr: string) {
    const said = firstFault(stderr);
    super(
      `git ${args[0]} failed: ${said}.`,
      'See what git fsck says of the repository; a partial clone must be fetched whole.',
    );
    this.exitCode = exitCode;
    this.said = said;
  }
}

function firstFault(stderr: string): string {
  const lines = stderr.trim().split('\n');
  const fault = lines
    .map((line) => /^(?:fatal|error): (.*)/.exec(line)?.[1])
    .find((text) => text !== undefined);
  return (fault ?? lines.at(-1) ?? '').replace(/\.$/, '');
}

/** Starts `git` in the repository at `gitDir`. */
export function spawnGit(gitDir: string | undefined, args: readonly string[], options: RunOptions = {}) {
  const place = gitDir === undefined ? [] : [`--git-dir=${gitDir}`];
  const child = spawn(
    'git',
    ['-c', 'safe.directory=*', '-c', 'core.hooksPath=/dev/null', ...place, ...args],
    {
      cwd: options.cwd,
      env: { ...(options.network ? NETWORKING : READING), ...options.env },
      stdio: 'pipe',
      timeout: options.timeoutMs,
    },
  );
  child.stdin.on('error', () => {});
  if (!options.keepInput) child.stdin.end(options.input);
  return child;
}

/**
 * Runs `git` and gives its whole standard output. Throws {@link GitFailure} when it ends with another status than 0 and
 * {@link Unavailable} when there is no `git`.
 */
export async function git(
  gitDir: string | undefined,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of gitStream(gitDir, args, options)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** As {@link git}, its output as one line of text without its end. */
export async function gitText(
  gitDir: string | undefined,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  return (await git(gitDir, args, options)).toString().trimEnd();
}

/** As {@link git}, chunk by chunk; ends the process when the reader stops early. */
export async function* gitStream(
  gitDir: string | undefined,
  args: readonly string[],
  options: RunOptions = {},
): AsyncGenerator<Buffer, void> {
  const child = spawnGit(gitDir, args, options);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (stderr.length < 10_000) stderr += text;
  });
  const end = ended(child);
  end.catch(() => {});
  let finished = false;
  try {
    yield* child.stdout as Readable & AsyncIterable<Buffer>;
    finished = true;
  } finally {
    if (!finished) child.kill();
  }
  const status = await end;
  if (status !== 0) throw new GitFailure(args, status, stderr);
}

/** How a git process ended, for those whose failure is an answer. */
export interface Outcome {
  /** Its exit code; null when it was ended. */
  readonly status: number | null;
  readonly stdout: Buffer;
  /** The first ten thousand characters of what it said. */
  readonly stderr: string;
}

/** As {@link git}, whatever it ends with. */
export async function gitOutcome(
  gitDir: string | undefined,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Outcome> {
  const child = spawnGit(gitDir, args, options);
  const stdout: Buffer[] = [];
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (stderr.length < 10_000) stderr += text;
  });
  const status = await ended(child);
  return { status, stdout: Buffer.concat(stdout), stderr };
}

function ended(child: ReturnType<typeof spawnGit>): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.on('error', (cause) =>
      reject(new Unavailable('The program git cannot be started.', 'Install git 2.39 or newer.', { cause })),
    );
    child.on('close', resolve);
  });
}
