import { generateKeyPairSync } from 'node:crypto';
import { dkimSign, dkimVerify } from 'mailauth';
import { expect, test } from 'vitest';
import { list } from '../../../test/support/mailing.ts';
import { copiedMessage, wireForm } from './copy.ts';
import { listHeaders } from './list-headers.ts';

const text = (raw: string) => copiedMessage(Buffer.from(raw)).bytes.toString();

test('what another list, or the writer, said in a list’s fields goes; all else stays byte by byte', () => {
  expect(
    text(
      'Return-Path: <x@example.org>\nFrom: a@example.org\nList-Unsubscribe: <https://evil.example>,\n\t<mailto:x@evil.example>\nLIST-ID: <x>\nSubject:  Two   spaces\n kept\nX-List-Id: stays\n\nList-Id: in the body\n',
    ),
  ).toBe(
    'From: a@example.org\r\nSubject:  Two   spaces\r\n kept\r\nX-List-Id: stays\r\n\r\nList-Id: in the body\r\n',
  );
});

test.each([
  ['a\nb', 'a\r\nb\r\n'],
  ['a\r\nb\r\n', 'a\r\nb\r\n'],
  ['a\rb\r\r\n', 'a\r\nb\r\n\r\n'],
  ['', ''],
  ['\n', '\r\n'],
])('every line of %j ends with CRLF', (raw, wire) => {
  expect(wireForm(Buffer.from(raw)).toString()).toBe(wire);
});

test('a message without a body, or without an end, is copied whole', () => {
  expect(text('From: a@example.org')).toBe('From: a@example.org\r\n');
  expect(text('\nbody')).toBe('\r\nbody\r\n');
});

test('the writer’s DKIM signature holds on the copies', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const message =
    'From: Ada <ada@example.org>\r\nTo: annonces@lists.example\r\nSubject: =?utf-8?q?=C3=89t=C3=A9?=\r\nDate: Tue, 24 Nov 2026 10:00:00 +0000\r\nMessage-ID: <1@example.org>\r\n\r\nBonjour  \r\n.\r\n\r\n';
  const { signatures } = await dkimSign(message, {
    canonicalization: 'simple/simple',
    signatureData: [
      {
        signingDomain: 'example.org',
        selector: 'test',
        privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      },
    ],
  } as never);
  // The archive keeps lines that end with LF.
  const archived = Buffer.from((signatures + message).replaceAll('\r\n', '\n'));
  const head = listHeaders(list, 'https://wiki.example', '1@example.org', {
    secret: 's',
    subscriber: 'aaaaaaaaaa',
  });
  const copy = Buffer.concat([Buffer.from(head.replaceAll('\n', '\r\n')), copiedMessage(archived).bytes]);
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const resolver = async () => [[`v=DKIM1; k=rsa; p=${key}`]];
  const { results } = await dkimVerify(copy, { resolver } as never);
  expect(results.map(({ status }) => status.result)).toEqual(['pass']);
});

test('a Message-ID cannot add a field, nor end an address', () => {
  const head = listHeaders(list, 'https://wiki.example', 'a/b>\r\nX-Evil: 1 <é@x', undefined);
  expect(head).toContain('/annonces/a%2Fb%3E%0D%0AX-Evil%3A%201%20%3C%C3%A9@x/>');
  expect(head).not.toMatch(/^X-Evil/m);
});
