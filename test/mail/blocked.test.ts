import { expect, onTestFinished, test } from 'vitest';
import { startMailIn } from '../../src/mail/mail-in.ts';
import { addBlock, endBlock } from '../../src/members/block.ts';
import type { BlockKind } from '../../src/store/abuse-tables.ts';
import { blocksAt } from '../../src/store/blocks.ts';
import { auditTrail } from '../../src/store/members.ts';
import { type Engine, onEachEngine } from '../support/engines.ts';
import { RawSmtp } from '../support/raw-smtp.ts';
import { served } from '../support/served.ts';

const LIST = 'liste@lists.example';
const FILES = {
  'index.md': '# Accueil\n',
  'greffe.yml': `lists:\n  liste:\n    address: ${LIST}\n    moderators: [mona@office.example]\n`,
};
const place = { lists: {}, by: 'mona@office.example', now: 1_700_000_000 };

/** A server that takes mail, where something is blocked. */
async function door(engine: Engine, kind: BlockKind, typed: string) {
  const at = await engine.place();
  const site = await served(FILES, { place: at });
  onTestFinished(() => site[Symbol.asyncDispose]());
  const { database } = site.wiki;
  await database.write((writer) => addBlock(writer, { kind, typed, reason: '', until: null }, place));
  const mailIn = await startMailIn({
    database,
    dataFolder: at.dataFolder,
    doors: { smtp: { host: '127.0.0.1', port: 0 }, hostName: 'mx.lists.example' },
    mailOut: { happened: () => Promise.resolve(), wake: () => {} },
    warned: () => {},
    failed: () => {},
  });
  onTestFinished(() => mailIn.close());
  await expect.poll(() => mailIn.office.isOpen).toBe(true);
  const client = await RawSmtp.connect(Number(mailIn.addresses[0]?.split(':').at(-1)));
  onTestFinished(() => client.close());
  return {
    database,
    async send(text: string, from = 'ada@example.org') {
      await client.begin(LIST, { from });
      client.write(`From: ${from}\r\nSubject: Bonjour\r\n\r\n${text}\r\n.\r\n`);
      return await client.reply();
    },
  };
}

onEachEngine('mail', (engine) => {
  test.each<[BlockKind, string]>([
    ['address', 'Spam@Example.net'],
    ['domain', 'example.net'],
    ['text', 'casino en ligne'],
  ])('of a blocked %s is refused at the door, without saying why', async (kind, typed) => {
    const { send } = await door(engine, kind, typed);
    const refused = await send('Un casino en ligne.', 'spam@example.net');
    expect(refused).toMatch(/^550-5\.7\.1 This message is not accepted here\./);
    expect(refused.toLowerCase()).not.toContain(typed.toLowerCase());
    expect(await send('Bonjour.')).toMatch(/^250/);
  });

  test('of a blocked network is refused', async () => {
    const { send } = await door(engine, 'network', '127.0.0.0/8');
    expect(await send('Bonjour.')).toMatch(/^550/);
  });

  test('a block is kept once, noted, ends on its day, and is taken away', async () => {
    const { database } = await door(engine, 'domain', 'example.net');
    await database.write((writer) =>
      addBlock(writer, { kind: 'domain', typed: '@example.net', reason: 'x', until: place.now + 60 }, place),
    );
    expect(await blocksAt(database.reader, place.now)).toMatchObject([{ reason: 'x' }]);
    expect(await blocksAt(database.reader, place.now + 60)).toEqual([]);
    const end = () =>
      database.write((writer) => endBlock(writer, { kind: 'domain', pattern: 'example.net' }, place));
    expect([await end(), await end()]).toEqual([true, false]);
    const trail = (await auditTrail(database.reader, { limit: 10 })).map(({ who, what, about }) => [
      who,
      what,
      about,
    ]);
    expect(trail[0]).toEqual(['mona@office.example', 'unblock', 'example.net']);
    expect(trail[1]).toEqual(['mona@office.example', 'block', 'example.net']);
  });
});
