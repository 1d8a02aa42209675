import type { Reader } from '../store/database.ts';
import { messageNamed } from '../store/mail-messages.ts';
import { contentHash } from './content-hash.ts';
import type { Message } from './mime/message.ts';
import { parseMessage } from './mime/parse.ts';

/** What tells apart messages that come: what they say, and the id that Git gives their bytes. */
export interface Newcomer {
  readonly message: Message;
  readonly oid: string;
}

/**
 * Those that a list does not have, each once: not the same again, which came another way, nor one that was erased. Another
 * message of the same Message-ID is new. `read` gives the bytes of what the list has.
 */
export async function newsOf<N extends Newcomer>(
  list: string,
  comers: readonly N[],
  { reader, read }: { readonly reader: Reader; readonly read: (oid: string) => Promise<Buffer> },
): Promise<N[]> {
  const news: N[] = [];
  const hashes = new Map<string, string[]>();
  for (const comer of comers) {
    const name = comer.message.ids[0] ?? comer.oid;
    const hash = contentHash(comer.message);
    const known = await messageNamed(reader, list, name);
    if (known === 'erased') continue;
    if (known && (known.oid === comer.oid || contentHash(parseMessage(await read(known.oid))) === hash))
      continue;
    if (known && (await messageNamed(reader, list, comer.oid)) !== undefined) continue;
    const among = hashes.get(name) ?? [];
    if (among.includes(hash)) continue;
    hashes.set(name, [...among, hash]);
    news.push(comer);
  }
  return news;
}
