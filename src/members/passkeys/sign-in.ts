import type { Database, Writer } from '../../store/database.ts';
import { noteAudit } from '../../store/members.ts';
import { passkeyAt, usePasskey } from '../../store/passkeys.ts';
import type { PasskeyTable } from '../../store/sign-in-tables.ts';
import { beginAttempt, takeAttempt } from '../attempts.ts';
import { type Browser, beginSession } from '../sessions.ts';
import type { Asked } from './add.ts';
import type { RelyingParty } from './relying-party.ts';
import { readUsed } from './responses.ts';

/** Begins to sign in with any passkey that a device has for this site: nobody says who they are. */
export async function beginWithPasskey(database: Database, party: RelyingParty, now: number): Promise<Asked> {
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
  const options = await generateAuthenticationOptions({ rpID: party.id, userVerification: 'required' });
  const { challenge } = options;
  const token = await database.write((writer) => beginAttempt(writer, 'passkey', { challenge }, now));
  return { options, token };
}

/** Why a passkey signs nobody in: `copied` when its device has counted further elsewhere. */
export type PasskeyFault = 'stale' | 'wrong' | 'copied';

/** Begins a session by what a device signed; gives what the browser keeps. */
export async function signInByPasskey(
  {
    database,
    party,
    now,
  }: { readonly database: Database; readonly party: RelyingParty; readonly now: number },
  { token, json }: { readonly token: string | undefined; readonly json: string },
  browser: Browser,
): Promise<{ readonly cookie: string } | { readonly fault: PasskeyFault }> {
  const expected = await database.write((writer) => takeAttempt(writer, { token, kind: 'passkey', now }));
  if (!expected) return { fault: 'stale' };
  const used = readUsed(json);
  const passkey = used && (await passkeyAt(database.reader, used.id));
  // The device says whose it is: another's is not taken for theirs (WebAuthn Level 3, 7.2, step 6).
  if (!passkey || used.response.userHandle !== passkey.user_handle) return { fault: 'wrong' };
  const counter = await verifiedUse(used, passkey, expected.challenge, party);
  if (counter === undefined) return { fault: 'wrong' };
  return await database.write(async (writer) => {
    // It may have been removed, or used, meanwhile.
    const current = await passkeyAt(writer, passkey.id);
    if (!current) return { fault: 'wrong' };
    if (isCopied(current.counter, counter)) return await refuseCopy(writer, current, now);
    await usePasskey(writer, { id: passkey.id, counter, now });
    const { folded, address } = passkey;
    return { cookie: await beginSession(writer, { folded, address, way: 'passkey' }, browser, now) };
  });
}

async function verifiedUse(
  response: NonNullable<ReturnType<typeof readUsed>>,
  { id, public_key }: PasskeyTable,
  expectedChallenge: string,
  party: RelyingParty,
): Promise<number | undefined> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const verified = await verifyAuthenticationResponse({
    response: { ...response, response: withHandle(response.response) },
    expectedChallenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    // The counter is compared in the transaction that keeps it.
    credential: { id, publicKey: new Uint8Array(Buffer.from(public_key, 'base64url')), counter: 0 },
  }).catch(() => undefined);
  return verified?.verified ? verified.authenticationInfo.newCounter : undefined;
}

function withHandle<Response extends { readonly userHandle: string | undefined }>({
  userHandle,
  ...response
}: Response) {
  return { ...response, ...(userHandle !== undefined && { userHandle }) };
}

/** A device that counts counts up; one that always says 0 does not count (WebAuthn Level 3, 7.2, step 22). */
function isCopied(known: number, said: number): boolean {
  return (known > 0 || said > 0) && said <= known;
}

async function refuseCopy(
  writer: Writer,
  { address, name }: PasskeyTable,
  now: number,
): Promise<{ readonly fault: 'copied' }> {
  await noteAudit(writer, { at: now, who: address, what: 'passkey-copied', about: '', detail: name });
  return { fault: 'copied' };
}
