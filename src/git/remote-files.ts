import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnGit } from './run.ts';

/** A repository elsewhere, over HTTP, that is only looked at. */
export interface Remote {
  readonly url: string;
  /** The one address that its host may have, as `http.curloptResolve` takes it (git-config(1)): `HOST:PORT:ADDRESS`. */
  readonly pin: string | undefined;
  readonly timeoutMs?: number;
  /** On the disk, while it is looked at. */
  readonly maxBytes?: number;
}

export type RemoteReason = 'not-found' | 'refused' | 'forge-fault' | 'no-answer' | 'too-large';

/** Why a repository elsewhere was not told. */
export class RemoteFault extends Error {
  readonly reason: RemoteReason;

  constructor(reason: RemoteReason) {
    super(`git: ${reason}`);
    this.reason = reason;
  }
}

export interface RemoteEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** The newest commit of the default branch, without its history; blobs are fetched when they are read. */
export interface RemoteTree {
  /** When it was committed: seconds since 1970. */
  readonly time: number;
  list(folder: string): Promise<readonly RemoteEntry[]>;
  /** So many bytes of a file, from its start. */
  read(path: string, maxBytes: number): Promise<{ readonly bytes: Buffer; readonly isCut: boolean }>;
  close(): Promise<void>;
}

const TIMEOUT_MS = 120_000;
const MAX_BYTES = 256 * 1024 * 1024;
const LOOK_MS = 250;
const MAX_LISTING = 16 * 1024 * 1024;

/** What its HEAD is; undefined of an empty repository. Throws {@link RemoteFault}. */
export async function remoteHead(
  remote: Remote,
): Promise<{ readonly commit: string; readonly branch: string | undefined } | undefined> {
  const args = ['ls-remote', '--symref', '--end-of-options', remote.url, 'HEAD'];
  const { bytes } = await run(undefined, args, remote, MAX_LISTING);
  const text = bytes.toString();
  const commit = /^([0-9a-f]{40,64})\tHEAD$/m.exec(text)?.[1];
  return commit === undefined
    ? undefined
    : { commit, branch: /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(text)?.[1] };
}

/** Takes what is needed to look at a repository; give it back with `close`. Throws {@link RemoteFault}. */
export async function openRemote(remote: Remote): Promise<RemoteTree> {
  const folder = await mkdtemp(join(tmpdir(), 'greffe-remote-'));
  const close = () => rm(folder, { recursive: true, force: true });
  const how = ['--bare', '--quiet', '--depth=1', '--single-branch', '--no-tags', '--filter=blob:none'];
  try {
    await run(
      undefined,
      ['clone', ...how, '--end-of-options', remote.url, folder],
      remote,
      MAX_LISTING,
      folder,
    );
    const { bytes: time } = await run(folder, ['log', '-1', '--format=%ct'], remote, 100, folder);
    return {
      time: Number(time.toString()) || 0,
      async list(path) {
        const args = ['ls-tree', '-z', `HEAD:${path}`];
        const { bytes } = await run(folder, args, remote, MAX_LISTING, folder);
        return bytes.toString().split('\0').flatMap(entryOf);
      },
      read: (path, maxBytes) => run(folder, ['cat-file', 'blob', `HEAD:${path}`], remote, maxBytes, folder),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** `MODE TYPE OID TAB NAME` (git-ls-tree(1)). */
function entryOf(record: string): RemoteEntry[] {
  const [, type, name] = /^\d+ (\w+) [0-9a-f]+\t([\s\S]+)$/.exec(record) ?? [];
  return name === undefined || type === 'commit' ? [] : [{ name, isFolder: type === 'tree' }];
}

/**
 * Runs git without anybody's configuration, for so long and with so much in `folder`; gives the start of what it prints. No
 * redirect is followed and no other protocol spoken: neither leads where the address may not.
 */
async function run(
  gitDir: string | undefined,
  args: readonly string[],
  { pin, timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES }: Remote,
  maxOutput: number,
  folder?: string,
): Promise<{ readonly bytes: Buffer; readonly isCut: boolean }> {
  const settings = [
    ...['-c', 'http.followRedirects=false', '-c', 'credential.helper=', '-c', 'protocol.version=2'],
    ...['-c', 'http.lowSpeedLimit=1000', '-c', 'http.lowSpeedTime=30'],
    ...(pin === undefined ? [] : ['-c', `http.curloptResolve=${pin}`]),
  ];
  const child = spawnGit(gitDir, [...settings, ...args], {
    network: true,
    timeoutMs,
    env: {
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_ALLOW_PROTOCOL: 'http:https',
      GIT_ASKPASS: 'true',
    },
  });
  const chunks: Buffer[] = [];
  let length = 0;
  let stderr = '';
  let isTooLarge = false;
  child.stdout.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxOutput) child.kill();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (stderr.length < 10_000) stderr += text;
  });
  const watch = setInterval(async () => {
    if (folder === undefined || (await sizeOf(folder)) <= maxBytes) return;
    isTooLarge = true;
    child.kill();
  }, LOOK_MS);
  const status = await new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
  clearInterval(watch);
  const bytes = Buffer.concat(chunks);
  if (length > maxOutput) return { bytes: bytes.subarray(0, maxOutput), isCut: true };
  if (isTooLarge || (folder !== undefined && (await sizeOf(folder)) > maxBytes))
    throw new RemoteFault('too-large');
  if (status !== 0) throw new RemoteFault(reasonOf(stderr));
  return { bytes, isCut: false };
}

async function sizeOf(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = files.map((file) =>
    stat(join(folder, file)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** By the words of git and curl, which are English here (`LC_ALL`). */
function reasonOf(stderr: string): RemoteReason {
  if (/repository '[^']*' not found|returned error: (?:404|410)|does not exist in 'HEAD'/.test(stderr))
    return 'not-found';
  if (/Authentication failed|could not read (?:Username|Password)|returned error: 4\d\d/.test(stderr))
    return 'refused';
  return /Could not resolve host|Failed to connect|Couldn't connect|Connection (?:refused|timed out)/.test(
    stderr,
  )
    ? 'no-answer'
    : 'forge-fault';
}
