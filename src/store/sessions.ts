import type { Reader, Writer } from './database.ts';
import type { AccessTokenTable, SessionTable, SignInTable } from './member-tables.ts';

/** Keeps a link to sign in; those from before `since` (seconds since 1970) go. */
export async function addSignIn(writer: Writer, row: SignInTable, since: number): Promise<void> {
  await writer.deleteFrom('sign_in').where('created_at', '<', since).execute();
  await writer.insertInto('sign_in').values(row).execute();
}

export async function countSignIns(reader: Reader, address: string, since: number): Promise<number> {
  const row = await reader
    .selectFrom('sign_in')
    .select((e) => e.fn.countAll<number | string>().as('count'))
    .where('address', '=', address)
    .where('created_at', '>=', since)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

export function pendingSignIn(reader: Reader, hash: string, since: number): Promise<SignInTable | undefined> {
  return reader
    .selectFrom('sign_in')
    .selectAll()
    .where('hash', '=', hash)
    .where('created_at', '>=', since)
    .executeTakeFirst();
}

/** Uses a link up. */
export async function takeSignIn(
  writer: Writer,
  hash: string,
  since: number,
): Promise<SignInTable | undefined> {
  const row = await pendingSignIn(writer, hash, since);
  if (row) await writer.deleteFrom('sign_in').where('hash', '=', hash).execute();
  return row;
}

export async function addSession(writer: Writer, session: SessionTable): Promise<void> {
  await writer.insertInto('session').values(session).execute();
}

/** The session of a cookie that was used since then. */
export function sessionOf(reader: Reader, hash: string, since: number): Promise<SessionTable | undefined> {
  return reader
    .selectFrom('session')
    .selectAll()
    .where('hash', '=', hash)
    .where('seen_at', '>=', since)
    .executeTakeFirst();
}

export function sessionsOf(reader: Reader, folded: string): Promise<SessionTable[]> {
  return reader
    .selectFrom('session')
    .selectAll()
    .where('folded', '=', folded)
    .orderBy('seen_at', 'desc')
    .execute();
}

export async function touchSession(writer: Writer, hash: string, now: number): Promise<void> {
  await writer.updateTable('session').set({ seen_at: now }).where('hash', '=', hash).execute();
}

/** Ends a session of somebody, by its id; those that nobody used since `since` go too. */
export async function endSession(writer: Writer, folded: string, id: string, since: number): Promise<void> {
  await writer.deleteFrom('session').where('folded', '=', folded).where('id', '=', id).execute();
  await writer.deleteFrom('session').where('seen_at', '<', since).execute();
}

export async function addAccessToken(writer: Writer, row: AccessTokenTable): Promise<void> {
  await writer.insertInto('access_token').values(row).execute();
}

export function accessTokensOf(reader: Reader, folded: string): Promise<AccessTokenTable[]> {
  return reader
    .selectFrom('access_token')
    .selectAll()
    .where('folded', '=', folded)
    .orderBy('created_at')
    .execute();
}

export function accessTokenOf(
  reader: Reader,
  hash: string,
  now: number,
): Promise<AccessTokenTable | undefined> {
  return reader
    .selectFrom('access_token')
    .selectAll()
    .where('hash', '=', hash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

export async function markTokenUsed(writer: Writer, hash: string, now: number): Promise<void> {
  await writer.updateTable('access_token').set({ used_at: now }).where('hash', '=', hash).execute();
}

export async function removeAccessToken(writer: Writer, folded: string, id: string): Promise<void> {
  await writer.deleteFrom('access_token').where('folded', '=', folded).where('id', '=', id).execute();
}
