import { gitStream } from './run.ts';

/** Which protocol a client asked for: `version=2` (gitprotocol-v2(5)); undefined for the first. */
export type GitProtocol = 'version=2' | undefined;

const ARGS = ['-c', 'uploadpack.allowFilter=true', 'upload-pack', '--stateless-rpc', '--strict'];

/** What a repository says to `GET …/info/refs?service=git-upload-pack` (gitprotocol-http(5)). */
export async function* uploadPackRefs(gitDir: string, protocol: GitProtocol): AsyncGenerator<Buffer, void> {
  if (protocol === undefined) yield Buffer.from('001e# service=git-upload-pack\n0000');
  yield* gitStream(undefined, [...ARGS, '--http-backend-info-refs', gitDir], { env: environment(protocol) });
}

/** What it answers to `POST …/git-upload-pack`. */
export function uploadPack(
  gitDir: string,
  protocol: GitProtocol,
  asked: Buffer,
): AsyncGenerator<Buffer, void> {
  return gitStream(undefined, [...ARGS, gitDir], { env: environment(protocol), input: asked });
}

function environment(protocol: GitProtocol): Readonly<Record<string, string>> {
  return protocol === undefined ? {} : { GIT_PROTOCOL: protocol };
}
