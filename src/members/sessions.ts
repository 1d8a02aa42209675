import { Refused } from '../config/errors.ts';
import { blockOf } from '../mail/moderation/blocks.ts';
import { newId, newToken, tokenHash } from '../mail/tokens.ts';
import { blocksAt } from '../store/blocks.ts';
import type { Database, Writer } from '../store/database.ts';
import type { SessionTable } from '../store/member-tables.ts';
import { noteAudit } from '../store/members.ts';
import {
  addSession,
  confirmSession,
  endSessions,
  type FoundSession,
  removeOldSessions,
  rotateSession,
  sessionOf,
  touchSession,
} from '../store/sessions.ts';

const DAY = 86_400;

/** A session that nobody uses ends. */
export const UNUSED_DAYS = 30;

/** One that is used ends too: who is there signs in again. */
export const MAX_DAYS = 90;

/** How often a session gets another cookie. */
const ROTATION_SECONDS = DAY;

/** For how long the cookie before is still good: browsers ask for several pages at the same time. */
const GRACE_SECONDS = 60;

/** After how long a cookie that never came back is taken for one that never arrived. */
const LOST_SECONDS = 600;

/** How often a session says that it is used: not with each page. */
const TOUCH_SECONDS = 3_600;

/** A session from further in the future was begun while the clock was wrong: nobody knows how old it is. */
const MAX_AHEAD_SECONDS = DAY;

const MAX_AGENT = 200;
const MAX_NAME = 100;

/** By what somebody signed in. */
export type SignInWay = 'mail' | 'openid' | 'passkey';

/** Who signs in, as who vouches for them says. */
export interface Identity {
  /** As addresses are compared. */
  readonly folded: string;
  readonly address: string;
  readonly way: SignInWay;
  readonly name?: string;
  /** To sign out at an OpenID provider. */
  readonly idToken?: string;
}

/** The browser in which they do. */
export interface Browser {
  /** What it says it is. */
  readonly agent: string;
  /** The session that it has: it ends, so that nobody goes on with a cookie from before. */
  readonly session: SessionTable | undefined;
}

/**
 * Begins a session; gives what the browser keeps. Throws {@link Refused} where the address is blocked. `now` is in seconds
 * since 1970, as everywhere here.
 */
export async function beginSession(
  writer: Writer,
  { folded, address, way, name = '', idToken }: Identity,
  { agent, session }: Browser,
  now: number,
): Promise<string> {
  if (blockOf(await blocksAt(writer, now), { addresses: [address] }))
    throw new Refused('Nobody is signed in by this here.', 'Write to those who keep the wiki.');
  if (session) await endSessions(writer, session);
  await removeOldSessions(writer, { unused: now - UNUSED_DAYS * DAY, begun: now - MAX_DAYS * DAY });
  const cookie = newToken();
  await addSession(writer, {
    hash: tokenHash(cookie),
    id: newId(),
    folded,
    address,
    agent: agent.slice(0, MAX_AGENT),
    created_at: now,
    seen_at: now,
    rotated_at: now,
    confirmed: 1,
    name: name.slice(0, MAX_NAME),
    id_token: idToken ?? null,
  });
  await noteAudit(writer, { at: now, who: address, what: 'sign-in', about: '', detail: way });
  return cookie;
}

/** A browser that is signed in. */
export interface SignedIn {
  readonly session: SessionTable;
  /** What it keeps from now on, in the place of its cookie. */
  readonly cookie?: string;
}

/**
 * Who a browser is signed in as; undefined for nobody. Where it may be told of another cookie (`canRotate`), it gets one a
 * day; one that comes back after that is somebody else's copy: the session ends, for both.
 */
export async function signedIn(
  database: Database,
  cookie: string | undefined,
  { now, canRotate }: { readonly now: number; readonly canRotate: boolean },
): Promise<SignedIn | undefined> {
  if (cookie === undefined) return undefined;
  const hash = tokenHash(cookie);
  const found = await sessionOf(database.reader, hash);
  if (!found || isOver(found.session, now)) return undefined;
  const next = stepOf(found, now, canRotate);
  if (next === 'none') return found;
  return await database.write(async (writer) => {
    // Another request of the same browser may have done it meanwhile.
    const again = await sessionOf(writer, hash);
    return again && (await take(writer, again, stepOf(again, now, canRotate), now));
  });
}

/** What is to be done of a session before its page is shown. */
type Step = 'none' | 'touch' | 'confirm' | 'rotate' | 'end';

function stepOf({ session, former }: FoundSession, now: number, canRotate: boolean): Step {
  if (former) {
    if (former.replaced_at !== null) return isWithin(former.replaced_at, now, GRACE_SECONDS) ? 'none' : 'end';
    return canRotate && !isWithin(session.rotated_at, now, LOST_SECONDS) ? 'rotate' : 'none';
  }
  if (session.confirmed === 0) return 'confirm';
  if (canRotate && !isWithin(session.rotated_at, now, ROTATION_SECONDS)) return 'rotate';
  return isWithin(session.seen_at, now, TOUCH_SECONDS) ? 'none' : 'touch';
}

async function take(
  writer: Writer,
  { session }: FoundSession,
  step: Step,
  now: number,
): Promise<SignedIn | undefined> {
  switch (step) {
    case 'none':
      return { session };
    case 'touch':
      await touchSession(writer, session.id, now);
      return { session };
    case 'confirm':
      await confirmSession(writer, session.id, now);
      return { session };
    case 'rotate': {
      const cookie = newToken();
      await rotateSession(writer, session, tokenHash(cookie), now);
      return { session, cookie };
    }
    case 'end': {
      await endSessions(writer, session);
      const { address, agent } = session;
      await noteAudit(writer, { at: now, who: address, what: 'session-copied', about: '', detail: agent });
      return undefined;
    }
  }
}

/** A clock that was set back is as wrong as one that was set forward: only the distance counts. */
function isWithin(then: number, now: number, seconds: number): boolean {
  return Math.abs(now - then) <= seconds;
}

function isOver({ created_at, seen_at }: SessionTable, now: number): boolean {
  return (
    seen_at < now - UNUSED_DAYS * DAY ||
    created_at < now - MAX_DAYS * DAY ||
    created_at > now + MAX_AHEAD_SECONDS
  );
}

/** Ends a session of somebody; whether there was one. */
export async function endSession(
  writer: Writer,
  { folded, address, id }: { readonly folded: string; readonly address: string; readonly id: string },
  what: 'sign-out' | 'end-session',
  now: number,
): Promise<boolean> {
  if ((await endSessions(writer, { folded, id })) === 0) return false;
  await noteAudit(writer, { at: now, who: address, what, about: '', detail: '' });
  return true;
}

/** Ends all sessions of somebody, this one too. */
export async function signOutEverywhere(
  writer: Writer,
  { folded, address }: { readonly folded: string; readonly address: string },
  now: number,
): Promise<void> {
  const count = await endSessions(writer, { folded });
  const detail = String(count);
  await noteAudit(writer, { at: now, who: address, what: 'sign-out-everywhere', about: '', detail });
}
