import { createHash } from 'node:crypto';

/** Eight hexadecimal digits that change when one of these does. */
export function digest(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 8);
}
