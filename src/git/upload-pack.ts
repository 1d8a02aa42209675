import type { Readable, Writable } from 'node:stream';
import { gitStream, spawnGit } from './run.ts';

/** Which protocol a client asked for: `version=2` (gitprotocol-v2(5)); undefined for the first. */
export type GitProtocol = 'version=2' | undefined;

/** Whoever reads so slowly gives their place to others. */
const MAX_CLONE_MS = 30 * 60_000;

/** A repository, and those of its references that are shown; all where none are named. */
export interface Shown {
  readonly gitDir: string;
  /** Names, or folders of names: `refs/heads/main`, `refs/tags`. */
  readonly refs?: readonly string[];
}

function argsOf({ refs }: Shown): string[] {
  const shown = refs ? ['refs', ...refs.map((name) => `!${name}`)] : [];
  const hidden = shown.flatMap((pattern) => ['-c', `uploadpack.hideRefs=${pattern}`]);
  return ['-c', 'uploadpack.allowFilter=true', ...hidden, 'upload-pack', '--strict'];
}

/** Over HTTP each question stands alone. */
const STATELESS = ['--stateless-rpc'];

/** What a repository says to `GET …/info/refs?service=git-upload-pack` (gitprotocol-http(5)). */
export async function* uploadPackRefs(shown: Shown, protocol: GitProtocol): AsyncGenerator<Buffer, void> {
  if (protocol === undefined) yield Buffer.from('001e# service=git-upload-pack\n0000');
  yield* gitStream(undefined, [...argsOf(shown), ...STATELESS, '--http-backend-info-refs', shown.gitDir], {
    env: environment(protocol),
  });
}

/** What it answers to `POST …/git-upload-pack`. */
export function uploadPack(shown: Shown, protocol: GitProtocol, asked: Buffer): AsyncGenerator<Buffer, void> {
  return gitStream(undefined, [...argsOf(shown), ...STATELESS, shown.gitDir], {
    env: environment(protocol),
    input: asked,
    timeoutMs: MAX_CLONE_MS,
  });
}

/** Speaks with a client to the end, over a connection; gives the exit code. */
export async function converse(
  shown: Shown,
  protocol: GitProtocol,
  { input, output }: { readonly input: Readable; readonly output: Writable },
): Promise<number> {
  const args = [...argsOf(shown), '--timeout=300', shown.gitDir];
  const options = { env: environment(protocol), keepInput: true, timeoutMs: MAX_CLONE_MS };
  const child = spawnGit(undefined, args, options);
  input.pipe(child.stdin);
  child.stdout.pipe(output, { end: false });
  child.stderr.resume();
  return await new Promise((resolve) => child.on('close', (status) => resolve(status ?? 1)));
}

function environment(protocol: GitProtocol): Readonly<Record<string, string>> {
  return protocol === undefined ? {} : { GIT_PROTOCOL: protocol };
}
