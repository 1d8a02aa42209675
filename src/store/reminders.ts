import type { Reader, Writer } from './database.ts';
import type { AccessGrantTable } from './member-tables.ts';

/** Roles that end between two times (seconds since 1970), and whose holder was not told yet. */
export function grantsEnding(reader: Reader, from: number, to: number): Promise<AccessGrantTable[]> {
  return reader
    .selectFrom('access_grant')
    .selectAll()
    .where('until', '>', from)
    .where('until', '<=', to)
    .where('told_at', 'is', null)
    .orderBy('id')
    .execute();
}

export async function markEndTold(writer: Writer, id: string, now: number): Promise<void> {
  await writer.updateTable('access_grant').set({ told_at: now }).where('id', '=', id).execute();
}

/** When members were last told of something that comes back; undefined for never. */
export async function remindedAt(reader: Reader, kind: string): Promise<number | undefined> {
  const row = await reader
    .selectFrom('member_reminder')
    .select('told_at')
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row && Number(row.told_at);
}

export async function saveReminder(writer: Writer, kind: string, now: number): Promise<void> {
  await writer.deleteFrom('member_reminder').where('kind', '=', kind).execute();
  await writer.insertInto('member_reminder').values({ kind, told_at: now }).execute();
}
