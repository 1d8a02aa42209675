import type { MailList } from '../mail/list.ts';
import { foldAddress } from '../mail/mail-address.ts';
import { queueOwnMail } from '../mail/own-mail.ts';
import { newId, newToken, tokenHash } from '../mail/tokens.ts';
import type { Database, Reader, Writer } from '../store/database.ts';
import type { SessionTable } from '../store/member-tables.ts';
import { noteAudit } from '../store/members.ts';
import {
  addSession,
  addSignIn,
  countSignIns,
  pendingSignIn,
  sessionOf,
  takeSignIn,
  touchSession,
} from '../store/sessions.ts';
import type { MemberWords } from './words.ts';
import { englishMemberWords } from './words-en.ts';
import { frenchMemberWords } from './words-fr.ts';

/** For how long a link to sign in is good. */
export const SIGN_IN_MINUTES = 30;

/** Links that may be awaited of one address. */
const MAX_PER_ADDRESS = 5;

/** A session that nobody uses ends. */
const SESSION_DAYS = 30;

/** How often a session says that it is used: not with each page. */
const TOUCH_SECONDS = 3_600;

const MAX_AGENT = 200;

export function memberWords(language: string): MemberWords {
  return language === 'fr' || language.startsWith('fr-') ? frenchMemberWords : englishMemberWords;
}

const sinceOf = (now: number) => now - SIGN_IN_MINUTES * 60;

/** Since when a session must have been used to be good at `now` (seconds since 1970). */
export const sessionsSince = (now: number) => now - SESSION_DAYS * 86_400;

/** Mails somebody a link to sign in. To whom too many were mailed nothing is: who asks is told the same. */
export async function askSignIn(
  writer: Writer,
  {
    address,
    language,
    list,
    origin,
    now,
  }: {
    readonly address: string;
    readonly language: string;
    readonly list: MailList;
    readonly origin: string;
    readonly now: number;
  },
): Promise<void> {
  const folded = foldAddress(address);
  if ((await countSignIns(writer, folded, sinceOf(now))) >= MAX_PER_ADDRESS) return;
  const token = newToken();
  await addSignIn(writer, { hash: tokenHash(token), address: folded, created_at: now }, sinceOf(now));
  await queueOwnMail(writer, {
    list,
    to: address,
    ...memberWords(language).signIn({
      site: origin,
      link: `${origin}/-/sign-in/${token}`,
      minutes: SIGN_IN_MINUTES,
    }),
    language,
    now,
  });
}

/** Begins a session with the token of a link, which is used up; gives what the browser keeps, undefined for a bad link. */
export async function signIn(
  writer: Writer,
  token: string,
  { agent, now }: { readonly agent: string; readonly now: number },
): Promise<string | undefined> {
  const link = await takeSignIn(writer, tokenHash(token), sinceOf(now));
  if (!link) return undefined;
  const cookie = newToken();
  await addSession(writer, {
    hash: tokenHash(cookie),
    id: newId(),
    folded: link.address,
    address: link.address,
    agent: agent.slice(0, MAX_AGENT),
    created_at: now,
    seen_at: now,
  });
  await noteAudit(writer, { at: now, who: link.address, what: 'sign-in', about: '', detail: '' });
  return cookie;
}

/** Whether a link is still good. */
export async function isSignInLink(reader: Reader, token: string, now: number): Promise<boolean> {
  return (await pendingSignIn(reader, tokenHash(token), sinceOf(now))) !== undefined;
}

/** Who a browser is signed in as; undefined for nobody. */
export async function signedIn(
  database: Database,
  cookie: string | undefined,
  now: number,
): Promise<SessionTable | undefined> {
  if (cookie === undefined) return undefined;
  const session = await sessionOf(database.reader, tokenHash(cookie), sessionsSince(now));
  if (session && session.seen_at < now - TOUCH_SECONDS)
    await database.write((writer) => touchSession(writer, session.hash, now));
  return session;
}
