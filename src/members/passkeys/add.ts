import { randomBytes } from 'node:crypto';
import type { MailList } from '../../mail/list.ts';
import { queueOwnMail } from '../../mail/own-mail.ts';
import type { Database } from '../../store/database.ts';
import { noteAudit } from '../../store/members.ts';
import { passkeyAt, passkeysOf, removePasskey, savePasskey } from '../../store/passkeys.ts';
import { beginAttempt, takeAttempt } from '../attempts.ts';
import { memberWords } from '../sign-in.ts';
import type { RelyingParty } from './relying-party.ts';
import { readCreated } from './responses.ts';

/** Somebody has a telephone, a computer, a key in a drawer. */
export const MAX_PASSKEYS = 10;

/** Random, and of 64 bytes at most (WebAuthn Level 3, 14.6.1). */
const USER_HANDLE_BYTES = 32;

/** EdDSA, ES256 and RS256 (RFC 9053, 2; RFC 8812, 2): every device has one of them. */
const ALGORITHMS = [-8, -7, -257];

export interface Owner {
  readonly folded: string;
  readonly address: string;
  readonly name: string;
}

/** What a browser is to ask its device for (JSON), and what it keeps until it has it. */
export interface Asked {
  readonly options: unknown;
  readonly token: string;
}

/** Begins to add a passkey; `now` is in seconds since 1970. */
export async function beginAdding(
  database: Database,
  { folded, address, name }: Owner,
  party: RelyingParty,
  now: number,
): Promise<Asked> {
  const known = await passkeysOf(database.reader, folded);
  const userHandle = known[0]?.user_handle ?? randomBytes(USER_HANDLE_BYTES).toString('base64url');
  const { generateRegistrationOptions } = await import('@simplewebauthn/server');
  const options = await generateRegistrationOptions({
    rpID: party.id,
    rpName: party.name,
    userID: new Uint8Array(Buffer.from(userHandle, 'base64url')),
    userName: address,
    userDisplayName: name || address,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports: JSON.parse(transports) })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const { challenge } = options;
  const token = await database.write((writer) =>
    beginAttempt(writer, 'new-passkey', { challenge, folded, userHandle }, now),
  );
  return { options, token };
}

/** Why a passkey is not added. */
export type AddingFault = 'stale' | 'wrong' | 'many';

export interface AddingPlace {
  readonly database: Database;
  readonly party: RelyingParty;
  /** In whose name its owner is told; undefined where nobody is. */
  readonly list: MailList | undefined;
  readonly language: string;
  readonly now: number;
}

/** Adds the passkey that a device made, under the name that its owner gives it; its owner is told by mail. */
export async function addPasskey(
  { database, party, list, language, now }: AddingPlace,
  { folded, address }: Owner,
  { token, name, json }: { readonly token: string | undefined; readonly name: string; readonly json: string },
): Promise<AddingFault | undefined> {
  const expected = await database.write((writer) =>
    takeAttempt(writer, { token, kind: 'new-passkey', now }, (one) => one.folded === folded),
  );
  if (!expected) return 'stale';
  const created = await verifiedCreation(json, expected.challenge, party);
  if (!created) return 'wrong';
  return await database.write(async (writer) => {
    const { id } = created;
    if (await passkeyAt(writer, id)) return 'wrong';
    if ((await passkeysOf(writer, folded)).length >= MAX_PASSKEYS) return 'many';
    const { userHandle: user_handle } = expected;
    const times = { created_at: now, used_at: null };
    await savePasskey(writer, { ...created, folded, address, name, user_handle, ...times });
    await noteAudit(writer, { at: now, who: address, what: 'passkey-added', about: '', detail: name });
    const words = memberWords(language).passkeyAdded({ name, link: `${party.origin}/-/account` });
    if (list) await queueOwnMail(writer, { list, to: address, ...words, language, now });
    return undefined;
  });
}

async function verifiedCreation(json: string, expectedChallenge: string, party: RelyingParty) {
  const response = readCreated(json);
  if (!response) return undefined;
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  // What the library throws says what was not as it must be, about bytes that anybody may send.
  const { registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => ({ registrationInfo: undefined }));
  if (!registrationInfo) return undefined;
  const { id, publicKey, counter } = registrationInfo.credential;
  const transports = JSON.stringify(response.response.transports);
  return { id, public_key: Buffer.from(publicKey).toString('base64url'), counter, transports };
}

/** Removes a passkey of somebody. */
export async function forgetPasskey(
  database: Database,
  { folded, address }: Pick<Owner, 'folded' | 'address'>,
  id: string,
  now: number,
): Promise<void> {
  await database.write(async (writer) => {
    const passkey = await passkeyAt(writer, id);
    if (!passkey || !(await removePasskey(writer, folded, id))) return;
    const { name: detail } = passkey;
    await noteAudit(writer, { at: now, who: address, what: 'passkey-removed', about: '', detail });
  });
}
