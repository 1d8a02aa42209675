import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inboxLog, type LoggedCommit } from './public-inbox.ts';
import { GitFailure, git, gitText } from './run.ts';

/** What becomes one commit of an inbox. Times are seconds since 1970 UTC. */
export interface InboxEntry {
  /** The message; undefined for the erasure of one. */
  readonly content: Buffer | undefined;
  readonly author: { readonly name: string; readonly email: string; readonly time: number };
  readonly committer: { readonly name: string; readonly email: string; readonly time: number };
  /** The commit's message: its subject, and trailers. */
  readonly said: string;
}

/** One commit of an inbox. */
export interface InboxCommit {
  readonly commit: string;
  /** The blob that holds the message; that was erased, when it was. */
  readonly oid: string;
  readonly kind: 'message' | 'erased';
  /** Seconds since 1970 UTC. */
  readonly time: number;
  readonly said: string;
}

const BRANCH = 'refs/heads/master';

/** Of adding to an inbox to which others add. */
const MAX_TRIES = 10;

/** The repository of an inbox that holds its messages: the first epoch (public-inbox-v2-format(5)). */
export function inboxRepository(folder: string): string {
  return join(folder, 'git', '0.git');
}

/** Makes an inbox in the layout of public-inbox-v2-format(5), where there is none. */
export async function makeInbox(folder: string): Promise<void> {
  const epoch = inboxRepository(folder);
  const all = join(folder, 'all.git');
  await mkdir(join(folder, 'git'), { recursive: true });
  for (const repository of [epoch, all]) {
    if (!existsSync(join(repository, 'HEAD')))
      await git(undefined, ['init', '--quiet', '--bare', '--initial-branch=master', repository]);
  }
  await writeFile(join(all, 'objects', 'info', 'alternates'), '../../git/0.git/objects\n');
  await writeFile(join(folder, 'inbox.lock'), '', { flag: 'a' });
}

/** The newest commit; undefined of an inbox that is empty. */
export async function inboxHead(folder: string): Promise<string | undefined> {
  const shown = await gitText(inboxRepository(folder), ['for-each-ref', '--format=%(objectname)', BRANCH]);
  return shown || undefined;
}

/**
 * Adds one commit an entry, in one `git fast-import`, on the disk when it is done. A crash meanwhile adds none of them.
 */
export async function appendToInbox(
  folder: string,
  entries: readonly InboxEntry[],
): Promise<{ readonly commit: string; readonly oid: string }[]> {
  for (let tries = 1; ; tries++) {
    const head = await inboxHead(folder);
    try {
      return await appendTo(folder, head, entries);
    } catch (error) {
      // Another process added something meanwhile, and Git does not let go of that.
      const isLate = error instanceof GitFailure && (await inboxHead(folder)) !== head;
      if (!isLate || tries === MAX_TRIES) throw error;
    }
  }
}

async function appendTo(
  folder: string,
  head: string | undefined,
  entries: readonly InboxEntry[],
): Promise<{ readonly commit: string; readonly oid: string }[]> {
  if (entries.length === 0) return [];
  const input: Buffer[] = [];
  const write = (text: string) => input.push(Buffer.from(text));
  for (const [at, { content, author, committer, said }] of entries.entries()) {
    const [blob, commit] = [2 * at + 1, 2 * at + 2];
    const message = Buffer.from(said);
    write(`blob\nmark :${blob}\ndata ${content?.length ?? 0}\n`);
    if (content) input.push(content);
    write(`\ncommit ${BRANCH}\nmark :${commit}\nauthor ${person(author)}\ncommitter ${person(committer)}\n`);
    write(`data ${message.length}\n`);
    input.push(message);
    if (at === 0 && head) write(`\nfrom ${head}`);
    write(`\ndeleteall\nM 100644 :${blob} ${content ? 'm' : 'd'}\nget-mark :${commit}\nget-mark :${blob}\n`);
  }
  write('done\n');
  const marks = await gitText(
    inboxRepository(folder),
    [
      ...['-c', 'core.fsync=committed,reference', '-c', 'core.fsyncMethod=fsync'],
      ...['fast-import', '--quiet', '--done', '--date-format=raw-permissive'],
    ],
    { input: Buffer.concat(input) },
  );
  const ids = marks.split('\n');
  return entries.map((_, at) => ({ commit: ids[2 * at] as string, oid: ids[2 * at + 1] as string }));
}

/** What an inbox got after a commit, or all it has: the oldest first. */
export async function* inboxSince(
  folder: string,
  commit: string | undefined,
): AsyncGenerator<InboxCommit, void> {
  if ((await inboxHead(folder)) === undefined) return;
  const range = commit === undefined ? BRANCH : `${commit}..${BRANCH}`;
  for await (const logged of inboxLog(inboxRepository(folder), range)) yield* commitOf(logged);
}

/** Whether an inbox has this commit among those it still tells of. */
export async function inboxHas(folder: string, commit: string): Promise<boolean> {
  try {
    await git(inboxRepository(folder), ['merge-base', '--is-ancestor', commit, BRANCH]);
    return true;
  } catch {
    return false;
  }
}

function commitOf({ commit, time, said, changes }: LoggedCommit): InboxCommit[] {
  const about = { commit, time, said };
  const message = changes.find(({ kind, path }) => path === 'm' && kind !== 'D');
  if (message) return [{ ...about, oid: message.after, kind: 'message' }];
  const erased = changes.find(({ path }) => path === 'd');
  return erased ? [{ ...about, oid: erased.after, kind: 'erased' }] : [];
}

/** `Name <address> SECONDS +0000`; what would end the name, the address or the line is left out. */
function person({ name, email, time }: InboxEntry['author']): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those that fast-import would stop at
  const clean = (text: string) => text.replace(/[<>\u0000-\u001f\u007f]+/g, ' ').trim();
  return `${clean(name)} <${clean(email)}> ${Math.max(0, Math.floor(time))} +0000`;
}
