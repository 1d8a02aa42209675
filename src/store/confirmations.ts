import type { Reader, Writer } from './database.ts';
import type { ConfirmationTable } from './subscription-tables.ts';

const DAY = 86_400;

/** How many confirmations are awaited: today of an address for a list, of an address, and in the last hour of all. */
export interface ConfirmationCounts {
  readonly forList: number;
  readonly forAddress: number;
  readonly lastHour: number;
}

export async function confirmationCounts(
  reader: Reader,
  list: string,
  folded: string,
  now: number,
): Promise<ConfirmationCounts> {
  const recent = await reader
    .selectFrom('confirmation')
    .select('list')
    .where('folded', '=', folded)
    .where('asked_at', '>', now - DAY)
    .execute();
  const all = await reader
    .selectFrom('confirmation')
    .select((e) => e.fn.countAll<number | string>().as('count'))
    .where('asked_at', '>', now - 3_600)
    .executeTakeFirst();
  return {
    forList: recent.filter((row) => row.list === list).length,
    forAddress: recent.length,
    lastHour: Number(all?.count ?? 0),
  };
}

/** Keeps what waits for a confirmation; what expired long ago goes. */
export async function addConfirmation(writer: Writer, row: ConfirmationTable): Promise<void> {
  await writer.deleteFrom('confirmation').where('expires_at', '<', row.asked_at).execute();
  await writer.insertInto('confirmation').values(row).execute();
}

/** What a token's hash stands for, while it has not expired and was not used. */
export function pendingConfirmation(
  reader: Reader,
  hash: string,
  now: number,
): Promise<ConfirmationTable | undefined> {
  return reader
    .selectFrom('confirmation')
    .selectAll()
    .where('hash', '=', hash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/** Takes what a token stands for: it stands for nothing afterwards. */
export async function takeConfirmation(
  writer: Writer,
  hash: string,
  now: number,
): Promise<ConfirmationTable | undefined> {
  const found = await pendingConfirmation(writer, hash, now);
  if (found) await writer.deleteFrom('confirmation').where('hash', '=', hash).execute();
  return found;
}

/** Counts an answer to an address on a day (days since 1970); says how many there are with it. */
export async function countAnswer(writer: Writer, folded: string, day: number): Promise<number> {
  await writer.deleteFrom('mail_answer').where('day', '<', day).execute();
  await writer
    .insertInto('mail_answer')
    .values({ folded, day, answers: 1 })
    .onConflict((conflict) =>
      conflict.columns(['folded', 'day']).doUpdateSet((e) => ({ answers: e('mail_answer.answers', '+', 1) })),
    )
    .execute();
  const row = await writer
    .selectFrom('mail_answer')
    .select('answers')
    .where('folded', '=', folded)
    .where('day', '=', day)
    .executeTakeFirst();
  return row?.answers ?? 1;
}
