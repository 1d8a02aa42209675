import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FLUSH, packet, readPackets, sideBand } from './pkt-line.ts';
import { gitOutcome, gitText, spawnGit } from './run.ts';
import type { Workshop } from './workshop.ts';

/** A branch that a client of Git wants moved. */
export interface PushCommand {
  readonly before: string;
  readonly after: string;
  /** `refs/heads/main`. */
  readonly ref: string;
}

/** What a client of `git push` sends, before its objects (gitprotocol-pack(5)). */
export interface Push {
  readonly commands: readonly PushCommand[];
  readonly capabilities: ReadonlySet<string>;
  /** What `git push -o` says. */
  readonly options: readonly string[];
  /** Where its pack begins; undefined when it sends none. */
  readonly packAt: number | undefined;
}

/** What came of one command: undefined when it was done, else why not. */
export interface PushResult {
  readonly ref: string;
  readonly refusal?: string;
}

/** What is offered: no branch is deleted, and objects come as deltas too. */
const CAPABILITIES = 'report-status side-band-64k push-options ofs-delta no-thin agent=greffe';

const ZEROS = /^0+$/;

/** What a repository says to `GET …/info/refs?service=git-receive-pack` (gitprotocol-http(5)): one branch. */
export function receivePackRefs(ref: string, commit: string): Buffer {
  const format = commit.length === 64 ? ' object-format=sha256' : '';
  return Buffer.concat([
    packet('# service=git-receive-pack\n'),
    FLUSH,
    packet(`${commit} ${ref}\0${CAPABILITIES}${format}\n`),
    FLUSH,
  ]);
}

/** Reads what a client sends; undefined where it is no push. */
export function readPush(head: Buffer): Push | undefined {
  const read = readPackets(head);
  if (!read) return undefined;
  const commands: PushCommand[] = [];
  let capabilities: ReadonlySet<string> = new Set();
  for (const [at, line] of read.packets.entries()) {
    const [text = '', told] = line.toString().replace(/\n$/, '').split('\0');
    if (at === 0 && told !== undefined) capabilities = new Set(told.trim().split(' '));
    const [, before, after, ref] = /^([0-9a-f]{40,64}) ([0-9a-f]{40,64}) (\S+)$/.exec(text) ?? [];
    if (!before || !after || !ref) return undefined;
    commands.push({ before, after, ref });
  }
  const told = capabilities.has('push-options') ? readPackets(head, read.end) : undefined;
  if (capabilities.has('push-options') && !told) return undefined;
  const options = told?.packets.map((option) => option.toString().trimEnd()) ?? [];
  const hasPack = commands.some(({ after }) => !ZEROS.test(after));
  return { commands, capabilities, options, packAt: hasPack ? (told ?? read).end : undefined };
}

export function isDeletion({ after }: PushCommand): boolean {
  return ZEROS.test(after);
}

/** The answer to a push: what people read, then what came of each command. */
export function pushReport(
  { capabilities }: Push,
  { results, unpacked, said }: { results: readonly PushResult[]; unpacked: string; said: readonly string[] },
): Buffer {
  const report = Buffer.concat([
    packet(`unpack ${unpacked}\n`),
    ...results.map(({ ref, refusal }) =>
      packet(refusal === undefined ? `ok ${ref}\n` : `ng ${ref} ${refusal}\n`),
    ),
    FLUSH,
  ]);
  if (!capabilities.has('side-band-64k')) return report;
  const spoken = said.length === 0 ? [] : [sideBand(2, Buffer.from(`${said.join('\n')}\n`))];
  return Buffer.concat([...spoken, sideBand(1, report), FLUSH]);
}

/**
 * Puts the pack of a push in the workshop, checked as `receive.fsckObjects` does: the wiki's own repository gets nothing
 * until it is accepted. Gives why it could not be; undefined when all is well. `maxBytes`: of all that it unpacks to.
 */
export async function indexPack(
  { folder }: Workshop,
  file: string,
  { at, maxBytes }: { readonly at: number; readonly maxBytes: number },
): Promise<string | undefined> {
  const child = spawnGit(
    folder,
    ['index-pack', '--stdin', '--fix-thin', '--strict', `--max-input-size=${maxBytes}`],
    { keepInput: true, timeoutMs: 120_000, env: { GIT_ALLOC_LIMIT: '512m' } },
  );
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (said.length < 2_000) said += text;
  });
  child.stdout.resume();
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  createReadStream(file, { start: at }).pipe(child.stdin);
  if ((await ended) === 0) return undefined;
  return /^(?:fatal|error): (.*)$/m.exec(said)?.[1] ?? 'the pack cannot be read';
}

/** Whether all that a commit leads to is there. */
export async function isConnected({ folder }: Workshop, commit: string, known: string): Promise<boolean> {
  const { status } = await gitOutcome(folder, ['rev-list', '--objects', '--quiet', commit, `^${known}`], {
    timeoutMs: 60_000,
  });
  return status === 0;
}

/** The commits after one, the oldest first, up to another one; merges are left out. */
export async function commitsBetween({ folder }: Workshop, base: string, tip: string): Promise<string[]> {
  const listed = await gitText(folder, ['rev-list', '--reverse', '--no-merges', tip, `^${base}`]);
  return listed === '' ? [] : listed.split('\n');
}

/** Whether the second commit is among those that the first comes from. */
export async function comesFrom({ folder }: Workshop, commit: string, ancestor: string): Promise<boolean> {
  return (await gitOutcome(folder, ['merge-base', '--is-ancestor', ancestor, commit])).status === 0;
}

/** Writes what a client sends in a file of the workshop, as it comes; gives undefined where it is more than `maxBytes`. */
export async function keepBody(
  { folder }: Workshop,
  name: string,
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<string | undefined> {
  const path = join(folder, `push-${name}`);
  const file = await open(path, 'wx', 0o600);
  let length = 0;
  try {
    for await (const chunk of body) {
      length += chunk.length;
      if (length > maxBytes) break;
      await file.write(chunk);
    }
  } finally {
    await file.close();
  }
  if (length <= maxBytes) return path;
  await rm(path, { force: true });
  return undefined;
}
