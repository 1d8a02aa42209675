import { spawnGit } from './run.ts';
import type { Workshop } from './workshop.ts';

/** How large a pack may be. */
export interface PackLimits {
  /** As it comes. */
  readonly bytes: number;
  readonly objects: number;
  /** Of the time that it takes to come and to be read. */
  readonly milliseconds: number;
}

/** Why a pack is not taken. */
export type PackFault =
  | 'too-large'
  | 'too-many-objects'
  | 'object-too-large'
  | 'cut'
  | 'corrupt'
  | 'missing-base'
  | 'too-slow'
  | 'malformed';

/** What no object may need more of, in memory; a larger file is read piece by piece. */
const MEMORY = { GIT_ALLOC_LIMIT: '128m' };
const FRUGAL = [
  ['pack.threads', '1'],
  ['core.deltaBaseCacheLimit', '32m'],
  ['core.bigFileThreshold', '32m'],
].flatMap(([key, value]) => ['-c', `${key}=${value}`]);

/**
 * Puts a pack in a repository, checked as `receive.fsckObjects` does (git-index-pack(1)), reading no further than its end.
 * Gives why it could not be, and what git says of it; undefined when all is well.
 */
export async function indexPack(
  { folder }: Workshop,
  pack: AsyncIterator<Uint8Array>,
  limits: PackLimits,
): Promise<{ readonly fault: PackFault; readonly said: string } | undefined> {
  const first = await firstBytes(pack, 12);
  if (first.length < 12) return { fault: 'cut', said: '' };
  if (first.toString('latin1', 0, 4) !== 'PACK') return { fault: 'malformed', said: '' };
  if (first.readUInt32BE(8) > limits.objects) return { fault: 'too-many-objects', said: '' };
  const child = spawnGit(
    folder,
    [...FRUGAL, 'index-pack', '--stdin', '--fix-thin', '--strict', `--max-input-size=${limits.bytes}`],
    { keepInput: true, timeoutMs: limits.milliseconds, env: MEMORY },
  );
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (said.length < 2_000) said += text;
  });
  child.stdout.resume();
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  await feed(child.stdin, first, pack, ended);
  const status = await ended;
  if (status === 0) return undefined;
  const told = /^(?:fatal|error): (.*)$/m.exec(said)?.[1] ?? '';
  return { fault: status === null ? 'too-slow' : faultOf(said), said: told };
}

const FAULTS: readonly (readonly [RegExp, PackFault])[] = [
  [/exceeds maximum allowed size/, 'too-large'],
  [/over limit|out of memory|too large/i, 'object-too-large'],
  [/early EOF|premature end/i, 'cut'],
  [/unresolved delta|cannot read existing|did not receive expected/i, 'missing-base'],
  [/mismatch|inflate|corrupt|bad/i, 'corrupt'],
];

function faultOf(said: string): PackFault {
  return FAULTS.find(([pattern]) => pattern.test(said))?.[1] ?? 'malformed';
}

/** At least so many of the first bytes, where there are as many. */
async function firstBytes(pack: AsyncIterator<Uint8Array>, wanted: number): Promise<Buffer> {
  let bytes = Buffer.alloc(0);
  while (bytes.length < wanted) {
    const { value, done } = await pack.next();
    if (done) break;
    bytes = Buffer.concat([bytes, value]);
  }
  return bytes;
}

/** Writes what comes until it ends, or until nobody reads it any more: who sends it may then wait for an answer. */
async function feed(
  into: NodeJS.WritableStream,
  first: Buffer,
  pack: AsyncIterator<Uint8Array>,
  ended: Promise<unknown>,
): Promise<void> {
  const over = ended.then(() => undefined);
  let chunk: Uint8Array | undefined = first;
  while (chunk) {
    if (!into.write(chunk)) await Promise.race([new Promise((resolve) => into.once('drain', resolve)), over]);
    const next = pack.next().then(({ value, done }) => (done ? undefined : value));
    // Of a client that goes away, the end of what it sends is the fault.
    chunk = await Promise.race([next.catch(() => undefined), over]);
  }
  into.end();
}
