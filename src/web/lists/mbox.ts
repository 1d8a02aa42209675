import { pipeline, Readable } from 'node:stream';
import { promisify } from 'node:util';
import { createGzip, gzip } from 'node:zlib';
import { inMbox } from '../../mail/mbox.ts';
import type { MailMessageTable } from '../../store/mail-tables.ts';
import { type Answer, answer, COMMON_HEADERS, FILE_POLICY } from '../answer.ts';
import type { Context } from '../context.ts';
import type { FileStream } from '../pages/file.ts';
import type { ListPlace } from './list-place.ts';

type Bytes = Pick<MailMessageTable, 'oid'>;

/** What every mbox says. It is a file that is compressed, and no text that is sent so: clients decompress it themselves. */
const headersOf = (name: string): Record<string, string> => ({
  'content-type': 'application/gzip',
  'content-security-policy': FILE_POLICY,
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  'access-control-allow-origin': '*',
  'x-robots-tag': 'noindex',
});

/** A few messages as a gzipped mboxrd. */
export async function mboxAnswer(list: ListPlace, name: string, messages: readonly Bytes[]): Promise<Answer> {
  const read = await Promise.all(messages.map(({ oid }) => list.archives.read(list.name, oid)));
  return answer(200, await promisify(gzip)(Buffer.concat(read.map(inMbox))), headersOf(name));
}

/** Any number of messages as a gzipped mboxrd, sent as they are read. */
export function mboxStream(
  { wiki: { downloads } }: Context,
  list: ListPlace,
  name: string,
  messages: () => AsyncIterable<Bytes>,
): FileStream {
  downloads.assertRoom();
  const compressed = () =>
    // What fails ends both: who reads is told.
    pipeline(Readable.from(mbox(list, messages())), createGzip(), () => {}) as AsyncIterable<Buffer>;
  return {
    status: 200,
    headers: { ...COMMON_HEADERS, ...headersOf(name) },
    stream: () => downloads.stream(compressed),
  };
}

async function* mbox({ archives, name }: ListPlace, messages: AsyncIterable<Bytes>): AsyncGenerator<Buffer> {
  for await (const { oid } of messages) yield inMbox(await archives.read(name, oid));
}
