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

/** Seconds since 1970. */
export interface Span {
  readonly since: number;
  readonly until: number;
}

export function pendingSignIn(
  reader: Reader,
  hash: string,
  { since, until }: Span,
): Promise<SignInTable | undefined> {
  return reader
    .selectFrom('sign_in')
    .selectAll()
    .where('hash', '=', hash)
    .where('created_at', '>=', since)
    .where('created_at', '<=', until)
    .executeTakeFirst();
}

/** Uses a link up. */
export async function takeSignIn(writer: Writer, hash: string, span: Span): Promise<SignInTable | undefined> {
  const row = await pendingSignIn(writer, hash, span);
  if (row) await writer.deleteFrom('sign_in').where('hash', '=', hash).execute();
  return row;
}

export async function addSession(writer: Writer, session: SessionTable): Promise<void> {
  await writer.insertInto('session').values(session).execute();
}

/** A session, and since when the cookie that led to it is not its own any more. */
export interface FoundSession {
  readonly session: SessionTable;
  /** Undefined where the cookie is the present one. */
  readonly former?: { readonly replaced_at: number | null };
}

/** The session of a cookie, or of one that it had before. */
export async function sessionOf(reader: Reader, hash: string): Promise<FoundSession | undefined> {
  const session = await reader.selectFrom('session').selectAll().where('hash', '=', hash).executeTakeFirst();
  if (session) return { session };
  const former = await reader
    .selectFrom('former_session')
    .selectAll()
    .where('hash', '=', hash)
    .executeTakeFirst();
  if (!former) return undefined;
  const later = await reader
    .selectFrom('session')
    .selectAll()
    .where('id', '=', former.session)
    .executeTakeFirst();
  return later && { session: later, former };
}

export function sessionsOf(reader: Reader, folded: string): Promise<SessionTable[]> {
  return reader
    .selectFrom('session')
    .selectAll()
    .where('folded', '=', folded)
    .orderBy('seen_at', 'desc')
    .execute();
}

export async function touchSession(writer: Writer, id: string, now: number): Promise<void> {
  await writer.updateTable('session').set({ seen_at: now }).where('id', '=', id).execute();
}

/** Gives a session the cookie of this hash; the one that it had is remembered. */
export async function rotateSession(
  writer: Writer,
  { id, hash }: SessionTable,
  to: string,
  now: number,
): Promise<void> {
  await writer.insertInto('former_session').values({ hash, session: id, replaced_at: null }).execute();
  await writer
    .updateTable('session')
    .set({ hash: to, rotated_at: now, seen_at: now, confirmed: 0 })
    .where('id', '=', id)
    .execute();
}

/** The present cookie was seen: those before it are no longer good. */
export async function confirmSession(writer: Writer, id: string, now: number): Promise<void> {
  await writer.updateTable('session').set({ confirmed: 1 }).where('id', '=', id).execute();
  await writer
    .updateTable('former_session')
    .set({ replaced_at: now })
    .where('session', '=', id)
    .where('replaced_at', 'is', null)
    .execute();
}

/** All who are signed in somewhere. */
export async function sessionAddresses(reader: Reader): Promise<string[]> {
  const rows = await reader.selectFrom('session').select('folded').distinct().execute();
  return rows.map(({ folded }) => folded);
}

/** Ends a session of somebody by its id, or all of theirs; gives how many there were. */
export async function endSessions(
  writer: Writer,
  { folded, id }: { readonly folded: string; readonly id?: string },
): Promise<number> {
  const all = (await sessionsOf(writer, folded)).filter((one) => id === undefined || one.id === id);
  await removeSessions(writer, all);
  return all.length;
}

/** Removes the sessions that nobody used since `unused`, or that were begun before `begun`: seconds since 1970. */
export async function removeOldSessions(
  writer: Writer,
  { unused, begun }: { readonly unused: number; readonly begun: number },
): Promise<void> {
  const old = await writer
    .selectFrom('session')
    .select('id')
    .where((e) => e.or([e('seen_at', '<', unused), e('created_at', '<', begun)]))
    .execute();
  await removeSessions(writer, old);
}

async function removeSessions(writer: Writer, sessions: readonly { readonly id: string }[]): Promise<void> {
  for (const { id } of sessions) {
    await writer.deleteFrom('session').where('id', '=', id).execute();
    await writer.deleteFrom('former_session').where('session', '=', id).execute();
  }
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

/** Takes a token of somebody away; gives what it was called, undefined when there was none. */
export async function removeAccessToken(
  writer: Writer,
  folded: string,
  id: string,
): Promise<string | undefined> {
  const own = (await accessTokensOf(writer, folded)).find((token) => token.id === id);
  if (own) await writer.deleteFrom('access_token').where('hash', '=', own.hash).execute();
  return own?.label;
}
