import { sql } from 'kysely';
import { inBatches, insertAll } from './batches.ts';
import type { Writer } from './database.ts';
import { engineOf } from './engine.ts';
import type { MailEntry } from './mail-entry.ts';
import type { MailMessageTable, MailNameTable, MailThreadTable } from './mail-tables.ts';
import { joinThreads } from './mail-threading.ts';

/** Two parameters a row. */
const WORDS_BATCH = 200;

/**
 * Adds messages to a list, in the order of its archive. One that it has already is passed over, and one that has the name
 * of another goes by the id of its bytes; threads that a message ties become one. Gives the rows of those that are new.
 */
export async function addMessages(
  writer: Writer,
  list: string,
  entries: readonly MailEntry[],
): Promise<MailMessageTable[]> {
  const referred = entries.flatMap(({ message_id, references }) => [message_id, ...references]);
  const names = await namesOf(writer, list, new Set(referred));
  for (const [name, row] of await namesOf(writer, list, namesakes(entries, names))) names.set(name, row);
  const first = await nextNumber(writer);
  const own = entries.flatMap(({ message_id, oid }) =>
    [names.get(message_id), names.get(oid)].filter((name) => name !== undefined),
  );
  const oids = await oidsOf(writer, own);
  const { added, joined, touched } = joinThreads(list, entries, { names, oids, first });
  await followJoined(writer, joined);
  await insertAll(
    writer,
    'mail_message',
    added.map(({ row }) => row),
  );
  await saveNames(
    writer,
    touched.map((name) => names.get(name) as MailNameTable),
  );
  await addWords(
    writer,
    added.map(({ row, entry }) => ({ id: row.id, tokens: entry.tokens })),
  );
  await saveThreads(
    writer,
    added.map(({ row }) => row),
    joined,
  );
  return added.map(({ row }) => row);
}

/** The bytes' ids of messages whose name may be another's. */
function namesakes(entries: readonly MailEntry[], names: ReadonlyMap<string, MailNameTable>): Set<string> {
  const seen = new Set<string>();
  const found = new Set<string>();
  for (const { message_id, oid } of entries) {
    if (seen.has(message_id) || typeof names.get(message_id)?.message === 'number') found.add(oid);
    seen.add(message_id);
  }
  return found;
}

async function oidsOf(writer: Writer, names: readonly MailNameTable[]): Promise<Map<number, string>> {
  const numbers = names.flatMap(({ message }) => message ?? []);
  const rows = await inBatches(numbers, (batch) =>
    writer.selectFrom('mail_message').select(['id', 'oid']).where('id', 'in', batch).execute(),
  );
  return new Map(rows.map(({ id, oid }) => [id, oid]));
}

/**
 * Forgets a message that was erased; its name stays, as that of one that was. Gives its name, or undefined when the list
 * has no such message.
 */
export async function removeMessage(writer: Writer, list: string, oid: string): Promise<string | undefined> {
  const found = await writer
    .selectFrom('mail_message')
    .select(['id', 'message_id', 'thread', 'in_reply_to'])
    .where('list', '=', list)
    .where('oid', '=', oid)
    .executeTakeFirst();
  if (!found) return undefined;
  const { id, message_id, thread, in_reply_to } = found;
  await writer.deleteFrom('mail_message').where('id', '=', id).execute();
  await removeWords(writer, [id]);
  await writer
    .updateTable('mail_name')
    .set({ message: null, parent: in_reply_to, erased: 1 })
    .where('list', '=', list)
    .where('message_id', '=', message_id)
    .execute();
  await countAgain(writer, [thread]);
  return message_id;
}

/** Says that a message was erased of which the index never knew more than its name. */
export async function markErased(writer: Writer, list: string, messageId: string): Promise<void> {
  const thread = await nextNumber(writer);
  await writer
    .insertInto('mail_name')
    .values({ list, message_id: messageId, thread, message: null, parent: null, erased: 1 })
    .onConflict((conflict) => conflict.columns(['list', 'message_id']).doUpdateSet({ erased: 1 }))
    .execute();
}

async function namesOf(
  writer: Writer,
  list: string,
  ids: ReadonlySet<string>,
): Promise<Map<string, MailNameTable>> {
  const known = await inBatches([...ids], (batch) =>
    writer
      .selectFrom('mail_name')
      .selectAll()
      .where('list', '=', list)
      .where('message_id', 'in', batch)
      .execute(),
  );
  return new Map(known.map((name) => [name.message_id, name]));
}

