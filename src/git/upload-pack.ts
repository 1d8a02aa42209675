import { gitStream } from './run.ts';

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
  return ['-c', 'uploadpack.allowFilter=true', ...hidden, 'upload-pack', '--stateless-rpc', '--strict'];
}

/** What a repository says to `GET …/info/refs?service=git-upload-pack` (gitprotocol-http(5)). */
export async function* uploadPackRefs(shown: Shown, protocol: GitProtocol): AsyncGenerator<Buffer, void> {
  if (protocol === undefined) yield Buffer.from('001e# service=git-upload-pack\n0000');
  yield* gitStream(undefined, [...argsOf(shown), '--http-backend-info-refs', shown.gitDir], {
    env: environment(protocol),
  });
}

/** What it answers to `POST …/git-upload-pack`. */
export function uploadPack(shown: Shown, protocol: GitProtocol, asked: Buffer): AsyncGenerator<Buffer, void> {
  return gitStream(undefined, [...argsOf(shown), shown.gitDir], {
    env: environment(protocol),
    input: asked,
    timeoutMs: MAX_CLONE_MS,
  });
}

function environment(protocol: GitProtocol): Readonly<Record<string, string>> {
  return protocol === undefined ? {} : { GIT_PROTOCOL: protocol };
}
