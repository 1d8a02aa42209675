import { inBatches } from './batches.ts';
import type { Reader } from './database.ts';
import type { MailThreadTable } from './mail-tables.ts';

/** Where a list of threads goes on: after the one with this last time and number. */
export type ThreadCursor = Pick<MailThreadTable, 'last_at' | 'id'>;

/** Threads of a list, that with the newest message first. */
export function threadsOf(
  reader: Reader,
  list: string,
  { before, limit }: { readonly before?: ThreadCursor | undefined; readonly limit: number },
): Promise<MailThreadTable[]> {
  let threads = reader
    .selectFrom('mail_thread')
    .selectAll()
    .where('list', '=', list)
    .orderBy('last_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (before)
    threads = threads
      .where('last_at', '<=', before.last_at)
      .where((e) => e.or([e('last_at', '<', before.last_at), e('id', '<', before.id)]));
  return threads.execute();
}

export function threadNumbered(reader: Reader, id: number): Promise<MailThreadTable | undefined> {
  return reader.selectFrom('mail_thread').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Somebody who wrote in a thread. */
export interface ThreadPerson {
  readonly thread: number;
  readonly from_name: string;
  readonly from_address: string;
  /** The number of their first message there. */
  readonly first: number;
}

/** Who wrote in these threads, in the order of their first messages. */
export async function peopleOfThreads(reader: Reader, ids: readonly number[]): Promise<ThreadPerson[]> {
  const people = await inBatches(ids, (batch) =>
    reader
      .selectFrom('mail_message')
      .select((e) => ['thread', 'from_name', 'from_address', e.fn.min('id').as('first')])
      .where('thread', 'in', batch)
      .groupBy(['thread', 'from_name', 'from_address'])
      .execute(),
  );
  return people.sort((a, b) => a.first - b.first);
}

/** The oldest message of each of these threads: what they are found by. */
export async function firstOfThreads(
  reader: Reader,
  ids: readonly number[],
): Promise<{ readonly thread: number; readonly message_id: string; readonly is_patch: number }[]> {
  const rows = await inBatches(ids, (batch) =>
    reader
      .selectFrom('mail_message as m')
      .select(['m.thread', 'm.message_id', 'm.is_patch'])
      .where('m.thread', 'in', batch)
      .where('m.id', '=', (e) =>
        e
          .selectFrom('mail_message as o')
          .select('o.id')
          .whereRef('o.thread', '=', 'm.thread')
          .orderBy('o.sent_at')
          .orderBy('o.id')
          .limit(1),
      )
      .execute(),
  );
  return rows.sort((a, b) => a.thread - b.thread);
}
