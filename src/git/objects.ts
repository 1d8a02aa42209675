import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { join } from 'node:path';
import { Unavailable } from '../config/errors.ts';
import { gitStream, spawnGit } from './run.ts';

/** Larger objects are streamed by {@link ObjectReader.stream}, not held. */
export const MAX_HELD_BYTES = 16 * 1024 * 1024;

/** What is asked of `git cat-file --batch-command`: an object with its content, or only about it. */
interface Asked {
  readonly command: 'contents' | 'info';
  readonly oid: string;
  readonly resolve: (found: Found) => void;
  readonly reject: (error: Error) => void;
}

interface Found {
  readonly oid: string;
  readonly size: number;
  readonly content: Buffer | undefined;
}

/**
 * Reads objects of a repository through one living `git cat-file` (an object in 0.1 ms, where a process of its own costs
 * 3 ms). The process is started at the first read, and again when it dies.
 */
export class ObjectReader {
  readonly #gitDir: string;
  #child: ChildProcessWithoutNullStreams | undefined;
  #asked: Asked[] = [];
  /** The question that was next to be answered when the process died: it is put once more, not twice. */
  #suspect: Asked | undefined;
  #received: Buffer[] = [];
  #receivedBytes = 0;
  #neededBytes = 0;
  /** Questions that are put together, once what asks them has asked them all. */
  #unsent: Asked[] = [];
  #ahead = new Map<string, Promise<Buffer>>();
  #besides: string | undefined;

  constructor(gitDir: string) {
    this.#gitDir = gitDir;
  }

