import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { onEachEngine } from '../../test/support/engines.ts';
import { temporaryFolder } from '../../test/support/folder.ts';
import { list, lists, mailDatabase, site, subscribe } from '../../test/support/mailing.ts';
import type { Database } from '../store/database.ts';
import { mailListSize } from '../store/mail-lists.ts';
import { messageNamed } from '../store/mail-messages.ts';
import { markTaken } from '../store/taken.ts';
import { Archive } from './archive.ts';
import { indexArchive } from './index-messages.ts';
import { parseMessage } from './mime/parse.ts';
import { type Office, openOffice } from './office.ts';
import { Spool, type SpoolEntry } from './spool.ts';

const mail = (id: number, text = 'Bonjour', header = '') =>
  Buffer.from(
    `From: ada@example.org\nSubject: Bonjour ${id}\nMessage-ID: <${id}@example.org>\n${header}\n${text}\n`,
  );

const entry: SpoolEntry = {
  arrivedAt: 1_700_000_000,
  door: 'smtp',
  sender: 'ada@example.org',
  destinations: [{ kind: 'message', list: list.name }],
  isVerified: true,
};

/** What stands between a spool and a database. */
interface Desk {
  readonly folder: string;
  readonly spool: Spool;
  readonly archive: Archive;
  readonly database: Database;
  readonly events: string[];
  readonly warnings: string[];
  open(): Office;
  /** Opens the office, has it take what is there, and closes it. */
  work(): Promise<void>;
  /** How many copies wait to be sent. */
  copies(): Promise<number>;
  archived(): Promise<number>;
}

async function desk(database: Database): Promise<Desk> {
  const folder = await temporaryFolder('office');
  const spool = await Spool.open(folder);
  const archive = await Archive.open(join(folder, 'lists', list.name), {
    name: list.name,
    address: list.settings.address,
  });
  onTestFinished(() => archive.close());
  const events: string[] = [];
  const warnings: string[] = [];
  const open = () =>
    openOffice({
      database,
      folder: join(folder, 'lists'),
      spool,
      place: () => Promise.resolve({ lists, site }),
      happened(_, { type, data }) {
        if (data.subject === 'Bonjour 666') throw new TypeError('a fault of our own');
        events.push(`${type} ${data.messageId}`);
        return Promise.resolve();
      },
      queued: () => {},
      warned: (sentence) => warnings.push(sentence),
      failed: (error) => warnings.push(String(error)),
    });
  return {
    folder,
    spool,
    archive,
    database,
    events,
    warnings,
    open,
    async work() {
      const office = open();
      await office.settled();
      await office.close();
    },
    async copies() {
      const rows = await database.reader.selectFrom('delivery').select('id').execute();
      return rows.length;
    },
    async archived() {
      let count = 0;
      for await (const { kind } of archive.since(undefined)) if (kind === 'message') count++;
      return count;
    },
  };
}

