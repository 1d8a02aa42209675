import { readHistory } from '../git/history.ts';
import type { Writer } from '../store/database.ts';
import { addHistory, commitAt, commitsById, forgetCommits, lastSeq } from '../store/history.ts';
import type { ChangeTable, CommitTable } from '../store/schema.ts';

/** Commits written at a time. */
const BATCH = 500;

/** The commit an index holds, and those it has that a forced push took away. */
export interface Held {
  readonly commit: string;
  readonly lost: readonly string[];
}

/**
 * Adds to the index the commits that `to` has beyond those it holds (all of them when it holds none), after it forgot
 * those that a forced push took away. Gives the paths whose history is another one since.
 */
export async function indexHistory(
  writer: Writer,
  gitDir: string,
  to: string,
  held: Held | undefined,
): Promise<ReadonlySet<string>> {
  const rewritten = new Set(await forgetCommits(writer, held?.lost ?? []));
  let seq = await lastSeq(writer);
  let before = seq > 0 ? await commitAt(writer, seq) : undefined;
  const seqs = new Map<string, number>();
  let commits: CommitTable[] = [];
  let changes: ChangeTable[] = [];
  for await (const commit of readHistory(gitDir, to, held?.commit)) {
    seq += 1;
    const parents = await seqsOf(commit.parents);
    const straight =
      before !== undefined && parents.length === 1 && parents[0] === before.seq && before.seq === seq - 1;
    const row: CommitTable = {
      seq,
      id: commit.id,
      parents: JSON.stringify(parents),
      straight_from: straight ? (before as CommitTable).straight_from : seq,
      author_name: commit.author.name,
      author_email: commit.author.email,
      author_time: commit.author.time,
      committer_name: commit.committer.name,
      committer_email: commit.committer.email,
      committer_time: commit.committer.time,
      subject: commit.subject,
    };
    seqs.set(commit.id, seq);
    commits.push(row);
    for (const { path, kind, oldPath, oid, edited } of commit.changes) {
      rewritten.add(path);
      changes.push({ seq, path, kind, old_path: oldPath ?? null, oid, edited: edited ? 1 : 0 });
    }
    before = row;
    if (commits.length >= BATCH) await flush();
  }
  await flush();
  return rewritten;

  async function flush(): Promise<void> {
    await addHistory(writer, commits, changes);
    commits = [];
    changes = [];
  }

  async function seqsOf(ids: readonly string[]): Promise<number[]> {
    const unknown = ids.filter((id) => !seqs.has(id));
    for (const { id, seq } of unknown.length > 0 ? await commitsById(writer, unknown) : []) seqs.set(id, seq);
    return ids.flatMap((id) => seqs.get(id) ?? []);
  }
}
