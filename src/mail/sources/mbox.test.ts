import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { mboxMessages } from './mbox.ts';

const MAX = 100_000;
const DAY = 'Thu Jan  1 00:00:00 1970';
const PATCH = `From ${'ab12'.repeat(10)} Mon Sep 17 00:00:00 2001`;

async function read(mbox: string, { size = 7, max = MAX } = {}) {
  const bytes = Buffer.from(mbox);
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
  const found: (string | undefined)[] = [];
  for await (const one of mboxMessages(Readable.from(chunks) as AsyncIterable<Buffer>, max))
    found.push(one?.toString());
  return found;
}

test('messages are what stands between two separators, whatever the chunks they come in', async () => {
  const mbox = `From a@b ${DAY}\nSubject: one\n\nBody\n\nFrom c@d ${DAY}\nSubject: two\n\nBody 2\n`;
  for (const size of [1, 7, 40, 1_000])
    expect(await read(mbox, { size })).toEqual(['Subject: one\n\nBody\n', 'Subject: two\n\nBody 2\n']);
});

test('a line that was quoted loses one sign of it', async () => {
  const mbox = `From a@b ${DAY}\nSubject: one\n\n>From here\n>>From there\n> From him\n`;
  expect(await read(mbox)).toEqual(['Subject: one\n\nFrom here\n>From there\n> From him\n']);
});

test('a line that begins with From and is no separator is text', async () => {
  const mbox = `From a@b ${DAY}\nSubject: one\n\nHello.\n\nFrom then on it works.\n\nFrom me ${DAY}\nno field\n`;
  expect(await read(mbox)).toHaveLength(1);
});

test('a length is believed when a separator or the end follows', async () => {
  const body = `One.\n\nFrom a@b ${DAY}\nFake: yes\n\nTwo.\n`;
  const mbox = `From a@b ${DAY}\nContent-Length: ${body.length}\n\n${body}\nFrom c@d ${DAY}\nSubject: two\n\nEnd\n`;
  const found = await read(mbox, { size: 50 });
  expect(found).toHaveLength(2);
  expect(found[0]).toBe(`Content-Length: ${body.length}\n\n${body}`);
});

test('a length that is wrong is not believed', async () => {
  const mbox = `From a@b ${DAY}\nContent-Length: 3\n\nBody\n\nFrom c@d ${DAY}\nSubject: two\n\nEnd\n`;
  expect(await read(mbox)).toHaveLength(2);
});

test('the separators of git format-patch separate in its own files alone', async () => {
  const patch = (text: string) => `${PATCH}\nFrom: A <a@b>\nSubject: [PATCH] ${text}\n\n---\n`;
  expect(await read(`${patch('one')}\n${patch('two')}`)).toHaveLength(2);
  expect(await read(`From a@b ${DAY}\nSubject: mail\n\nApply this:\n\n${patch('one')}`)).toHaveLength(1);
});

test('lines may end in CR LF', async () => {
  const mbox = `From a@b ${DAY}\r\nSubject: one\r\n\r\nBody\r\n\r\nFrom c@d ${DAY}\r\nSubject: two\r\n\r\nB\r\n`;
  expect(await read(mbox)).toEqual(['Subject: one\r\n\r\nBody\r\n', 'Subject: two\r\n\r\nB\r\n']);
});

test('one that is too large is passed over, and what follows it is read', async () => {
  const large = `From a@b ${DAY}\nSubject: large\n\n${'x'.repeat(70)}\n`.repeat(1) + 'x'.repeat(200_000);
  const mbox = `${large}\n\nFrom c@d ${DAY}\nSubject: two\n\nEnd\n`;
  expect(await read(mbox, { size: 10_000 })).toEqual(['too-large', 'Subject: two\n\nEnd\n']);
});

test.each(['Subject: a message\n\nText\n', '\u0000\u0001\u0002', 'Hello.'])('%j is no mbox', async (text) => {
  expect(await read(text)).toEqual([undefined]);
});

test('an empty file is an mbox without messages', async () => {
  expect(await read('')).toEqual([]);
});
