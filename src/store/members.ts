import type { Reader, Writer } from './database.ts';
import type { AccessRequestTable, AuditTable, MemberTable } from './member-tables.ts';
import { endSessions } from './sessions.ts';

/** Who has a role, and still has it at `now` (seconds since 1970). */
export function memberAt(reader: Reader, folded: string, now: number): Promise<MemberTable | undefined> {
  return reader
    .selectFrom('member')
    .selectAll()
    .where('folded', '=', folded)
    .where((e) => e.or([e('until', 'is', null), e('until', '>', now)]))
    .executeTakeFirst();
}

export function allMembers(reader: Reader): Promise<MemberTable[]> {
  return reader.selectFrom('member').selectAll().orderBy('folded').execute();
}

/** Gives somebody a role, in the place of the one they had. */
export async function saveMember(writer: Writer, member: MemberTable): Promise<void> {
  await writer.deleteFrom('member').where('folded', '=', member.folded).execute();
  await writer.insertInto('member').values(member).execute();
}

/** Takes it back, and ends all that they are signed in by: sessions, passkeys, tokens; false when they had none. */
export async function removeMember(writer: Writer, folded: string): Promise<boolean> {
  await writer.deleteFrom('ssh_key').where('folded', '=', folded).execute();
  await writer.deleteFrom('access_token').where('folded', '=', folded).execute();
  await writer.deleteFrom('passkey').where('folded', '=', folded).execute();
  await endSessions(writer, { folded });
  const { numDeletedRows } = await writer
    .deleteFrom('member')
    .where('folded', '=', folded)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** A role was of use. */
export async function markUsed(writer: Writer, folded: string, now: number): Promise<void> {
  await writer.updateTable('member').set({ used_at: now }).where('folded', '=', folded).execute();
}

export async function saveAccessRequest(writer: Writer, request: AccessRequestTable): Promise<void> {
  await removeAccessRequest(writer, request.folded);
  await writer.insertInto('access_request').values(request).execute();
}

export function accessRequests(reader: Reader): Promise<AccessRequestTable[]> {
  return reader.selectFrom('access_request').selectAll().orderBy('created_at').execute();
}

export function accessRequestOf(reader: Reader, folded: string): Promise<AccessRequestTable | undefined> {
  return reader.selectFrom('access_request').selectAll().where('folded', '=', folded).executeTakeFirst();
}

export async function removeAccessRequest(writer: Writer, folded: string): Promise<void> {
  await writer.deleteFrom('access_request').where('folded', '=', folded).execute();
}

/** Notes who did what, in the transaction that does it. */
export async function noteAudit(writer: Writer, entry: Omit<AuditTable, 'id'>): Promise<void> {
  const last = await writer
    .selectFrom('audit')
    .select((e) => e.fn.max('id').as('id'))
    .executeTakeFirst();
  await writer
    .insertInto('audit')
    .values({ ...entry, id: (last?.id ?? 0) + 1 })
    .execute();
}

/** What was noted, the newest first. */
export function auditTrail(reader: Reader, limit: number): Promise<AuditTable[]> {
  return reader.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(limit).execute();
}
