import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * The work: for each part a number, such that the SHA-256 of `CHALLENGE:PART:NUMBER` begins with so many zero bits. Sixteen
 * parts of five hundred hashes take nearly the same time each time, which one of eight thousand would not: a fraction of a
 * second, one or two on a slow phone.
 */
export const PROOF_PARTS = 16;
export const PROOF_BITS = 9;

/** For how long a challenge is good: who is asked may be a slow machine, or away. */
const PROOF_SECONDS = 900;

/** What a proof is good for: a form's, by its path. */
export interface ProofPlace {
  readonly secret: string;
  readonly purpose: string;
  /** Seconds since 1970. */
  readonly now: number;
}

/** `EXPIRY.NONCE.SIGNATURE`: nothing of it is kept until it is used. */
export function newChallenge({ secret, purpose, now }: ProofPlace): string {
  const stem = `${now + PROOF_SECONDS}.${randomBytes(12).toString('hex')}`;
  return `${stem}.${signature(secret, purpose, stem)}`;
}

/** A proof that is right: it is to be used up. */
export interface Proof {
  readonly hash: string;
  readonly expiresAt: number;
}

/** Reads `CHALLENGE:NUMBER,NUMBER,…`; undefined where it is forged, late, of another form, or wrong. */
export function readProof(text: string, { secret, purpose, now }: ProofPlace): Proof | undefined {
  const [challenge = '', numbers = ''] = text.slice(0, 400).split(':');
  const [expiry = '', nonce = '', mac = '', ...rest] = challenge.split('.');
  if (!/^\d{10}$/.test(expiry) || !/^[0-9a-f]{24}$/.test(nonce) || rest.length > 0) return undefined;
  const right = Buffer.from(signature(secret, purpose, `${expiry}.${nonce}`));
  const given = Buffer.from(mac);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const expiresAt = Number(expiry);
  // A clock that was put back makes no challenge good for longer.
  if (expiresAt <= now || expiresAt > now + PROOF_SECONDS) return undefined;
  const parts = numbers.split(',');
  const isDone =
    parts.length === PROOF_PARTS && parts.every((number, part) => isPart(challenge, part, number));
  return isDone ? { hash: createHash('sha256').update(challenge).digest('hex'), expiresAt } : undefined;
}

function isPart(challenge: string, part: number, number: string): boolean {
  if (!/^\d{1,9}$/.test(number)) return false;
  const digest = createHash('sha256').update(`${challenge}:${part}:${number}`).digest();
  return digest.readUInt32BE(0) >>> (32 - PROOF_BITS) === 0;
}

function signature(secret: string, purpose: string, stem: string): string {
  return createHmac('sha256', secret).update(`proof ${purpose} ${stem}`).digest('base64url');
}
