import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** The networks that are nobody's outside (RFC 6890): a wiki may not make its checker ask there. */
const NETWORKS: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  // All but 2000::/3, where everyone's addresses are; in it, what holds an IPv4 address (Teredo, 6to4) or is nobody's.
  ['::', 3, 'ipv6'],
  ['4000::', 2, 'ipv6'],
  ['8000::', 1, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
];

// One for each family: a list of both takes an IPv4 address for the IPv6 one that holds it.
const PRIVATE = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [network, prefix, family] of NETWORKS) PRIVATE[family].addSubnet(network, prefix, family);

/** Whether an IP address is one that anybody may reach. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  return !PRIVATE[family].check(address, family);
}

/** Looks a name up, and takes none of its addresses for an answer when one of them is not public. */
export const publicLookup: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
      return callback(Object.assign(new Error('private address'), { code: 'EPRIVATE' }), '', 0);
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};

/** Names that are nobody's (RFC 2606, RFC 6761, RFC 6762): what documentation and private networks use. */
export function isReservedName(host: string): boolean {
  return (
    !/[.:]/.test(host) ||
    /(?:^|\.)(?:example|test|invalid|localhost|local|internal|home\.arpa|onion|example\.(?:com|net|org))\.?$/i.test(
      host,
    )
  );
}
