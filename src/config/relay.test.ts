import { expect, test } from 'vitest';
import { readRelay } from './relay.ts';

test.each([
  ['smtp://relay.example', { host: 'relay.example', port: 25, secure: false, requireTls: false }],
  ['smtp://u%40x:p%2Fw@relay.example', { port: 587, requireTls: true, user: 'u@x', password: 'p/w' }],
  ['smtps://u:p@relay.example', { port: 465, secure: true, requireTls: false }],
  ['smtp://u:p@127.0.0.1:2525', { host: '127.0.0.1', port: 2525, requireTls: false }],
  ['smtp://[::1]:25', { host: '::1', port: 25 }],
])('%s is understood', (GREFFE_RELAY, relay) => {
  expect(readRelay({ GREFFE_RELAY })).toMatchObject(relay);
});

test.each(['relay.example:25', 'http://relay.example', 'smtp://', 'smtp://u:secret@', 'smtp://x/y'])(
  '%s is not, and no password is repeated',
  (GREFFE_RELAY) => {
    expect(() => readRelay({ GREFFE_RELAY })).toThrow('GREFFE_RELAY is not the URL of an SMTP server.');
  },
);

test('a rate is a number a second, a minute or an hour', () => {
  const rate = (GREFFE_RELAY_RATE: string) =>
    readRelay({ GREFFE_RELAY: 'smtp://relay.example', GREFFE_RELAY_RATE })?.rate;
  expect([rate('5'), rate('5/s'), rate('120/m'), rate('3600/h'), rate('')]).toEqual([5, 5, 2, 1, undefined]);
  for (const wrong of ['0', '-1', '5/d', 'x']) expect(() => rate(wrong)).toThrow('is no rate');
});