  /** Reads from now on what another repository has, too. */
  seeToo(gitDir: string): void {
    this.#besides = gitDir;
    const child = this.#child;
    this.#child = undefined;
    child?.kill();
    if (this.#asked.length > 0) this.#put(this.#asked);
    this.#unsent = [];
  }

  /** The content of the object; throws {@link Unavailable} when the repository does not have it. */
  async read(oid: string): Promise<Buffer> {
    return await (this.#ahead.get(oid) ?? this.#content(oid));
  }

  /** Reads these objects at once, for the `read` that will ask for them; holds them until the next time. */
  readAhead(oids: readonly string[]): void {
    this.#ahead = new Map([...new Set(oids)].map((oid) => [oid, this.#content(oid)]));
    for (const content of this.#ahead.values()) content.catch(() => {});
  }

  /** The size of the object, in bytes; throws {@link Unavailable} when the repository does not have it. */
  async size(oid: string): Promise<number> {
    return (await this.#ask('info', oid)).size;
  }

  /** The id of the object that a revision names today (gitrevisions(7)); undefined when there is none. */
  async idOf(revision: string): Promise<string | undefined> {
    try {
      return (await this.#ask('info', revision)).oid;
    } catch (error) {
      if (error instanceof Missing) return undefined;
      throw error;
    }
  }

  /** The content of a large object, chunk by chunk. */
  stream(oid: string): AsyncGenerator<Buffer, void> {
    return gitStream(this.#gitDir, ['cat-file', 'blob', oid]);
  }

  close(): void {
    const child = this.#child;
    this.#child = undefined;
    child?.kill();
    this.#refuseAll('it was closed');
  }

  async #content(oid: string): Promise<Buffer> {
    return (await this.#ask('contents', oid)).content as Buffer;
  }

  #ask(command: Asked['command'], oid: string): Promise<Found> {
    return new Promise((resolve, reject) => {
      const asked = { command, oid, resolve, reject };
      this.#asked.push(asked);
      if (this.#unsent.push(asked) === 1) queueMicrotask(() => this.#send());
    });
  }

  /** One write for all: each costs a switch from one process to the other. */
  #send(): void {
    const unsent = this.#unsent;
    this.#unsent = [];
    // Those that were refused, or put again, meanwhile are no longer here.
    if (unsent.length > 0) this.#put(unsent);
  }

  #put(questions: readonly Asked[]): void {
    this.#child ??= this.#start();
    this.#child.stdin.write(questions.map(({ command, oid }) => `${command} ${oid}\n`).join(''));
  }

  #start(): ChildProcessWithoutNullStreams {
    const child = spawnGit(this.#gitDir, ['cat-file', '--batch-command'], {
      keepInput: true,
      ...(this.#besides !== undefined && {
        env: { GIT_ALTERNATE_OBJECT_DIRECTORIES: join(this.#besides, 'objects') },
      }),
    });
    this.#received = [];
    this.#receivedBytes = 0;
    this.#neededBytes = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      if (this.#child === child) this.#receive(chunk);
    });
    child.stderr.resume();
    child.on('error', () => {
      if (this.#child !== child) return;
      this.#child = undefined;
      this.#refuseAll('git cannot be started');
    });
    child.on('close', () => {
      if (this.#child === child) this.#restart();
    });
    return child;
  }

  /** The process died, of the question it was at or of something else: that one is put once more, the others until then. */
  #restart(): void {
    this.#child = undefined;
    const [first] = this.#asked;
    if (first && first === this.#suspect) {
      this.#asked.shift();
      first.reject(unreadable(first.oid, 'git cat-file ended'));
    }
    this.#suspect = this.#asked[0];
    this.#unsent = [];
    if (this.#asked.length > 0) this.#put(this.#asked);
  }

  #receive(chunk: Buffer): void {
    this.#received.push(chunk);
    this.#receivedBytes += chunk.length;
    if (this.#receivedBytes < this.#neededBytes) return;
    let bytes = this.#received.length === 1 ? chunk : Buffer.concat(this.#received);
    this.#neededBytes = 0;
    for (let asked = this.#asked[0]; asked; asked = this.#asked[0]) {
      const answer = parseAnswer(bytes, asked.command);
      if (typeof answer === 'number') {
        this.#neededBytes = answer;
        break;
      }
      this.#asked.shift();
      if (answer.found) asked.resolve(answer.found);
      else asked.reject(missing(asked.oid));
      bytes = bytes.subarray(answer.length);
    }
    this.#received = bytes.length > 0 ? [bytes] : [];
    this.#receivedBytes = bytes.length;
  }

  #refuseAll(reason: string): void {
    const refused = this.#asked;
    this.#asked = [];
    this.#unsent = [];
    for (const { oid, reject } of refused) reject(unreadable(oid, reason));
  }
}

/**
 * One answer of `cat-file --batch-command` at the start of `bytes`: `OID type SIZE LF`, the content and a LF when it was
 * asked for, or `OID missing LF`. A number says how many bytes are needed at least before it can be read.
 */
function parseAnswer(
  bytes: Buffer,
  command: Asked['command'],
): { readonly found: Found | undefined; readonly length: number } | number {
  const lineEnd = bytes.indexOf(0x0a);
  if (lineEnd === -1) return bytes.length + 1;
  const header = bytes.toString('latin1', 0, lineEnd).split(' ');
  if (header.length !== 3) return { found: undefined, length: lineEnd + 1 };
  const [oid = '', , digits] = header;
  const size = Number(digits);
  if (command === 'info') return { found: { oid, size, content: undefined }, length: lineEnd + 1 };
  const end = lineEnd + 1 + size;
  if (bytes.length < end + 1) return end + 1;
  return { found: { oid, size, content: bytes.subarray(lineEnd + 1, end) }, length: end + 1 };
}

const REMEDY = 'Fetch the whole repository: a partial or damaged clone cannot be served.';

class Missing extends Unavailable {}

function missing(oid: string): Unavailable {
  return new Missing(`Object ${oid} is missing from the repository.`, REMEDY);
}

function unreadable(oid: string, reason: string): Unavailable {
  return new Unavailable(`Object ${oid} cannot be read: ${reason}.`, REMEDY);
}
