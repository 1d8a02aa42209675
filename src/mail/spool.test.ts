import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/folder.ts';
import { Spool, type SpoolEntry } from './spool.ts';

const entry: SpoolEntry = {
  arrivedAt: 1_760_000_000,
  door: 'smtp',
  sender: 'anna@example.org',
  destinations: [{ kind: 'message', list: 'contributions' }],
  isVerified: true,
};

test('what was put is read again, byte for byte, by whoever opens the folder next', async () => {
  const folder = await temporaryFolder();
  const raw = Buffer.from([0x46, 0x0a, 0x0a, 0xff, 0xfe, 0x7b, 0x0a]);
  const id = await (await Spool.open(folder)).put(entry, raw);
  const spool = await Spool.open(folder);
  expect(await spool.waiting()).toEqual([id]);
  expect(await spool.read(id)).toEqual({ ...entry, id, raw });
  await spool.remove(id);
  expect(await spool.waiting()).toEqual([]);
  expect(await spool.read(id)).toBeUndefined();
});

test('messages wait in the order in which they came', async () => {
  const spool = await Spool.open(await temporaryFolder());
  const ids: string[] = [];
  for (let i = 0; i < 50; i++) ids.push(await spool.put(entry, Buffer.from(String(i))));
  expect(await spool.waiting()).toEqual(ids);
});

test('many messages at once are all kept', async () => {
  const spool = await Spool.open(await temporaryFolder());
  const ids = await Promise.all(
    Array.from({ length: 200 }, (_, i) => spool.put(entry, Buffer.from(String(i)))),
  );
  expect(new Set(await spool.waiting())).toEqual(new Set(ids));
});

test('what a crash left half written is no message', async () => {
  const folder = await temporaryFolder();
  await Spool.open(folder);
  await writeFile(join(folder, 'mail/incoming/tmp/half'), '{"arr');
  const spool = await Spool.open(folder);
  expect(await readdir(join(folder, 'mail/incoming/tmp'))).toEqual([]);
  expect(await spool.waiting()).toEqual([]);
});

test('a file that is no message is put aside, not lost', async () => {
  const folder = await temporaryFolder();
  const spool = await Spool.open(folder);
  await writeFile(join(folder, 'mail/incoming/new/strange'), 'hello');
  expect(await spool.read('strange')).toBeUndefined();
  expect(await readdir(join(folder, 'mail/incoming/bad'))).toEqual(['strange']);
});
