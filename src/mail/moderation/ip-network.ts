import { isIP } from 'node:net';

/** A network of IP addresses (RFC 4632; RFC 4291, 2.3). */
export interface IpNetwork {
  /** 4 bytes, or 16. */
  readonly bytes: readonly number[];
  /** How many of its bits tell it. */
  readonly prefix: number;
}

/** Those whom a provider gives addresses together: what a rate counts as one. */
const SHARED = { 4: 24, 16: 48 } as const;

/** Reads `192.0.2.0/24`, `2001:db8::/32`, or one address; undefined for anything else. Bits after the prefix are left out. */
export function readNetwork(text: string): IpNetwork | undefined {
  const [address = '', length, ...rest] = text.trim().split('/');
  const bytes = bytesOf(address);
  if (!bytes || rest.length > 0 || (length !== undefined && !/^\d{1,3}$/.test(length))) return undefined;
  const prefix = length === undefined ? bytes.length * 8 : Number(length);
  return prefix > bytes.length * 8 ? undefined : { bytes: masked(bytes, prefix), prefix };
}

/** As {@link readNetwork} reads it: the same text for the same network. */
export function networkText({ bytes, prefix }: IpNetwork): string {
  if (bytes.length === 4) return `${bytes.join('.')}/${prefix}`;
  const groups = Array.from({ length: 8 }, (_, at) =>
    (((bytes[2 * at] ?? 0) << 8) | (bytes[2 * at + 1] ?? 0)).toString(16),
  );
  const host = new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
  return `${host}/${prefix}`;
}

/** Whether an address is in a network; false for what is no address. */
export function isInNetwork({ bytes, prefix }: IpNetwork, address: string): boolean {
  const own = bytesOf(address);
  return own?.length === bytes.length && masked(own, prefix).every((byte, at) => byte === bytes[at]);
}

/** The network whose addresses are counted together: 24 bits of IPv4, 48 of IPv6; what is no address stands for itself. */
export function sharedNetwork(address: string): string {
  const bytes = bytesOf(address);
  if (!bytes) return address;
  const prefix = SHARED[bytes.length as 4 | 16];
  return networkText({ bytes: masked(bytes, prefix), prefix });
}

function masked(bytes: readonly number[], prefix: number): number[] {
  return bytes.map((byte, at) => byte & (0xff00 >> Math.min(8, Math.max(0, prefix - 8 * at))) & 0xff);
}

/** An IPv4 address in an IPv6 one (RFC 4291, 2.5.5.2) is that address. */
function bytesOf(address: string): number[] | undefined {
  const plain = address.replace(/%.*$/, '');
  if (isIP(plain) === 4) return plain.split('.').map(Number);
  if (isIP(plain) !== 6) return undefined;
  const hex = plain.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts: string[]) => {
    const [a, b, c, d] = parts.slice(0, 4).map(Number) as [number, number, number, number];
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  });
  const [head = '', tail] = hex.split('::');
  const groupsOf = (text: string | undefined) => (text ? text.split(':') : []);
  const [before, after] = [groupsOf(head), groupsOf(tail)];
  const between = Array<string>(8 - before.length - after.length).fill('0');
  const bytes = [...before, ...between, ...after].flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
  const isMapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
  return isMapped ? bytes.slice(12) : bytes;
}
