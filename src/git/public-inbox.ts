import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ObjectReader } from './objects.ts';
import { gitStream } from './run.ts';

/** A message of somebody's public-inbox. */
export interface InboxMessage {
  readonly raw: Buffer;
  /** When it came there: seconds since 1970 UTC. */
  readonly time: number;
  /** The commit's message. */
  readonly said: string;
}

/** `git/0.git`, `git/1.git`, … of a public-inbox of version 2 (public-inbox-v2-format(5)); none of any other folder. */
export async function inboxEpochs(folder: string): Promise<string[]> {
  if (!existsSync(join(folder, 'git'))) return [];
  const epochs = (await readdir(join(folder, 'git'))).filter((name) => /^\d+\.git$/.test(name));
  epochs.sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10));
  return epochs.map((name) => join(folder, 'git', name));
}

/** `m` in version 2, a path made of the Message-ID's SHA-1 in version 1; `d` is what was erased. */
const CHANGE = /^:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) ([AMD])\t(m|d|[0-9a-f]{2}\/[0-9a-f]{38})$/gm;

/**
 * The messages of one repository of a public-inbox, of version 1 or 2, in the order they came, without those that were
 * erased since. `too-large` stands for one of more than `maxBytes`.
 */
export async function* publicInboxMessages(
  gitDir: string,
  maxBytes: number,
): AsyncGenerator<InboxMessage | 'too-large', void> {
  const erased = new Set<string>();
  for await (const { changes } of inboxLog(gitDir, 'HEAD'))
    for (const { before, after, kind, path } of changes) {
      if (path === 'd') erased.add(after);
      else if (kind === 'D' && path !== 'm') erased.add(before);
    }
  const reader = new ObjectReader(gitDir);
  try {
    for await (const { time, said, changes } of inboxLog(gitDir, 'HEAD'))
      for (const { after, kind, path } of changes) {
        if (path === 'd' || kind === 'D' || erased.has(after)) continue;
        if ((await reader.size(after)) > maxBytes) yield 'too-large';
        else yield { raw: await reader.read(after), time, said };
      }
  } finally {
    reader.close();
  }
}

/** One commit of a public-inbox; `time` in seconds since 1970 UTC. */
export interface LoggedCommit {
  readonly commit: string;
  readonly time: number;
  readonly said: string;
  readonly changes: readonly Change[];
}

interface Change {
  readonly before: string;
  readonly after: string;
  readonly kind: string;
  readonly path: string;
}

/** The commits of a range that are about messages, the oldest first. */
export async function* inboxLog(gitDir: string, range: string): AsyncGenerator<LoggedCommit, void> {
  const how = ['log', '--reverse', '--topo-order', '--root', '--raw', '--no-renames', '--no-abbrev'];
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of gitStream(gitDir, [...how, '--format=%x01%H%x00%ct%x00%B%x00', range, '--'])) {
    const records = (rest + decoder.decode(chunk, { stream: true })).split('\x01');
    rest = records.pop() as string;
    for (const record of records) yield* commitOf(record);
  }
  yield* commitOf(rest);
}

function commitOf(record: string): LoggedCommit[] {
  const [commit = '', time, said, raw] = record.split('\0');
  if (said === undefined || raw === undefined) return [];
  const changes = [...raw.matchAll(CHANGE)].map(([, before = '', after = '', kind = '', path = '']) => ({
    before,
    after,
    kind,
    path,
  }));
  return [{ commit, time: Number(time), said: said.trimEnd(), changes }];
}
