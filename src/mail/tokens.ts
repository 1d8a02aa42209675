import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Writer } from '../store/database.ts';
import { keepMailSecret, mailSecret } from '../store/mail-secret.ts';

/** Base 32 (RFC 4648, section 6) in small letters: servers on the way may change the case of an address. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** 50 bits: enough to tell rows apart, short enough for the local part of an address (64 octets, RFC 5321, 4.5.3.1.1). */
const ID_LENGTH = 10;

/** 130 bits, that nobody guesses. */
const TOKEN_LENGTH = 26;

function base32(bytes: Uint8Array, length: number): string {
  return Array.from(bytes.subarray(0, length), (byte) => ALPHABET[byte & 31]).join('');
}

/** A new name for a row. */
export function newId(): string {
  return base32(randomBytes(ID_LENGTH), ID_LENGTH);
}

/** A secret to be sent to somebody, and kept by nobody: only its {@link tokenHash} is. */
export function newToken(): string {
  return base32(randomBytes(TOKEN_LENGTH), TOKEN_LENGTH);
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token.toLowerCase()).digest('hex');
}

/** What an id is signed for: a signature for one does nothing for another. */
export type Purpose = 'bounce' | 'unsubscribe' | 'unfollow';

/** The bounce's is short, for it stands in an address, and what a forged one can do is little. */
const SIGNATURE_LENGTHS: Readonly<Record<Purpose, number>> = { bounce: 10, unsubscribe: 26, unfollow: 26 };

/** `ID-SIGNATURE`: an id that only this site can have given, for a purpose. */
export function signId(secret: string, purpose: Purpose, id: string): string {
  const mac = createHmac('sha256', secret).update(`${purpose} ${id}`).digest();
  return `${id}-${base32(mac, SIGNATURE_LENGTHS[purpose])}`;
}

/** The id of what {@link signId} made; undefined for anything else. */
export function signedId(secret: string, purpose: Purpose, text: string): string | undefined {
  const [id = ''] = text.toLowerCase().split('-', 1);
  const right = createHash('sha256')
    .update(signId(secret, purpose, id))
    .digest();
  const given = createHash('sha256').update(text.toLowerCase()).digest();
  return timingSafeEqual(right, given) ? id : undefined;
}

/** The secret of this site; made the first time. */
export async function siteSecret(writer: Writer): Promise<string> {
  return (await mailSecret(writer)) ?? (await keepMailSecret(writer, randomBytes(32).toString('hex')));
}
