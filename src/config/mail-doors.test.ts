import { expect, test } from 'vitest';
import { Invalid } from './errors.ts';
import { readMailDoors } from './mail-doors.ts';

const host = { GREFFE_MAIL_HOST: 'Mail.Example.org' };

test('no door is open unless the operator says so', () => {
  expect(readMailDoors({}, { ...host, GREFFE_SMTP: '' })).toBeUndefined();
});

test('the command line goes before the environment', () => {
  const doors = readMailDoors(
    { smtp: 'localhost:2525' },
    { ...host, GREFFE_SMTP: ':25', GREFFE_LMTP: ':24' },
  );
  expect(doors).toEqual({
    smtp: { host: 'localhost', port: 2525 },
    lmtp: { host: '::', port: 24 },
    hostName: 'mail.example.org',
  });
});

test.each([
  ['[::1]:2525', { host: '::1', port: 2525 }],
  ['127.0.0.1:0', { host: '127.0.0.1', port: 0 }],
  ['unix:/run/greffe/lmtp', { path: '/run/greffe/lmtp' }],
])('one may listen on %s', (lmtp, expected) => {
  expect(readMailDoors({ lmtp }, host)?.lmtp).toEqual(expected);
});

test.each(['2525', 'localhost', 'host:99999', 'unix:', '::1:25', 'a b:25'])('%s is no address', (smtp) => {
  expect(() => readMailDoors({ smtp }, host)).toThrow(Invalid);
});

test('a mailbox is a URL whose password is never repeated', () => {
  const GREFFE_IMAP = 'imaps://anna%40example.org:s%3Acret@imap.example.org/Listes';
  expect(readMailDoors({}, { ...host, GREFFE_IMAP })?.imap).toEqual({
    host: 'imap.example.org',
    port: 993,
    secure: true,
    user: 'anna@example.org',
    password: 's:cret',
    mailbox: 'Listes',
  });
  expect(() => readMailDoors({}, { ...host, GREFFE_IMAP: 'http://a:s3cret@b/' })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('s3cret') }),
  );
});

test('a key goes with its certificate', () => {
  const env = { ...host, GREFFE_SMTP: ':25', GREFFE_TLS_KEY: '/key.pem' };
  expect(() => readMailDoors({}, env)).toThrow(Invalid);
  expect(readMailDoors({}, { ...env, GREFFE_TLS_CERT: '/cert.pem' })?.tls).toEqual({
    key: '/key.pem',
    cert: '/cert.pem',
  });
});

test('a name with a line end is no name of a host', () => {
  expect(() => readMailDoors({ smtp: ':25' }, { GREFFE_MAIL_HOST: 'a\r\nb' })).toThrow(Invalid);
});
