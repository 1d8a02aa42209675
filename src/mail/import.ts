import { blobId } from '../git/blob-id.ts';
import type { Database } from '../store/database.ts';
import { type Archive, resultsIn } from './archive.ts';
import { MailIndexer } from './index-messages.ts';
import { readDate } from './mime/date.ts';
import { fieldOf } from './mime/headers.ts';
import type { Message } from './mime/message.ts';
import { parseMessage } from './mime/parse.ts';
import { newsOf } from './news.ts';
import type { SourceMessage } from './sources/open.ts';

/** What is archived at once: as much as that is held. */
const BATCH = 500;
const BATCH_BYTES = 16 * 1024 * 1024;

/** What became of the messages of a mailbox. */
export interface Imported {
  readonly added: number;
  /** Those that the list had, and those it erased. */
  readonly known: number;
  readonly tooLarge: number;
}

export interface ImportContext {
  readonly database: Database;
  readonly archive: Archive;
  readonly list: string;
  /** The wiki's own language. */
  readonly language: string;
  readonly onProgress?: (sofar: Imported) => void;
}

interface Letter {
  readonly message: Message;
  readonly oid: string;
  readonly receivedAt: number;
  readonly results?: string;
}

/**
 * Adds the messages of a mailbox to the archive of a list, and to its index, in their order; nobody is sent them. Those it
 * has are passed over, so that what was interrupted can be begun again.
 */
export async function importMessages(
  { database, archive, list, language, onProgress }: ImportContext,
  messages: AsyncIterable<SourceMessage | 'too-large'>,
): Promise<Imported> {
  const indexer = new MailIndexer(language);
  let sofar: Imported = { added: 0, known: 0, tooLarge: 0 };
  let batch: Letter[] = [];
  let bytes = 0;
  await indexer.follow(database, archive, list);
  const take = async () => {
    const news = await newsOf(list, batch, { reader: database.reader, read: (oid) => archive.read(oid) });
    if (news.length > 0) await archive.append(news);
    await indexer.follow(database, archive, list);
    sofar = { ...sofar, added: sofar.added + news.length, known: sofar.known + batch.length - news.length };
    batch = [];
    bytes = 0;
    onProgress?.(sofar);
  };
  for await (const found of messages) {
    if (found === 'too-large') {
      sofar = { ...sofar, tooLarge: sofar.tooLarge + 1 };
      continue;
    }
    batch.push(letterOf(found));
    bytes += found.raw.length;
    if (batch.length === BATCH || bytes > BATCH_BYTES) await take();
  }
  if (batch.length > 0) await take();
  return sofar;
}

function letterOf({ raw, receivedAt, said }: SourceMessage): Letter {
  const bytes = withLineFeeds(raw);
  const message = parseMessage(bytes);
  const results = said === undefined ? undefined : resultsIn(said);
  return {
    message,
    oid: blobId(bytes),
    receivedAt: receivedAt ?? arrivalOf(message) ?? Math.floor(Date.now() / 1000),
    ...(results !== undefined && { results }),
  };
}

/** When the last server of its way took it (RFC 5321, 4.4), else when it was written. */
function arrivalOf({ headers, date }: Message): number | undefined {
  const trace = fieldOf(headers, 'received')?.raw;
  const stamped = trace === undefined ? undefined : readDate(trace.slice(trace.lastIndexOf(';') + 1));
  return stamped ?? date;
}

/** Lines end as in files. One that mixes both is kept as it is. */
function withLineFeeds(raw: Buffer): Buffer {
  const end = raw.indexOf(0x0a);
  if (end < 1 || raw[end - 1] !== 0x0d) return raw;
  return Buffer.from(raw.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
}
