import { sql } from 'kysely';
import type { Reader, Writer } from './database.ts';
import { engineOf } from './engine.ts';
import type { MailListTable } from './mail-tables.ts';

/** What the index holds of a list; undefined when it is not indexed. */
export function mailList(reader: Reader, name: string): Promise<MailListTable | undefined> {
  return reader.selectFrom('mail_list').selectAll().where('name', '=', name).executeTakeFirst();
}

/** How much a list holds. Times are seconds since 1970. */
export interface MailListSize {
  readonly threads: number;
  readonly messages: number;
  readonly startedAt: number | null;
  readonly lastAt: number | null;
}

export async function mailListSize(reader: Reader, list: string): Promise<MailListSize> {
  const size = await reader
    .selectFrom('mail_thread')
    .select((e) => [
      e.fn.countAll<number>().as('threads'),
      e.fn.coalesce(e.fn.sum<number>('messages'), e.lit(0)).as('messages'),
      e.fn.min('started_at').as('startedAt'),
      e.fn.max('last_at').as('lastAt'),
    ])
    .where('list', '=', list)
    .executeTakeFirstOrThrow();
  return { ...size, threads: Number(size.threads), messages: Number(size.messages) };
}

/** Says up to which commit of its archive a list is indexed. */
export async function saveMailList(writer: Writer, { name, ...state }: MailListTable): Promise<void> {
  await writer
    .insertInto('mail_list')
    .values({ name, ...state })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(state))
    .execute();
}

/** Forgets all that the index holds of a list. */
export async function forgetMailList(writer: Writer, list: string): Promise<void> {
  const number = sql.ref(engineOf(writer) === 'sqlite' ? 'rowid' : 'id');
  await sql`delete from mail_words where ${number} in (select id from mail_message where list = ${list})`.execute(
    writer,
  );
  for (const table of ['mail_message', 'mail_name', 'mail_thread'] as const)
    await writer.deleteFrom(table).where('list', '=', list).execute();
  await writer.deleteFrom('mail_list').where('name', '=', list).execute();
}

/** Tells all who keep what they made from the index to look whether it is still right. */
export async function mailChanged(writer: Writer): Promise<void> {
  await writer
    .updateTable('wiki')
    .set((e) => ({ generation: e('generation', '+', 1) }))
    .execute();
}
