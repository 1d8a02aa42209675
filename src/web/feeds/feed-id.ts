import { createHash } from 'node:crypto';

/** What makes these names ours alone (RFC 9562, section 5.5). */
const NAMESPACE = Buffer.from('5d0b8a3c6f1e4d7b9a42c8f07e35b196', 'hex');

/**
 * The URI of what these words name: a UUID made from them (version 5), so that it is the same for ever, at any address
 * of the site and on any machine.
 */
export function feedId(...words: readonly string[]): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(words.join('\0')).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}
