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

/** What a key may have wrong: it is `none`, a `private` one, or too `weak`. */
export type BadKey = 'none' | 'private' | 'weak';

/** A text is no public key that is taken here. */
export class BadSshKey extends Invalid {
  readonly fault: BadKey;

  constructor(fault: BadKey, message: string, remedy: string) {
    super(message, remedy);
    this.fault = fault;
  }
}

/**
 * What follows the name of a type in its blob, by type: undefined for what may be of any length (RFC 4253, 6.6; RFC 5656, 3.1;
 * RFC 8709, 4; `PROTOCOL.u2f` of OpenSSH).
 */
const TYPES: Readonly<Record<string, readonly (number | string | undefined)[]>> = {
  'ssh-ed25519': [32],
  'sk-ssh-ed25519@openssh.com': [32, undefined],
  'ecdsa-sha2-nistp256': ['nistp256', 65],
  'ecdsa-sha2-nistp384': ['nistp384', 97],
  'ecdsa-sha2-nistp521': ['nistp521', 133],
  'sk-ecdsa-sha2-nistp256@openssh.com': ['nistp256', 65, undefined],
  'ssh-rsa': [undefined, undefined],
};

/** Of an RSA key that is still good. */
const MIN_RSA_BITS = 2_048;

/** Reads a public key. Throws {@link BadSshKey} for what is none, for a private one, and for one that is too weak. */
export function readSshKey(text: string): SshKey {
  if (/PRIVATE KEY/.test(text) || /^PuTTY-User-Key-File/.test(text.trimStart()))
    throw new BadSshKey(
      'private',
      'This is a private key: keep it to yourself.',
      'Give the file that ends with .pub.',
    );
  const [, type = '', blob = '', label = ''] =
    /^(\S+) +([A-Za-z0-9+/]{16,6000}={0,2})(?: +([^\r\n]*))?\s*$/.exec(text.trimStart()) ?? [];
  const bytes = Buffer.from(blob, 'base64');
  const [name, ...fields] = fieldsOf(bytes) ?? [];
  const isNamed = name?.toString('latin1') === type;
  if (isNamed && type === 'ssh-dss')
    throw new BadSshKey('weak', 'DSA keys are too weak.', 'Make one with ssh-keygen -t ed25519.');
  const shape = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  if (!isNamed || !shape || !hasShape(fields, shape))
    throw new BadSshKey(
      'none',
      'This is no public key of SSH.',
      'Make one with ssh-keygen -t ed25519, and give the file that ends with .pub.',
    );
  if (type === 'ssh-rsa' && bitsOf(fields[1]) < MIN_RSA_BITS)
    throw new BadSshKey('weak', 'This RSA key is too short.', 'Make one with ssh-keygen -t ed25519.');
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

/** The strings of a blob, each after its length (RFC 4251, 5); undefined where it does not end with one. */
function fieldsOf(bytes: Buffer): Buffer[] | undefined {
  const fields: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (at + 4 > bytes.length) return undefined;
    const end = at + 4 + bytes.readUInt32BE(at);
    if (end > bytes.length) return undefined;
    fields.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return fields;
}

function hasShape(fields: readonly Buffer[], shape: readonly (number | string | undefined)[]): boolean {
  return (
    fields.length === shape.length &&
    shape.every((asked, at) => {
      const field = fields[at] as Buffer;
      if (typeof asked === 'number') return field.length === asked;
      return asked === undefined ? field.length > 0 : field.toString('latin1') === asked;
    })
  );
}

/** How long a positive number is: a zero goes before one whose first bit is set (RFC 4251, 5). */
function bitsOf(mpint: Buffer = Buffer.alloc(0)): number {
  const first = mpint.findIndex((byte) => byte !== 0);
  if (first === -1) return 0;
  return (mpint.length - first) * 8 - (Math.clz32(mpint[first] as number) - 24);
}
