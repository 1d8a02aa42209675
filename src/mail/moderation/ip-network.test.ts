import { expect, test } from 'vitest';
import { isInNetwork, networkText, readNetwork, sharedNetwork } from './ip-network.ts';

test.each([
  ['192.0.2.77/24', '192.0.2.0/24'],
  ['192.0.2.77', '192.0.2.77/32'],
  ['10.255.0.0/9', '10.128.0.0/9'],
  ['2001:db8:0:0::1/48', '2001:db8::/48'],
  ['2001:DB8::1', '2001:db8::1/128'],
  ['::ffff:192.0.2.1', '192.0.2.1/32'],
  ['0.0.0.0/0', '0.0.0.0/0'],
])('%s is the network %s', (text, network) => {
  const read = readNetwork(text);
  expect(read && networkText(read)).toBe(network);
});

test.each(['', 'x', '192.0.2/24', '192.0.2.0/33', '192.0.2.0/-1', '192.0.2.0/24/8', '::/129', '1::2::3'])(
  '%j is no network',
  (text) => expect(readNetwork(text)).toBeUndefined(),
);

test.each([
  ['192.0.2.0/24', '192.0.2.255', true],
  ['192.0.2.0/24', '192.0.3.0', false],
  ['192.0.2.0/24', '::ffff:192.0.2.9', true],
  ['2001:db8::/33', '2001:db8:7fff::1', true],
  ['2001:db8::/33', '2001:db8:8000::1', false],
  ['::/16', '0.0.0.1', false],
  ['192.0.2.0/24', 'unknown', false],
])('%s holds %s: %s', (network, address, holds) => {
  const read = readNetwork(network);
  expect(read && isInNetwork(read, address)).toBe(holds);
});

test('those whom a provider gives addresses together are counted as one', () => {
  expect(sharedNetwork('192.0.2.7')).toBe('192.0.2.0/24');
  expect(sharedNetwork('2001:db8:1:2:3::4')).toBe('2001:db8:1::/48');
  expect(sharedNetwork('unknown')).toBe('unknown');
});
