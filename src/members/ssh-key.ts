import { createHash } from 'node:crypto';
import { Invalid } from '../config/errors.ts';

/** A public key, as `authorized_keys(5)` and `ssh-keygen` write it. */
export interface SshKey {
  readonly type: string;
  /** In base 64. */
  readonly blob: string;
  /** `SHA256:…`, as `ssh-keygen -l` shows it. */
  readonly fingerprint: string;
  /** What is written after it. */
  readonly label: string;
}

const TYPES = [
  'ssh-ed25519',
  'sk-ssh-ed25519@openssh.com',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  'sk-ecdsa-sha2-nistp256@openssh.com',
  'ssh-rsa',
];

/** Of an RSA key that is still good (2,048 bits). */
const MIN_RSA_BYTES = 256;

/** Reads a public key. Throws {@link Invalid} for what is none, for a private one, and for one that is too weak. */
export function readSshKey(text: string): SshKey {
  if (/PRIVATE KEY/.test(text))
    throw new Invalid('This is a private key: keep it to yourself.', 'Give the file that ends with .pub.');
  const [, type = '', blob = '', label = ''] =
    /^(\S+) ([A-Za-z0-9+/]{16,6000}={0,2})(?: +([^\r\n]*))?\s*$/.exec(text.trimStart()) ?? [];
  const bytes = Buffer.from(blob, 'base64');
  const length = bytes.length >= 4 ? bytes.readUInt32BE(0) : 0;
  if (!TYPES.includes(type) || bytes.toString('latin1', 4, 4 + length) !== type)
    throw new Invalid(
      'This is no public key of SSH.',
      'Make one with ssh-keygen -t ed25519, and give the file that ends with .pub.',
    );
  // The modulus is most of it.
  if (type === 'ssh-rsa' && bytes.length < MIN_RSA_BYTES + 4 + type.length)
    throw new Invalid('This RSA key is too short.', 'Make one with ssh-keygen -t ed25519.');
  const digest = createHash('sha256').update(bytes).digest('base64').replace(/=+$/, '');
  return {
    type,
    blob: bytes.toString('base64'),
    fingerprint: `SHA256:${digest}`,
    label: label
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, 100),
  };
}
