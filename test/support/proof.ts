import { createHash } from 'node:crypto';
import { PROOF_BITS, PROOF_PARTS } from '../../src/web/forms/proof.ts';

/** Does the work as a browser does. */
export function solve(challenge: string, bits = PROOF_BITS): string {
  const numbers = Array.from({ length: PROOF_PARTS }, (_, part) => {
    for (let number = 0; ; number++) {
      const digest = createHash('sha256').update(`${challenge}:${part}:${number}`).digest();
      if (digest.readUInt32BE(0) >>> (32 - bits) === 0) return number;
    }
  });
  return `${challenge}:${numbers.join(',')}`;
}
