import { fieldsOf } from '../mime/headers.ts';
import type { HeaderField, Message } from '../mime/message.ts';

/** Fields in which the server that delivered a message says for whom it did. */
const DELIVERED = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'];

const ADDRESS = /[^\s<>,;:"()]+@[^\s<>,;:"()]+/g;

/**
 * For whom a message in a mailbox is, which has no envelope any more: those of whom its server says so; or those to whom it
 * is written, when `isOurs` of none of the former.
 */
export async function recipientsOf(
  { headers, to, cc }: Pick<Message, 'headers' | 'to' | 'cc'>,
  isOurs: (address: string) => Promise<boolean>,
): Promise<string[]> {
  const delivered = DELIVERED.flatMap((name) => fieldsOf(headers, name).flatMap(addressesIn));
  const written = [...to, ...cc].map(({ address }) => address);
  for (const addresses of [delivered, written]) {
    const ours: string[] = [];
    for (const address of new Set(addresses.map((one) => one.toLowerCase())))
      if (await isOurs(address)) ours.push(address);
    if (ours.length > 0) return ours;
  }
  return [];
}

/** The envelope sender, as the server that delivered a message wrote it (RFC 5321, 4.4); empty for a bounce. */
export function senderOf({ headers, from }: Pick<Message, 'headers' | 'from'>): string {
  const [path] = fieldsOf(headers, 'return-path');
  return path ? (addressesIn(path)[0] ?? '') : (from?.address ?? '');
}

function addressesIn({ raw }: HeaderField): string[] {
  return raw.match(ADDRESS) ?? [];
}
