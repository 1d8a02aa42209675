import { newToken, tokenHash } from '../mail/tokens.ts';
import type { Writer } from '../store/database.ts';
import { addAttempt, attemptOf, removeAttempt } from '../store/sign-in-attempts.ts';

/** What must come back with each kind of attempt to sign in. */
export interface Attempts {
  readonly openid: ExpectedCallback;
  readonly passkey: ExpectedPasskey;
  readonly 'new-passkey': ExpectedPasskey & { readonly folded: string; readonly userHandle: string };
}

/** What an OpenID provider must send back. */
export interface ExpectedCallback {
  /** Who was asked: what another one says is not for this attempt (RFC 9207). */
  readonly issuer: string;
  readonly state: string;
  readonly nonce: string;
  /** The secret of PKCE (RFC 7636). */
  readonly verifier: string;
  readonly language: string;
  /** Where to go then. */
  readonly returnTo: string | undefined;
}

/** What a device must sign. */
export interface ExpectedPasskey {
  readonly challenge: string;
}

/** For how long an attempt is good: somebody may have to find their telephone. */
const ATTEMPT_SECONDS = 600;

const spanOf = (now: number) => ({ since: now - ATTEMPT_SECONDS, until: now + ATTEMPT_SECONDS });

/** Begins an attempt; gives what the browser keeps, so that it ends there or nowhere. */
export async function beginAttempt<Kind extends keyof Attempts>(
  writer: Writer,
  kind: Kind,
  expected: Attempts[Kind],
  now: number,
): Promise<string> {
  const token = newToken();
  const row = { hash: tokenHash(token), kind, expected: JSON.stringify(expected), created_at: now };
  await addAttempt(writer, row, spanOf(now));
  return token;
}

/** Uses an attempt up, where it is one that is `right`; undefined for none, or one that is too old. */
export async function takeAttempt<Kind extends keyof Attempts>(
  writer: Writer,
  { token, kind, now }: { readonly token: string | undefined; readonly kind: Kind; readonly now: number },
  right: (expected: Attempts[Kind]) => boolean = () => true,
): Promise<Attempts[Kind] | undefined> {
  if (token === undefined) return undefined;
  const row = await attemptOf(writer, tokenHash(token), spanOf(now));
  if (row?.kind !== kind) return undefined;
  const expected = JSON.parse(row.expected) as Attempts[Kind];
  if (!right(expected)) return undefined;
  await removeAttempt(writer, row.hash);
  return expected;
}
