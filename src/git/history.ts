import { decodePath } from './path.ts';
import { records } from './records.ts';
import { gitStream } from './run.ts';

export interface Person {
  readonly name: string;
  readonly email: string;
  /** Seconds since 1970, UTC. */
  readonly time: number;
}

/** What a commit did to one file. */
export interface FileChange {
  readonly kind: 'added' | 'modified' | 'deleted' | 'renamed';
  readonly path: string;
  /** Its name before, when it was renamed. */
  readonly oldPath: string | undefined;
  /** The blob after the change; before it, when the file was deleted. */
  readonly oid: string;
  /** The blob before the change, in the first parent of a merge; undefined when there was none. */
  readonly oldOid: string | undefined;
  /** Whether the content changed, and not the name or the mode only. */
  readonly edited: boolean;
}

export interface Commit {
  readonly id: string;
  readonly parents: readonly string[];
  readonly author: Person;
  readonly committer: Person;
  readonly subject: string;
  readonly changes: readonly FileChange[];
}

/**
 * Half of the lines of a short page are its front matter and its links, which change when it moves: Git's own 50 % would
 * lose the pages that are renamed and edited in one commit.
 */
const SIMILARITY = '40%';

/** A commit begins with a byte that begins no record of a change; its fields hold no NUL. */
const FORMAT = '%x01%H%x00%P%x00%an%x00%ae%x00%at%x00%cn%x00%ce%x00%ct%x00%s';

const ARGUMENTS = [
  'log',
  '--reverse',
  '--topo-order',
  '--root',
  '-c',
  '--combined-all-paths',
  '--raw',
  '-z',
  '--no-abbrev',
  '--no-ext-diff',
  `-M${SIMILARITY}`,
  '-l5000',
  `--format=${FORMAT}`,
];

/**
 * The commits that `to` has and `from` has not (all of them when there is no `from`), parents before children, with what
 * each did to the files, renames found. A merge tells only what it did beyond each of its parents.
 */
export async function* readHistory(gitDir: string, to: string, from?: string): AsyncGenerator<Commit, void> {
  yield* readLog(gitDir, from === undefined ? [to] : [to, `^${from}`]);
}

/** These commits, as {@link readHistory} gives them, in any order. */
export async function readCommits(gitDir: string, ids: readonly string[]): Promise<Commit[]> {
  const commits: Commit[] = [];
  if (ids.length === 0) return commits;
  for await (const commit of readLog(gitDir, ['--no-walk=unsorted', ...ids])) commits.push(commit);
  return commits;
}

async function* readLog(gitDir: string, range: readonly string[]): AsyncGenerator<Commit, void> {
  let commit: (Commit & { readonly changes: FileChange[] }) | undefined;
  const fields = records(gitStream(gitDir, [...ARGUMENTS, ...range, '--']));
  for await (const field of fields) {
    // The message of a commit and its first file are parted by a newline of the format, not by a NUL.
    const start = field[0] === 0x0a ? 1 : 0;
    if (field[start] === 0x01) {
      if (commit) yield commit;
      commit = await readHeader(field.toString('latin1', start + 1), fields);
    } else if (field[start] === 0x3a) {
      commit?.changes.push(await readChange(field.toString('latin1', start), fields));
    }
  }
  if (commit) yield commit;
}

async function readHeader(id: string, fields: AsyncIterator<Buffer>) {
  const text = async () => String((await fields.next()).value);
  const parents = await text();
  const author = { name: await text(), email: await text(), time: readTime(await text()) };
  const committer = { name: await text(), email: await text(), time: readTime(await text()) };
  const subject = await text();
  return { id, parents: parents === '' ? [] : parents.split(' '), author, committer, subject, changes: [] };
}

/** The last second a `Date` knows: a commit may claim any time. */
const LAST_SECOND = 8_640_000_000_000;

function readTime(digits: string): number {
  return Math.min(Number(digits) || 0, LAST_SECOND);
}

const KINDS: Readonly<Record<string, FileChange['kind']>> = {
  A: 'added',
  D: 'deleted',
  M: 'modified',
  R: 'renamed',
  T: 'modified',
};

/**
 * Reads one raw record (git-diff-tree(1), "RAW OUTPUT FORMAT", and "DIFF FORMAT FOR MERGES" when it has many colons, with
 * a path for each parent).
 */
async function readChange(header: string, fields: AsyncIterator<Buffer>): Promise<FileChange> {
  const parents = header.lastIndexOf(':') + 1;
  const columns = header.slice(parents).split(' ');
  const path = async () => decodePath((await fields.next()).value as Buffer);
  const oldOids = columns.slice(parents + 1, 2 * parents + 1);
  const newOid = columns[2 * parents + 1] as string;
  const statuses = columns.at(-1) as string;
  const oldPaths = [await path()];
  while (oldPaths.length < parents) oldPaths.push(await path());
  const newPath = parents > 1 || statuses.startsWith('R') ? await path() : (oldPaths[0] as string);
  // A merge did to a file only what it did to it beyond every parent.
  const same = parents === 1 || new Set(statuses).size === 1;
  const kind = (same ? KINDS[statuses[0] as string] : undefined) ?? 'modified';
  return {
    kind,
    path: newPath,
    oldPath: kind === 'renamed' ? oldPaths[0] : undefined,
    oid: kind === 'deleted' ? (oldOids[0] as string) : newOid,
    oldOid: /^0*$/.test(oldOids[0] as string) ? undefined : oldOids[0],
    edited: !oldOids.includes(newOid),
  };
}
