import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { createGunzip, gunzip } from 'node:zlib';
import { Busy, Invalid } from '../config/errors.ts';
import { packet } from '../git/pkt-line.ts';
import { type GitProtocol, type Shown, uploadPack, uploadPackRefs } from '../git/upload-pack.ts';
import { type Answer, answer, COMMON_HEADERS } from './answer.ts';
import type { Context } from './context.ts';
import type { FileStream } from './pages/file.ts';

/** What a client has, and what it wants: a clone of a hundred branches says far less. */
const MAX_ASKED_BYTES = 4 * 1024 * 1024;

/** Git's own answers are right for one moment. */
const NOT_KEPT = { ...COMMON_HEADERS, 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };

/** What of a request decides how Git is spoken to. */
export function protocolOf(request: Request): GitProtocol {
  const asked = request.headers.get('git-protocol')?.split(':') ?? [];
  return asked.includes('version=2') ? 'version=2' : undefined;
}

/** What a client asks of `git-upload-pack`. Throws {@link Invalid} when that is too large, or no such question. */
export async function askedOfGit(request: Request): Promise<Buffer> {
  if (request.headers.get('content-type') !== 'application/x-git-upload-pack-request')
    throw new Invalid('This is no question of Git.', 'Use git clone or git fetch.');
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > MAX_ASKED_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  if (!/^(?:x-)?gzip$/.test(request.headers.get('content-encoding') ?? '')) return body;
  return await promisify(gunzip)(body, { maxOutputLength: MAX_ASKED_BYTES }).catch((cause) => {
    throw cause.code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : new Invalid('The question is no gzip.');
  });
}

/** What a client pushes, as it comes. */
export interface PushedBody {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** What it says of its length, in bytes. */
  readonly told: number | undefined;
}

/** What a client pushes, as it comes; a small one may be compressed. */
export function pushedBody(request: Request): PushedBody {
  const body = (request.body ?? new Blob([]).stream()) as unknown as AsyncIterable<Uint8Array>;
  const isCompressed = /^(?:x-)?gzip$/.test(request.headers.get('content-encoding') ?? '');
  const length = request.headers.get('content-length');
  return {
    chunks: isCompressed ? Readable.from(body).compose(createGunzip()) : body,
    told: length === null ? undefined : Number(length),
  };
}

function tooLarge(): Invalid {
  return new Invalid('The question is too large.', 'Clone anew instead of fetching.');
}

/** The branches of a repository, to a client of Git, when its turn has come. */
export async function refsAnswer({ wiki }: Context, shown: Shown, protocol: GitProtocol): Promise<Answer> {
  const type = 'application/x-git-upload-pack-advertisement';
  try {
    const refs: Buffer[] = [];
    await wiki.clones.run(async () => {
      for await (const chunk of uploadPackRefs(shown, protocol)) refs.push(chunk);
    });
    return answer(200, Buffer.concat(refs), { ...NOT_KEPT, 'content-type': type });
  } catch (error) {
    if (error instanceof Busy) return busyAnswer(error);
    throw error;
  }
}

/** The objects that a client of Git asks for, when its turn has come. */
export function packAnswer(
  { wiki }: Context,
  shown: Shown,
  { protocol, asked }: { readonly protocol: GitProtocol; readonly asked: Buffer },
): FileStream {
  return {
    status: 200,
    headers: { ...NOT_KEPT, 'content-type': 'application/x-git-upload-pack-result' },
    stream: () => toldWhenBusy(wiki.clones.stream(() => uploadPack(shown, protocol, asked))),
  };
}

/** What Git shows of a request that is not answered: it reads plain text alone. */
export function busyAnswer({ message, remedy, retryAfter }: Busy): Answer {
  return answer(503, `${message} ${remedy}\n`, {
    ...NOT_KEPT,
    'content-type': 'text/plain; charset=utf-8',
    'retry-after': String(retryAfter),
  });
}

/** In the middle of a conversation Git shows what an error packet says, and no status (gitprotocol-pack(5)). */
async function* toldWhenBusy(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  try {
    yield* chunks;
  } catch (error) {
    if (!(error instanceof Busy)) throw error;
    yield packet(`ERR ${error.message} ${error.remedy}\n`);
  }
}
