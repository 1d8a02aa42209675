const CR = 0x0d;
const LF = 0x0a;

/** What no message may hold: RFC 5321, 2.3.8 and 4.1.1.4; each lets one server see an end where another sees none. */
export type WireFault = 'bare-cr' | 'bare-lf' | 'nul';

/**
 * The bytes of a message as they came over SMTP, with the line ends that files have; or what is wrong with them. Since each
 * line ended with CR LF, they are had back exactly.
 */
export function fromWire(bytes: Buffer): { readonly bytes: Buffer } | { readonly fault: WireFault } {
  const local = Buffer.allocUnsafe(bytes.length);
  let to = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte === 0) return { fault: 'nul' };
    if (byte === LF) return { fault: 'bare-lf' };
    if (byte !== CR) local[to++] = byte;
    else if (bytes[++at] === LF) local[to++] = LF;
    else return { fault: 'bare-cr' };
  }
  return { bytes: local.subarray(0, to) };
}

/** The bytes of a message as files have them, with the line ends of the wire: what signatures were made of. */
export function toWire(bytes: Buffer): Buffer {
  let lines = 0;
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) lines++;
  const wire = Buffer.allocUnsafe(bytes.length + lines);
  let to = 0;
  for (const byte of bytes) {
    if (byte === LF) wire[to++] = CR;
    wire[to++] = byte;
  }
  return wire;
}
