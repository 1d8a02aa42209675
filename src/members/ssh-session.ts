import type { Readable, Writable } from 'node:stream';
import { Invalid, Refused } from '../config/errors.ts';
import { headBranch, headNow } from '../git/head.ts';
import { MAX_REQUEST_BYTES, type PushRequest, readPush } from '../git/push-request.ts';
import { receivePackRefs } from '../git/receive-pack.ts';
import { converse, type GitProtocol } from '../git/upload-pack.ts';
import { mayEnter, type PushDoor, receivePush } from './receive-push.ts';

/** What a client of Git asks of a shell (gitprotocol-pack(5), "SSH Transport"). */
export interface SshCommand {
  readonly service: 'git-upload-pack' | 'git-receive-pack';
  /** Without the slash that it may begin with. */
  readonly repository: string;
}

export interface SshStreams {
  readonly input: Readable;
  readonly output: Writable;
}

/** Reads the command of a client; undefined for anything but fetching and pushing. */
export function readSshCommand(command: string): SshCommand | undefined {
  const [, service, repository] =
    /^git[- ](upload-pack|receive-pack) '?\/?([^\s'\\]+?)\/?'?$/.exec(command.trim()) ?? [];
  if (service === undefined || repository === undefined) return undefined;
  return { service: `git-${service}` as SshCommand['service'], repository };
}

/** Lets somebody fetch: the branch that is shown, and the tags; gives the exit code. */
export async function fetchOverSsh(
  { wiki: { source } }: Pick<PushDoor, 'wiki'>,
  protocol: GitProtocol,
  streams: SshStreams,
): Promise<number> {
  const branch = await headBranch(source.gitDir);
  const refs = branch === undefined ? ['refs/tags'] : ['HEAD', branch, 'refs/tags'];
  return await converse({ gitDir: source.gitDir, refs }, protocol, streams);
}

/** Takes a push of somebody, as over HTTP. Throws {@link Refused} where they may not. */
export async function pushOverSsh(door: PushDoor, { input, output }: SshStreams): Promise<void> {
  const { wiki } = door;
  if (!(await mayEnter(door)))
    throw new Refused('You may not push to this wiki.', 'Ask for write access on /-/account.');
  const branch = await headBranch(wiki.source.gitDir);
  const head = await headNow(wiki.objects, wiki.source.gitDir);
  if (branch === undefined || head === undefined)
    throw new Refused('The wiki has no branch.', 'Push its first commit where its repository is.');
  output.write(receivePackRefs(branch, head));
  const chunks: AsyncIterator<Uint8Array> = input[Symbol.asyncIterator]();
  const asked = await readRequest(chunks);
  if (!asked) return;
  const { push, beginning } = asked;
  await written(output, await receivePush(door, push, after(beginning, chunks)));
}

/** What a client wants, and the first bytes of its pack; undefined where it goes without wanting anything. */
async function readRequest(
  chunks: AsyncIterator<Uint8Array>,
): Promise<{ readonly push: PushRequest; readonly beginning: Buffer } | undefined> {
  let head = Buffer.alloc(0);
  for (;;) {
    const push = readPush(head.subarray(0, MAX_REQUEST_BYTES));
    if (push === undefined) throw new Invalid('This is no push of Git.', 'Use git push.');
    if (push !== 'more') {
      if (push.commands.length === 0) return undefined;
      return { push, beginning: head.subarray(push.packAt ?? head.length) };
    }
    const { value, done } = await chunks.next();
    if (done) return undefined;
    head = Buffer.concat([head, value]);
  }
}

async function* after(
  beginning: Buffer,
  chunks: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  if (beginning.length > 0) yield beginning;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
}

function written(output: Writable, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => output.write(bytes, () => resolve()));
}
