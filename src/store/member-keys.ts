import type { Reader, Writer } from './database.ts';
import type { MemberKeyTable } from './member-key-table.ts';

export function memberKeys(reader: Reader): Promise<MemberKeyTable[]> {
  return reader.selectFrom('member_key').selectAll().orderBy('folded').orderBy('created_at').execute();
}

export function memberKeyOf(reader: Reader, fingerprint: string): Promise<MemberKeyTable | undefined> {
  return reader
    .selectFrom('member_key')
    .selectAll()
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst();
}

export async function addMemberKey(writer: Writer, key: MemberKeyTable): Promise<void> {
  await writer.insertInto('member_key').values(key).execute();
}

export async function removeMemberKey(writer: Writer, fingerprint: string): Promise<void> {
  await writer.deleteFrom('member_key').where('fingerprint', '=', fingerprint).execute();
}
