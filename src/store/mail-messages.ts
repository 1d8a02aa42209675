import { inBatches } from './batches.ts';
import type { Reader } from './database.ts';
import type { MailMessageTable, MailNameTable } from './mail-tables.ts';

/** Above every number of a message, in both engines. */
export const MAX_NUMBER = 2 ** 31 - 1;

/** What a list knows by a name: a message, one that was erased, or undefined for neither. */
export async function messageNamed(
  reader: Reader,
  list: string,
  messageId: string,
): Promise<MailMessageTable | 'erased' | undefined> {
  const name = await reader
    .selectFrom('mail_name')
    .select(['message', 'erased'])
    .where('list', '=', list)
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  if (!name) return undefined;
  if (name.message === null) return name.erased === 1 ? 'erased' : undefined;
  return await reader
    .selectFrom('mail_message')
    .selectAll()
    .where('id', '=', name.message)
    .executeTakeFirst();
}

/** The messages of a thread, the oldest first: so many of them, after the first `offset`. */
export function messagesOfThread(
  reader: Reader,
  thread: number,
  limit: number,
  offset = 0,
): Promise<MailMessageTable[]> {
  return reader
    .selectFrom('mail_message')
    .selectAll()
    .where('thread', '=', thread)
    .orderBy('sent_at')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
}

/** A name to which a thread's messages refer, of no message that the list has. */
export type MissingName = Pick<MailNameTable, 'message_id' | 'parent' | 'erased'>;

/** What a thread's messages refer to, and the list has not. */
export function missingOfThread(reader: Reader, thread: number, limit: number): Promise<MissingName[]> {
  return reader
    .selectFrom('mail_name')
    .select(['message_id', 'parent', 'erased'])
    .where('thread', '=', thread)
    .where('message', 'is', null)
    .orderBy('message_id')
    .limit(limit)
    .execute();
}

/** Messages of a list as they came, the newest first; those whose number is below `before`. */
export function recentMessages(
  reader: Reader,
  list: string,
  { before = MAX_NUMBER, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<MailMessageTable[]> {
  return reader
    .selectFrom('mail_message')
    .selectAll()
    .where('list', '=', list)
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Messages of a list as they came, the oldest first; those whose number is above `after`. */
export function messagesAfter(
  reader: Reader,
  list: string,
  after: number,
  limit: number,
): Promise<Pick<MailMessageTable, 'id' | 'oid'>[]> {
  return reader
    .selectFrom('mail_message')
    .select(['id', 'oid'])
    .where('list', '=', list)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** The messages of these numbers, the newest first. */
export async function messagesNumbered(reader: Reader, ids: readonly number[]): Promise<MailMessageTable[]> {
  const found = await inBatches(ids, (batch) =>
    reader.selectFrom('mail_message').selectAll().where('id', 'in', batch).execute(),
  );
  return found.sort((a, b) => b.id - a.id);
}

/** The addresses of all who wrote in a thread. */
export async function participantsOf(reader: Reader, thread: number): Promise<string[]> {
  const rows = await reader
    .selectFrom('mail_message')
    .select('from_address')
    .distinct()
    .where('thread', '=', thread)
    .execute();
  return rows.map(({ from_address }) => from_address);
}

/** Whether a list has a message of one of these names. */
export async function hasOneNamed(reader: Reader, list: string, names: readonly string[]): Promise<boolean> {
  if (names.length === 0) return false;
  const found = await reader
    .selectFrom('mail_name')
    .select('message')
    .where('list', '=', list)
    .where('message_id', 'in', names)
    .where('message', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
