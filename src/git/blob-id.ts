import { createHash } from 'node:crypto';

/** The id that Git gives these bytes, in a repository of SHA-1 (gitformat-hash(5)). */
export function blobId(bytes: Buffer): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
