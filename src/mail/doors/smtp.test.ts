import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../../test/support/folder.ts';
import { RawSmtp } from '../../../test/support/raw-smtp.ts';
import { Unavailable } from '../../config/errors.ts';
import type { Envelope, Intake } from '../intake.ts';
import { REFUSALS, type Refusal } from '../refusals.ts';
import { startSmtp } from './smtp.ts';

interface Taken extends Envelope {
  readonly raw: string;
}

async function door(
  protocol: 'smtp' | 'lmtp' = 'smtp',
  take: (envelope: Envelope) => Refusal | undefined = () => undefined,
) {
  const taken: Taken[] = [];
  const intake: Intake = {
    recipient: (address) => Promise.resolve(address.startsWith('liste') ? undefined : REFUSALS.unknown),
    maxBytes: () => Promise.resolve(1_000_000),
    take(envelope, raw) {
      const refusal = take(envelope);
      if (!refusal) taken.push({ ...envelope, raw: raw.toString('latin1') });
      return Promise.resolve(refusal);
    },
  };
  const failures: unknown[] = [];
  const opened = await startSmtp(
    { protocol, listening: { host: '127.0.0.1', port: 0 }, doors: { hostName: 'mx.lists.example' } },
    intake,
    { warned: () => {}, failed: (error) => failures.push(error) },
  );
  onTestFinished(() => opened.close());
  const client = await RawSmtp.connect(Number(opened.address.split(':').at(-1)));
  onTestFinished(() => client.close());
  return { client, taken, failures, address: opened.address };
}

const LISTE = 'liste@lists.example';

test('a message is taken with its envelope, its dots unstuffed, its lines as files have them', async () => {
  const { client, taken } = await door();
  expect(await client.begin(LISTE)).toMatch(/^354/);
  client.write('Subject: Bonjour\r\n\r\n..pointé\r\nfin\r\n.\r\n');
  expect(await client.reply()).toMatch(/^250/);
  expect(taken).toMatchObject([
    { door: 'smtp', sender: 'ada@example.org', recipients: [LISTE], helo: 'client.example' },
  ]);
  expect(taken[0]?.raw).toBe('Subject: Bonjour\n\n.pointé\nfin\n');
});

test('it says how large a message may be, and that it takes 8-bit ones, UTF-8 addresses and commands in a row', async () => {
  const { client } = await door();
  const said = await client.say('EHLO client.example');
  for (const word of ['SIZE 1000000', '8BITMIME', 'SMTPUTF8', 'PIPELINING']) expect(said).toContain(word);
  expect(said).not.toContain('AUTH');
});

test('commands in a row are answered in a row', async () => {
  const { client, taken } = await door();
  await client.say('EHLO client.example');
  client.write(`MAIL FROM:<a@example.org>\r\nRCPT TO:<${LISTE}>\r\nDATA\r\n`);
  expect(
    [await client.reply(), await client.reply(), await client.reply()].map((line) => line.slice(0, 3)),
  ).toEqual(['250', '250', '354']);
  client.write('Subject: x\r\n\r\nx\r\n.\r\n');
  expect(await client.reply()).toMatch(/^250/);
  expect(taken).toHaveLength(1);
});

test('an address of ours in UTF-8 is read', async () => {
  const { client, taken } = await door();
  await client.say('EHLO client.example');
  await client.say(`MAIL FROM:<${Buffer.from('zoé@example.org').toString('latin1')}> SMTPUTF8`);
  await client.say(`RCPT TO:<${LISTE}>`);
  await client.say('DATA');
  client.write('Subject: x\r\n\r\nx\r\n.\r\n');
  await client.reply();
  expect(taken[0]?.sender).toBe('zoé@example.org');
});

test('an unknown recipient is refused with its enhanced code, in two languages', async () => {
  const { client } = await door();
  await client.say('EHLO client.example');
  await client.say('MAIL FROM:<a@example.org>');
  expect(await client.say('RCPT TO:<autre@lists.example>')).toBe(
    "550-5.1.1 There is no such address here.\n550 5.1.1 Il n'y a rien de ce nom ici.",
  );
});

describe('what would let two servers see an end at two places is refused', () => {
  const endings: readonly (readonly [string, string])[] = [
    ['LF . LF', '\n.\n'],
    ['LF . CR LF', '\n.\r\n'],
    ['CR LF . LF', '\r\n.\n'],
    ['CR . CR', '\r.\r'],
    ['CR . CR LF', '\r.\r\n'],
    ['CR LF . CR', '\r\n.\r'],
    ['LF CR LF . CR LF, kept apart', '\n\r.\r\n'],
  ];
  test.each(endings)('%s', async (_, ending) => {
    const { client, taken } = await door();
    await client.begin(LISTE);
    client.write(
      `Subject: one\r\n\r\none${ending}MAIL FROM:<eve@example.net>\r\nRCPT TO:<${LISTE}>\r\nDATA\r\nSubject: two\r\n\r\ntwo\r\n.\r\n`,
    );
    const replies = [await client.reply()];
    expect(replies[0]).toMatch(/^550-?.?5\.6\.11/);
    expect(taken).toEqual([]);
  });
});

