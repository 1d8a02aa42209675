import type { Reader, Writer } from './database.ts';
import type { AccessGrantTable, AccessRequestTable, AuditTable } from './member-tables.ts';
import { endSessions } from './sessions.ts';

/** The roles that somebody has, and still has at `now` (seconds since 1970), those in the whole wiki first. */
export function grantsOf(reader: Reader, folded: string, now: number): Promise<AccessGrantTable[]> {
  return reader
    .selectFrom('access_grant')
    .selectAll()
    .where('folded', '=', folded)
    .where((e) => e.or([e('until', 'is', null), e('until', '>', now)]))
    .orderBy((e) => e.fn('length', [e.ref('paths')]))
    .orderBy((e) => e.fn('length', [e.ref('lists')]))
    .orderBy('id')
    .execute();
}

/** The role that somebody has in the whole wiki, and still has at `now`: those in a part of it are not looked at. */
export async function memberAt(
  reader: Reader,
  folded: string,
  now: number,
): Promise<AccessGrantTable | undefined> {
  return (await grantsOf(reader, folded, now)).find(({ paths, lists }) => paths === '[]' && lists === '[]');
}

export function grantById(reader: Reader, id: string): Promise<AccessGrantTable | undefined> {
  return reader.selectFrom('access_grant').selectAll().where('id', '=', id).executeTakeFirst();
}

export function allGrants(reader: Reader): Promise<AccessGrantTable[]> {
  return reader
    .selectFrom('access_grant')
    .selectAll()
    .orderBy('folded')
    .orderBy('paths')
    .orderBy('lists')
    .execute();
}

/** Gives somebody a role, in the place of the one they had in the same part of the wiki. */
export async function saveGrant(writer: Writer, grant: AccessGrantTable): Promise<void> {
  const { folded, paths, lists } = grant;
  await writer
    .deleteFrom('access_grant')
    .where('folded', '=', folded)
    .where('paths', '=', paths)
    .where('lists', '=', lists)
    .execute();
  await writer.insertInto('access_grant').values(grant).execute();
}

/** Takes one back: with the last, all that they are signed in by. False when there is none of this name. */
export async function removeGrant(writer: Writer, id: string): Promise<boolean> {
  const grant = await grantById(writer, id);
  if (!grant) return false;
  const all = await grantsOf(writer, grant.folded, 0);
  if (all.length === 1) return await removeMember(writer, grant.folded);
  await writer.deleteFrom('access_grant').where('id', '=', id).execute();
  return true;
}

/**
 * Takes all that somebody has back, and ends all that they are signed in by: sessions, passkeys, keys, tokens; false when they had
 * nothing.
 */
export async function removeMember(writer: Writer, folded: string): Promise<boolean> {
  await writer.deleteFrom('ssh_key').where('folded', '=', folded).execute();
  await writer.deleteFrom('access_token').where('folded', '=', folded).execute();
  await writer.deleteFrom('passkey').where('folded', '=', folded).execute();
  await endSessions(writer, { folded });
  const { numDeletedRows } = await writer
    .deleteFrom('access_grant')
    .where('folded', '=', folded)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Roles were of use. */
export async function markUsed(writer: Writer, ids: readonly string[], now: number): Promise<void> {
  if (ids.length === 0) return;
  await writer.updateTable('access_grant').set({ used_at: now }).where('id', 'in', ids).execute();
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

/** Which of what was noted is asked for. */
export interface TrailQuery {
  /** Of who did it, or to whom: an address, without case. */
  readonly person?: string | undefined;
  readonly what?: string | undefined;
  /** From then on, until then left out: seconds since 1970. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  /** Only what was noted before the entry of this number. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** What was noted, the newest first. */
export function auditTrail(
  reader: Reader,
  { person, what, since, until, before, limit }: TrailQuery,
): Promise<AuditTable[]> {
  let query = reader.selectFrom('audit').selectAll();
  if (person !== undefined)
    query = query.where((e) =>
      e.or([
        e(e.fn<string>('lower', ['who']), '=', person),
        e(e.fn<string>('lower', ['about']), '=', person),
      ]),
    );
  if (what !== undefined) query = query.where('what', '=', what);
  if (since !== undefined) query = query.where('at', '>=', since);
  if (until !== undefined) query = query.where('at', '<', until);
  if (before !== undefined) query = query.where('id', '<', before);
  return query.orderBy('id', 'desc').limit(limit).execute();
}