onEachEngine('the office', (engine) => {
  const atDesk = async () => desk(await mailDatabase(await engine.place()));

  test('archives a message, indexes it, and has a copy sent to each subscriber', async () => {
    const { spool, work, database, archived, copies, events } = await atDesk();
    await subscribe(database, 'bob@example.org');
    await spool.put(entry, mail(1));
    await work();
    expect(await archived()).toBe(1);
    expect(await messageNamed(database.reader, list.name, '1@example.org')).toMatchObject({
      subject: 'Bonjour 1',
      received_at: 1_700_000_000,
    });
    expect(await copies()).toBe(1);
    expect(events).toEqual(['message.received 1@example.org']);
    expect(await spool.waiting()).toEqual([]);
  });

  test('takes the same message once, whichever way it came again', async () => {
    const { spool, work, archived } = await atDesk();
    await spool.put(entry, mail(1));
    await spool.put(entry, mail(1, 'Bonjour', 'X-Spam: no\n'));
    await work();
    await spool.put({ ...entry, arrivedAt: 1_800_000_000 }, mail(1));
    await work();
    expect(await archived()).toBe(1);
  });

  test('keeps another message that has the same Message-ID, by the id of its bytes', async () => {
    const { spool, work, archived, database, events } = await atDesk();
    await spool.put(entry, mail(1));
    await spool.put(entry, mail(1, 'Autre chose'));
    await work();
    await spool.put(entry, mail(1, 'Autre chose encore'));
    await work();
    expect(await archived()).toBe(3);
    expect(await mailListSize(database.reader, list.name)).toMatchObject({ messages: 3, threads: 1 });
    expect(new Set(events).size).toBe(3);
  });

  test('keeps a message that has no Message-ID', async () => {
    const { spool, work, database } = await atDesk();
    await spool.put(entry, Buffer.from('From: ada@example.org\nSubject: Sans nom\n\nBonjour\n'));
    await work();
    expect(await mailListSize(database.reader, list.name)).toMatchObject({ messages: 1 });
  });

  test('sends out what a crash left between the archive and the index, and archives it once', async () => {
    const { spool, archive, work, archived, copies, database } = await atDesk();
    await subscribe(database, 'bob@example.org');
    await spool.put(entry, mail(1));
    await archive.append([{ message: parseMessage(mail(1)), receivedAt: entry.arrivedAt }]);
    await work();
    expect([await archived(), await copies()]).toEqual([1, 1]);
    expect(await spool.waiting()).toEqual([]);
  });

  test('only removes what was done when the crash came', async () => {
    const { spool, work, archived, copies, database } = await atDesk();
    await subscribe(database, 'bob@example.org');
    const id = await spool.put(entry, mail(1));
    await database.write((writer) => markTaken(writer, [id]));
    await work();
    expect([await archived(), await copies()]).toEqual([0, 0]);
    expect(await spool.waiting()).toEqual([]);
  });

  test('indexes what another command archived, and sends it to nobody', async () => {
    const { archive, work, copies, database } = await atDesk();
    await subscribe(database, 'bob@example.org');
    await archive.append([{ message: parseMessage(mail(1)), receivedAt: 1 }]);
    await work();
    expect(await messageNamed(database.reader, list.name, '1@example.org')).toBeDefined();
    expect(await copies()).toBe(0);
  });

  test('goes on where the index was made by another command', async () => {
    const { spool, archive, work, database } = await atDesk();
    await archive.append([{ message: parseMessage(mail(1)), receivedAt: 1 }]);
    await indexArchive({ database, language: 'fr' }, archive, list.name);
    await spool.put(entry, mail(2));
    await work();
    expect(await mailListSize(database.reader, list.name)).toMatchObject({ messages: 2 });
  });

  test('leaves a message of a list that is no longer named where it is, and says so once', async () => {
    const { spool, work, warnings } = await atDesk();
    await spool.put({ ...entry, destinations: [{ kind: 'message', list: 'ancienne' }] }, mail(1));
    await work();
    expect(await spool.waiting()).toHaveLength(1);
    expect(warnings).toEqual([expect.stringContaining('ancienne')]);
  });

  test('puts aside what makes it fail, and takes the others', async () => {
    const { spool, work, database, folder, warnings } = await atDesk();
    for (const id of [1, 666, 2]) await spool.put(entry, mail(id));
    await work();
    expect(await readdir(join(folder, 'mail', 'incoming', 'bad'))).toHaveLength(1);
    expect(warnings.join()).toContain('a fault of our own');
    for (const id of [1, 2])
      expect(await messageNamed(database.reader, list.name, `${id}@example.org`)).toBeDefined();
  });

  test('does what a mail to a command asks, once', async () => {
    const { spool, work, copies } = await atDesk();
    await spool.put(
      { ...entry, destinations: [{ kind: 'command', list: list.name, command: 'subscribe' }] },
      mail(1),
    );
    await work();
    await work();
    expect(await copies()).toBe(1);
  });
});
