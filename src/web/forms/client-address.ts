import { isIP } from 'node:net';
import { networkText, readNetwork } from '../../mail/moderation/ip-network.ts';
import { isPublicAddress } from '../../wiki/checks/external/public-address.ts';

/**
 * Who asks: the address of the connection or, where that is a proxy of ours (it is not public), the last one that the proxy
 * says: those before it are what anybody wrote. An IPv6 address stands for its network of 64 bits, which is one subscriber's.
 */
export function clientAddress(remote: string | undefined, forwarded: string | undefined): string {
  const direct = plain(remote ?? '');
  const said = plain(forwarded?.split(',').at(-1)?.trim() ?? '');
  const address = isIP(said) !== 0 && !isPublicAddress(direct) ? said : direct;
  const network = address.includes(':') ? readNetwork(`${address}/64`) : undefined;
  return network ? networkText(network).replace('/64', '') : address;
}

/** Without what some proxies write around it: brackets, a port. */
function plain(address: string): string {
  return address
    .replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '');
}
