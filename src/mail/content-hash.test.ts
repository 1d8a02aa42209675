import { expect, test } from 'vitest';
import { contentHash } from './content-hash.ts';
import { parseMessage } from './mime/parse.ts';

const hash = (text: string) => contentHash(parseMessage(Buffer.from(text)));
const mail = 'From: ada@example.org\nSubject: Bonjour\nMessage-ID: <1@example.org>\n\nBonjour\n';

test('a copy that came another way is the same', () => {
  expect(hash(`Received: from b\nDelivered-To: x@example.org\n${mail}\n\n`)).toBe(hash(mail));
});

test('another text, or another subject, is not', () => {
  expect(hash(mail.replace('\nBonjour', '\nAdieu'))).not.toBe(hash(mail));
  expect(hash(mail.replace('Subject: Bonjour', 'Subject: Adieu'))).not.toBe(hash(mail));
});
