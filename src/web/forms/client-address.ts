import { isPublicAddress } from '../../wiki/checks/external/public-address.ts';

/**
 * Who asks: the address of the connection or, where that is a proxy of ours (it is not public), the last one that the proxy
 * says. An IPv6 address stands for its network of 64 bits, which is one subscriber's.
 */
export function clientAddress(remote: string | undefined, forwarded: string | undefined): string {
  const direct = plain(remote ?? '');
  const said = forwarded?.split(',').at(-1)?.trim();
  const address = said && !isPublicAddress(direct) ? plain(said) : direct;
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address;
}

function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/^\[|\]$/g, '');
}
