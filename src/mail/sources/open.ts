import { createReadStream, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Invalid, NotFound } from '../../config/errors.ts';
import { inboxEpochs, publicInboxMessages } from '../../git/public-inbox.ts';
import { maildirMessages } from './maildir.ts';
import { mboxMessages } from './mbox.ts';

/** A message of another archive. */
export interface SourceMessage {
  readonly raw: Buffer;
  /** When it came there, in seconds since 1970 UTC, where the archive says so. */
  readonly receivedAt?: number;
  /** What its commit says, in a public-inbox. */
  readonly said?: string;
}

const CHUNK = 1024 * 1024;
const GZIP = Buffer.from([0x1f, 0x8b]);
const REMEDY =
  'Name an mbox (it may be gzipped), a Maildir, or a public-inbox repository; - is the standard input.';

/**
 * The messages of a mailbox, in its order: an mbox, a Maildir, a public-inbox of version 1 or 2. `too-large` stands for one
 * of more than `maxBytes`. Throws {@link NotFound} when there is nothing, {@link Invalid} when it is none of these.
 */
export async function* sourceMessages(
  path: string,
  maxBytes: number,
): AsyncGenerator<SourceMessage | 'too-large', void> {
  if (path === '-') yield* ofMbox(path, process.stdin, maxBytes);
  else if (!existsSync(path)) throw new NotFound(`There is nothing at ${path}.`, REMEDY);
  else if (!statSync(path).isDirectory())
    yield* ofMbox(path, createReadStream(path, { highWaterMark: CHUNK }), maxBytes);
  else yield* ofFolder(path, maxBytes);
}

async function* ofFolder(path: string, maxBytes: number): AsyncGenerator<SourceMessage | 'too-large', void> {
  if (existsSync(join(path, 'cur')) && existsSync(join(path, 'new'))) {
    for await (const raw of maildirMessages(path, maxBytes)) yield raw === 'too-large' ? raw : { raw };
    return;
  }
  const epochs = await inboxEpochs(path);
  const own = existsSync(join(path, '.git')) ? join(path, '.git') : path;
  const repositories = epochs.length === 0 && existsSync(join(own, 'HEAD')) ? [own] : epochs;
  if (repositories.length === 0) throw none(path);
  for (const repository of repositories)
    for await (const found of publicInboxMessages(repository, maxBytes)) {
      if (found === 'too-large') yield found;
      else yield { raw: found.raw, receivedAt: found.time, said: found.said };
    }
}

async function* ofMbox(
  path: string,
  file: Readable,
  maxBytes: number,
): AsyncGenerator<SourceMessage | 'too-large', void> {
  for await (const found of mboxMessages(unzipped(file), maxBytes)) {
    if (found === undefined) throw none(path);
    yield found === 'too-large' ? found : { raw: found };
  }
}

async function* unzipped(file: Readable): AsyncGenerator<Buffer, void> {
  const chunks = file[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await chunks.next();
  if (first.done) return;
  const whole = (async function* () {
    yield first.value;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  })();
  if (first.value.subarray(0, 2).equals(GZIP)) yield* Readable.from(whole).compose(createGunzip());
  else yield* whole;
}

function none(path: string): Invalid {
  return new Invalid(`${path} is no mailbox.`, REMEDY);
}
