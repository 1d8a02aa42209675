import { inboxHead, inboxRepository } from './inbox.ts';
import { inboxLog } from './public-inbox.ts';
import { git, gitStream, gitText, spawnGit } from './run.ts';

const BRANCH = 'refs/heads/master';
const REWRITTEN = 'refs/greffe/rewritten';

/** Of rewriting an inbox to which others add. */
const MAX_TRIES = 10;

export interface Erasure {
  /** The blob of the message. */
  readonly oid: string;
  /** What the commit says from now on. */
  readonly said: string;
  readonly author: { readonly name: string; readonly email: string };
}

/**
 * Takes a message out of an inbox and its history for good: the commits that had it have an empty `d` in its place, those
 * after them get new ids, and nothing of it is left among the objects. Gives the newest commits before and after;
 * undefined when the inbox has no such message.
 */
export async function eraseFromInbox(
  folder: string,
  erasure: Erasure,
): Promise<{ readonly before: string; readonly after: string } | undefined> {
  const gitDir = inboxRepository(folder);
  const found = await commitsOf(gitDir, erasure.oid);
  const [first] = found;
  if (first === undefined) return undefined;
  const [before, after] = await rewrite(folder, { gitDir, erasure, first, commits: new Set(found) });
  await git(gitDir, ['reflog', 'expire', '--expire=now', '--all']);
  await git(gitDir, ['gc', '--quiet', '--prune=now']);
  return { before, after };
}

async function commitsOf(gitDir: string, oid: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { commit, changes } of inboxLog(gitDir, BRANCH))
    if (changes.some(({ after, path }) => after === oid && (path === 'm' || path === 'd')))
      found.push(commit);
  return found;
}

interface Rewriting {
  readonly gitDir: string;
  readonly erasure: Erasure;
  readonly first: string;
  readonly commits: ReadonlySet<string>;
}

async function rewrite(folder: string, rewriting: Rewriting): Promise<[string, string]> {
  const { gitDir } = rewriting;
  for (let tries = 1; ; tries++) {
    const before = (await inboxHead(folder)) as string;
    await importRewritten(rewriting, before);
    const after = await gitText(gitDir, ['rev-parse', REWRITTEN]);
    try {
      await git(gitDir, ['update-ref', BRANCH, after, before]);
      return [before, after];
    } catch (error) {
      // Another process added something meanwhile.
      if (tries === MAX_TRIES || (await inboxHead(folder)) === before) throw error;
    } finally {
      await git(gitDir, ['update-ref', '-d', REWRITTEN]);
    }
  }
}

async function importRewritten({ gitDir, erasure, first, commits }: Rewriting, head: string): Promise<void> {
  const isRoot = (await gitText(gitDir, ['rev-list', '--parents', '-1', first])) === first;
  const exported = gitStream(gitDir, [
    ...['fast-export', '--no-data', '--full-tree', '--show-original-ids', '--reencode=no'],
    '--reference-excluded-parents',
    ...['--refspec', `${BRANCH}:${REWRITTEN}`, ...(isRoot ? [] : [`^${first}^`]), BRANCH],
  ]);
  const child = spawnGit(gitDir, ['fast-import', '--quiet', '--force', '--date-format=raw'], {
    keepInput: true,
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => {
    said += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  child.stdout.resume();
  for await (const chunk of rewritten(exported, erasure, commits)) {
    if (!child.stdin.write(chunk) && child.exitCode === null)
      await Promise.race([new Promise((resolve) => child.stdin.once('drain', resolve)), ended]);
  }
  child.stdin.end();
  if ((await ended) !== 0) throw new Error(`git fast-import of ${head} failed: ${said.slice(0, 1_000)}`);
}

/** A stream of `git fast-export` in which some commits lose what they had (git-fast-import(1)). */
async function* rewritten(
  exported: AsyncIterable<Buffer>,
  { said, author }: Erasure,
  commits: ReadonlySet<string>,
): AsyncGenerator<Buffer, void> {
  let isErased = false;
  for await (const { line, data } of instructions(exported)) {
    if (line.startsWith('original-oid ')) isErased = commits.has(line.slice('original-oid '.length));
    else if (isErased && data) yield counted(Buffer.from(said));
    else if (data) yield counted(data);
    else if (isErased && line.startsWith('author '))
      yield Buffer.from(`author ${author.name} <${author.email}> ${line.slice(line.lastIndexOf('>') + 2)}\n`);
    else if (isErased && line.startsWith('M ')) yield Buffer.from('M 100644 inline d\ndata 0\n\n');
    else yield Buffer.from(`${line}\n`, 'latin1');
  }
}

function counted(data: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`data ${data.length}\n`), data, Buffer.from('\n')]);
}

interface Instruction {
  readonly line: string;
  /** What follows a line `data N`. */
  readonly data?: Buffer;
}

async function* instructions(stream: AsyncIterable<Buffer>): AsyncGenerator<Instruction, void> {
  let bytes: Buffer = Buffer.alloc(0);
  for await (const chunk of stream) {
    bytes = Buffer.concat([bytes, chunk]);
    let at = 0;
    for (let end = bytes.indexOf('\n', at); end !== -1; end = bytes.indexOf('\n', at)) {
      const line = bytes.toString('latin1', at, end);
      const size = /^data (\d+)$/.exec(line)?.[1];
      if (size === undefined) yield { line };
      else if (bytes.length < end + 1 + Number(size)) break;
      else {
        yield { line, data: bytes.subarray(end + 1, end + 1 + Number(size)) };
        end += Number(size);
      }
      at = end + 1;
    }
    bytes = bytes.subarray(at);
  }
}