/** Above every message and every thread, those of which only the name is left too. */
async function nextNumber(writer: Writer): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`select max(n) as last from (
    select max(id) as n from mail_message union all select max(thread) from mail_name) as numbers`.execute(
    writer,
  );
  return (rows[0]?.last ?? 0) + 1;
}

async function saveNames(writer: Writer, names: readonly MailNameTable[]): Promise<void> {
  await inBatches(names, async (batch) => {
    await writer
      .insertInto('mail_name')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['list', 'message_id']).doUpdateSet((e) => ({
          thread: e.ref('excluded.thread'),
          message: e.ref('excluded.message'),
          parent: e.ref('excluded.parent'),
          erased: e.ref('excluded.erased'),
        })),
      )
      .execute();
    return [];
  });
}

/** What was of a thread that is part of another now. */
async function followJoined(writer: Writer, joined: ReadonlyMap<number, number>): Promise<void> {
  for (const [from, to] of joined) {
    for (const table of ['mail_message', 'mail_name'] as const)
      await writer.updateTable(table).set({ thread: to }).where('thread', '=', from).execute();
    await writer.deleteFrom('mail_thread').where('id', '=', from).execute();
  }
}

async function addWords(
  writer: Writer,
  messages: readonly { readonly id: number; readonly tokens: ReadonlySet<string> }[],
): Promise<void> {
  const isSqlite = engineOf(writer) === 'sqlite';
  const number = sql.ref(isSqlite ? 'rowid' : 'id');
  for (let at = 0; at < messages.length; at += WORDS_BATCH) {
    const rows = messages.slice(at, at + WORDS_BATCH).map(({ id, tokens }) => {
      const words = [...tokens].join(' ');
      if (isSqlite) return sql`(${id}, ${words})`;
      return sql`(${id}, array_to_tsvector(string_to_array(${words}, ' ')))`;
    });
    await sql`insert into mail_words (${number}, tokens) values ${sql.join(rows)}`.execute(writer);
  }
}

async function removeWords(writer: Writer, ids: readonly number[]): Promise<void> {
  const number = engineOf(writer) === 'sqlite' ? 'rowid' : 'id';
  await writer.deleteFrom('mail_words').where(number, 'in', ids).execute();
}

/** The threads of new messages: those that grew, and those that were joined. */
async function saveThreads(
  writer: Writer,
  added: readonly MailMessageTable[],
  joined: ReadonlyMap<number, number>,
): Promise<void> {
  const recount = new Set(joined.values());
  const ids = [...new Set(added.map(({ thread }) => thread))].filter((id) => !recount.has(id));
  const known = await inBatches(ids, (batch) =>
    writer.selectFrom('mail_thread').selectAll().where('id', 'in', batch).execute(),
  );
  const threads = new Map<number, MailThreadTable>(known.map((thread) => [thread.id, thread]));
  for (const row of added)
    if (!recount.has(row.thread)) threads.set(row.thread, grown(threads.get(row.thread), row));
  await upsertThreads(writer, [...threads.values()]);
  await countAgain(writer, [...recount]);
}

function grown(thread: MailThreadTable | undefined, row: MailMessageTable): MailThreadTable {
  const { list, subject, sent_at } = row;
  if (!thread) return { id: row.thread, list, subject, started_at: sent_at, last_at: sent_at, messages: 1 };
  return {
    ...thread,
    ...(sent_at < thread.started_at && { subject, started_at: sent_at }),
    last_at: Math.max(thread.last_at, sent_at),
    messages: thread.messages + 1,
  };
}

async function upsertThreads(writer: Writer, threads: readonly MailThreadTable[]): Promise<void> {
  await inBatches(threads, async (batch) => {
    await writer
      .insertInto('mail_thread')
      .values(batch)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((e) => ({
          subject: e.ref('excluded.subject'),
          started_at: e.ref('excluded.started_at'),
          last_at: e.ref('excluded.last_at'),
          messages: e.ref('excluded.messages'),
        })),
      )
      .execute();
    return [];
  });
}

/** Counts threads anew from their messages; one without any is no thread. */
async function countAgain(writer: Writer, ids: readonly number[]): Promise<void> {
  for (const id of ids) {
    const messages = await writer
      .selectFrom('mail_message')
      .selectAll()
      .where('thread', '=', id)
      .orderBy('sent_at')
      .orderBy('id')
      .execute();
    await writer.deleteFrom('mail_thread').where('id', '=', id).execute();
    const thread = messages.reduce<MailThreadTable | undefined>(grown, undefined);
    if (thread) await upsertThreads(writer, [thread]);
  }
}
