import type { MailList } from '../mail/list.ts';
import { foldAddress } from '../mail/mail-address.ts';
import { queueOwnMail } from '../mail/own-mail.ts';
import { newToken, tokenHash } from '../mail/tokens.ts';
import type { Reader, Writer } from '../store/database.ts';
import { addSignIn, countSignIns, pendingSignIn, takeSignIn } from '../store/sessions.ts';
import { type Browser, beginSession } from './sessions.ts';
import type { MemberWords } from './words.ts';
import { englishMemberWords } from './words-en.ts';
import { frenchMemberWords } from './words-fr.ts';

/** For how long a link to sign in is good. */
export const SIGN_IN_MINUTES = 30;

/** Links that may be awaited of one address. */
const MAX_PER_ADDRESS = 5;

/** A link from further in the future was made while the clock was wrong: it would be good for too long. */
const MAX_AHEAD_SECONDS = 300;

export function memberWords(language: string): MemberWords {
  return language === 'fr' || language.startsWith('fr-') ? frenchMemberWords : englishMemberWords;
}

const sinceOf = (now: number) => now - SIGN_IN_MINUTES * 60;

const spanOf = (now: number) => ({ since: sinceOf(now), until: now + MAX_AHEAD_SECONDS });

/** Mails somebody a link to sign in. To whom too many were mailed nothing is: who asks is told the same. */
export async function askSignIn(
  writer: Writer,
  {
    address,
    language,
    list,
    origin,
    to,
    now,
  }: {
    readonly address: string;
    readonly language: string;
    readonly list: MailList;
    readonly origin: string;
    /** A path of this site, where its button leads; undefined for the account. */
    readonly to?: string | undefined;
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
      link: `${origin}/-/sign-in/${token}${to === undefined ? '' : `?${new URLSearchParams({ return: to })}`}`,
      minutes: SIGN_IN_MINUTES,
    }),
    language,
    now,
  });
}

/** Begins a session with the token of a link, which is used up; gives what the browser keeps, undefined for a bad link. */
export async function signInByLink(
  writer: Writer,
  token: string,
  browser: Browser,
  now: number,
): Promise<string | undefined> {
  const link = await takeSignIn(writer, tokenHash(token), spanOf(now));
  if (!link) return undefined;
  const { address } = link;
  return await beginSession(writer, { folded: address, address, way: 'mail' }, browser, now);
}

/** Whether a link is still good. */
export async function isSignInLink(reader: Reader, token: string, now: number): Promise<boolean> {
  return (await pendingSignIn(reader, tokenHash(token), spanOf(now))) !== undefined;
}
