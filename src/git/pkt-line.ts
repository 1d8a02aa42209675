/** The most that a packet holds, its length included (gitprotocol-common(5)). */
const MAX_PACKET = 65_520;

/** A packet of a text. */
export function packet(text: string | Buffer): Buffer {
  const bytes = Buffer.from(text as string);
  return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, '0')), bytes]);
}

/** What ends a run of packets. */
export const FLUSH = Buffer.from('0000');

/** Packets of a channel of a side band (gitprotocol-pack(5)): 1 for what programs read, 2 for what people do. */
export function sideBand(channel: 1 | 2, bytes: Buffer): Buffer {
  const pieces: Buffer[] = [];
  const most = MAX_PACKET - 5;
  for (let at = 0; at < bytes.length; at += most)
    pieces.push(packet(Buffer.concat([Buffer.of(channel), bytes.subarray(at, at + most)])));
  return Buffer.concat(pieces);
}

/**
 * The packets up to the first flush, and where what follows it begins; no end where it is not reached yet, undefined where
 * they are malformed.
 */
export function readPackets(
  bytes: Buffer,
  from = 0,
): { readonly packets: readonly Buffer[]; readonly end: number | undefined } | undefined {
  const packets: Buffer[] = [];
  for (let at = from; at + 4 <= bytes.length; ) {
    const digits = bytes.toString('latin1', at, at + 4);
    if (!/^[0-9a-f]{4}$/i.test(digits)) return undefined;
    const length = Number.parseInt(digits, 16);
    if (length === 0) return { packets, end: at + 4 };
    if (length < 4) return undefined;
    if (at + length > bytes.length) break;
    packets.push(bytes.subarray(at + 4, at + length));
    at += length;
  }
  return { packets, end: undefined };
}
