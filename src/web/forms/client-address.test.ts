import { expect, test } from 'vitest';
import { clientAddress } from './client-address.ts';

test.each([
  ['198.51.1.7', undefined, '198.51.1.7'],
  ['::ffff:198.51.1.7', undefined, '198.51.1.7'],
  // A connection from outside is believed of nothing.
  ['198.51.1.7', '203.0.114.9', '198.51.1.7'],
  ['127.0.0.1', '203.0.114.9', '203.0.114.9'],
  // What a client wrote stands before what our proxy adds.
  ['127.0.0.1', '1.2.3.4, 203.0.114.9', '203.0.114.9'],
  ['127.0.0.1', 'anything', '127.0.0.1'],
  ['127.0.0.1', '', '127.0.0.1'],
  ['::1', '[2a01:1:2:3:4::5]:4711', '2a01:1:2:3::'],
  ['::1', '203.0.114.9:4711', '203.0.114.9'],
  ['2a01::1', undefined, '2a01::'],
])('a connection from %s that says %j is from %s', (remote, forwarded, client) => {
  expect(clientAddress(remote, forwarded)).toBe(client);
});
