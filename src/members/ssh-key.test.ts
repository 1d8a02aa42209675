import { expect, test } from 'vitest';
import { readSshKey } from './ssh-key.ts';

const BLOB = 'AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f';

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
  [`ssh-rsa ${BLOB}`, 'no public key'],
  [`command="id" ssh-ed25519 ${BLOB}`, 'no public key'],
  [`ssh-ed25519 ${BLOB} x\nssh-ed25519 ${BLOB} y`, 'no public key'],
  [`ssh-dss ${BLOB}`, 'no public key'],
  ['ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQC7', 'too short'],
])('%j is refused', (text, said) => {
  expect(() => readSshKey(text)).toThrow(said);
});
