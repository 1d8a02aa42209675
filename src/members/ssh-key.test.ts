import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readSshKey } from './ssh-key.ts';

const BLOB = 'AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f';

const string = (bytes: Uint8Array | string) => {
  const field = Buffer.from(bytes as string);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(field.length);
  return Buffer.concat([length, field]);
};

/** An RSA key of some bits, as `ssh-keygen` writes it; `zeros` are put before its modulus. */
function rsa(bits: number, zeros = 1): string {
  const { e = '', n = '' } = generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({
    format: 'jwk',
  });
  const modulus = Buffer.concat([Buffer.alloc(zeros), Buffer.from(n, 'base64url')]);
  const blob = Buffer.concat([string('ssh-rsa'), string(Buffer.from(e, 'base64url')), string(modulus)]);
  return `ssh-rsa ${blob.toString('base64')}`;
}

test('a public key is read, with what is written after it', () => {
  expect(readSshKey(`ssh-ed25519 ${BLOB} ada@portable\n`)).toEqual({
    type: 'ssh-ed25519',
    blob: BLOB,
    fingerprint: expect.stringMatching(/^SHA256:[A-Za-z0-9+/]{43}$/),
    label: 'ada@portable',
  });
});

test.each([
  ['', 'no public key'],
  ['-----BEGIN OPENSSH PRIVATE KEY-----\nabc', 'private key'],
  ['PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none', 'private key'],
  [`ssh-rsa ${BLOB}`, 'no public key'],
  [`command="id" ssh-ed25519 ${BLOB}`, 'no public key'],
  [`ssh-ed25519 ${BLOB} x\nssh-ed25519 ${BLOB} y`, 'no public key'],
  [`ssh-ed25519 ${BLOB.slice(0, -8)}`, 'no public key'],
  [
    `ssh-ed25519 ${Buffer.concat([Buffer.from(BLOB, 'base64'), string('x')]).toString('base64')}`,
    'no public key',
  ],
  [`ssh-dss ${BLOB}`, 'no public key'],
  [
    `ssh-dss ${Buffer.concat([string('ssh-dss'), string('p'.repeat(128))]).toString('base64')}`,
    'DSA keys are too weak',
  ],
])('%j is refused', (text, said) => {
  expect(() => readSshKey(text)).toThrow(said);
});

describe('a key of RSA', () => {
  test('has 2,048 bits at least, whatever it is padded with', () => {
    expect(readSshKey(rsa(2048)).type).toBe('ssh-rsa');
    expect(() => readSshKey(rsa(1024))).toThrow('too short');
    expect(() => readSshKey(rsa(1024, 300))).toThrow('too short');
  });
});