test('however the bytes are cut on the way, the end is the end', async () => {
  const { client, taken } = await door();
  await client.begin(LISTE);
  for (const byte of 'Subject: x\r\n\r\n..\r\n.\r\n') {
    client.write(byte);
    await setTimeout(1);
  }
  expect(await client.reply()).toMatch(/^250/);
  expect(taken[0]?.raw).toBe('Subject: x\n\n.\n');
});

test('a NUL is refused', async () => {
  const { client } = await door();
  await client.begin(LISTE);
  client.write('Subject: x\r\n\r\na\0b\r\n.\r\n');
  expect(await client.reply()).toMatch(/^550-5\.6\.0 .*NUL/);
});

test('a message that says it is too large is refused before it is sent', async () => {
  const { client } = await door();
  await client.say('EHLO client.example');
  expect(await client.say('MAIL FROM:<a@example.org> SIZE=100000000')).toMatch(/^552/);
});

test('a message of 100 MB that says nothing is read to its end, kept nowhere, and refused', async () => {
  const { client, taken } = await door();
  await client.begin(LISTE);
  const line = Buffer.from(`${'x'.repeat(998)}\r\n`.repeat(1_000));
  for (let at = 0; at < 100; at++) client.write(line);
  client.write('\r\n.\r\n');
  expect(await client.reply()).toMatch(/^552/);
  expect(taken).toEqual([]);
  expect(await client.say('NOOP')).toMatch(/^250/);
});

test('what goes wrong here is to be tried again, and told to the operator', async () => {
  const { client, failures } = await door('smtp', () => {
    throw new Error('a fault of our own');
  });
  await client.begin(LISTE);
  client.write('Subject: x\r\n\r\nx\r\n.\r\n');
  expect(await client.reply()).toMatch(/^451/);
  expect(failures).toHaveLength(1);
});

test('a client that goes away in the middle leaves nothing', async () => {
  const { client, taken, address } = await door();
  await client.begin(LISTE);
  client.write('Subject: x\r\n\r\nx');
  client.close();
  const other = await RawSmtp.connect(Number(address.split(':').at(-1)));
  onTestFinished(() => other.close());
  expect(await other.say('NOOP')).toMatch(/^250/);
  expect(taken).toEqual([]);
});

test('over LMTP each recipient has its answer', async () => {
  const { client, taken } = await door('lmtp', ({ recipients }) =>
    recipients[0] === LISTE ? undefined : REFUSALS.notSubscribed,
  );
  await client.begin([LISTE, 'liste2@lists.example'], { hello: 'LHLO' });
  client.write('Subject: x\r\n\r\nx\r\n.\r\n');
  expect(await client.reply()).toMatch(/^250/);
  expect(await client.reply()).toMatch(/^550/);
  expect(taken).toMatchObject([{ door: 'lmtp', recipients: [LISTE] }]);
});

test('a socket of the file system is taken over from a server that ended badly, and no file is', async () => {
  const path = join(await temporaryFolder('door'), 'lmtp');
  const options = { protocol: 'lmtp', listening: { path }, doors: { hostName: 'mx.lists.example' } } as const;
  const intake: Intake = {
    recipient: () => Promise.resolve(undefined),
    maxBytes: () => Promise.resolve(1_000_000),
    take: () => Promise.resolve(undefined),
  };
  const events = { warned: () => {}, failed: () => {} };
  const left = spawnSync(process.execPath, [
    '-e',
    `require('net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`,
  ]);
  expect(left.signal).toBe('SIGKILL');
  const opened = await startSmtp(options, intake, events);
  expect(opened.address).toBe(`lmtp+unix:${path}`);
  await opened.close();
  await writeFile(path, 'a file');
  await expect(startSmtp(options, intake, events)).rejects.toThrow(Unavailable);
});

test('a place where something listens already is said with what to do', async () => {
  const { address } = await door();
  const port = Number(address.split(':').at(-1));
  const options = {
    protocol: 'smtp',
    listening: { host: '127.0.0.1', port },
    doors: { hostName: 'mx.lists.example' },
  } as const;
  const intake = { maxBytes: () => Promise.resolve(1) } as Intake;
  await expect(startSmtp(options, intake, { warned: () => {}, failed: () => {} })).rejects.toThrow(
    Unavailable,
  );
});
