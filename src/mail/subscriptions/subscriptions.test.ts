import { expect, test } from 'vitest';
import { onEachEngine } from '../../../test/support/engines.ts';
import { list, lists, mailDatabase, message, site, subscribe } from '../../../test/support/mailing.ts';
import type { Database } from '../../store/database.ts';
import { outgoingBytes, queuedDeliveries } from '../../store/deliveries.ts';
import { subscribersOf } from '../../store/subscribers.ts';
import type { ListCommand } from '../addresses.ts';
import { signId, siteSecret } from '../tokens.ts';
import { askToSubscribe, askToUnsubscribe } from './ask.ts';
import { takeCommand } from './commands.ts';
import { confirm, confirmable } from './confirm.ts';
import { unsubscribeByLink } from './unsubscribe.ts';

const NOW = 1_790_000_000;
const DAY = 86_400;

const asking = (address: string, now = NOW) =>
  ({ lists, list, site, address, language: 'fr', via: 'web', mode: 'each', now }) as const;

const ask = (database: Database, address: string, now?: number) =>
  database.write((writer) => askToSubscribe(writer, asking(address, now)));

/** What is queued, as mails: to whom, and the text. */
async function mails(database: Database): Promise<{ readonly to: string; readonly text: string }[]> {
  const queued = await queuedDeliveries(database.reader, undefined, 100);
  return Promise.all(
    queued.map(async ({ recipient, outgoing }) => {
      const raw = Buffer.from((await outgoingBytes(database.reader, outgoing)) ?? []).toString();
      return {
        to: recipient,
        text: raw
          .replace(/=\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      };
    }),
  );
}

async function tokenIn(database: Database): Promise<string> {
  const [last] = (await mails(database)).toReversed();
  return /\/-\/confirm\/([a-z2-7]{26})/.exec(last?.text ?? '')?.[1] ?? '';
}

const addresses = async (database: Database) =>
  (await subscribersOf(database.reader, list.name)).map(({ address }) => address);

onEachEngine('a subscription', (engine) => {
  test('begins when the owner of the address confirms it, and not before', async () => {
    const database = await mailDatabase(await engine.place());
    expect(await ask(database, ' Ben@Example.org ')).toBe(true);
    expect(await addresses(database)).toEqual([]);
    const token = await tokenIn(database);
    expect(await confirmable(database.reader, token, { lists, now: NOW })).toMatchObject({
      action: 'subscribe',
    });
    expect(await addresses(database)).toEqual([]);
    await database.write((writer) => confirm(writer, token, { lists, site, now: NOW }));
    expect(await addresses(database)).toEqual(['Ben@example.org']);
    expect((await mails(database)).map(({ to }) => to)).toEqual(['Ben@example.org', 'Ben@example.org']);
  });

  test('is confirmed once by a token: replayed, changed or late it does nothing', async () => {
    const database = await mailDatabase(await engine.place());
    await ask(database, 'ben@example.org');
    const token = await tokenIn(database);
    const use = (text: string, now = NOW) =>
      database.write((writer) => confirm(writer, text, { lists, site, now }));
    expect(await use(`${token.slice(0, -1)}?`)).toBeUndefined();
    expect(await use(token, NOW + 4 * DAY)).toBeUndefined();
    expect(await use(token.toUpperCase())).toBeDefined();
    expect(await use(token)).toBeUndefined();
  });

  test('asked for a victim, a hundred times and in any case, sends them one mail', async () => {
    const database = await mailDatabase(await engine.place());
    for (let time = 0; time < 50; time++) {
      await ask(database, 'victim@example.org', NOW + time);
      await ask(database, 'VICTIM@EXAMPLE.org', NOW + time);
    }
    expect(await mails(database)).toHaveLength(1);
    await ask(database, 'victim@example.org', NOW + 2 * DAY);
    expect(await mails(database)).toHaveLength(2);
  });

  test('of thousands of addresses sends no more than a few hundred mails in an hour', async () => {
    const database = await mailDatabase(await engine.place());
    await database.write(async (writer) => {
      for (let at = 0; at < 600; at++) await askToSubscribe(writer, asking(`bombed${at}@example.org`));
    });
    const queued = await queuedDeliveries(database.reader, undefined, 1_000);
    expect(queued).toHaveLength(500);
  });

  test('of an address that has one changes what it gets, once confirmed, and says nothing of it before', async () => {
    const database = await mailDatabase(await engine.place());
    await subscribe(database, 'ben@example.org');
    const answer = await database.write((writer) =>
      askToSubscribe(writer, { ...asking('ben@example.org'), mode: 'digest' }),
    );
    expect(answer).toBe(await ask(database, 'nobody@example.org'));
    expect(await subscribersOf(database.reader, list.name)).toMatchObject([{ mode: 'each' }]);
    const first = (await mails(database)).find(({ to }) => to === 'ben@example.org');
    const token = /\/-\/confirm\/([a-z2-7]{26})/.exec(first?.text ?? '')?.[1] ?? '';
    await database.write((writer) => confirm(writer, token, { lists, site, now: NOW }));
    expect(await subscribersOf(database.reader, list.name)).toMatchObject([{ mode: 'digest' }]);
  });

  test.each([
    'ben',
    '',
    'a b@example.org',
    'ben@example.org\r\nBcc: x@example.org',
    '"<script>"@example.org',
    'ben@[127.0.0.1]',
    'ben@127.0.0.1',
    'ben@localhost',
    '@example.org',
    'a,b@example.org,c@example.org',
    `${'a'.repeat(65)}@example.org`,
  ])('of %j is refused: it is no address', async (address) => {
    const database = await mailDatabase(await engine.place());
    expect(await ask(database, address)).toBe(false);
    expect(await mails(database)).toEqual([]);
  });

  test.each(['annonces@lists.example', 'ANNONCES+subscribe@lists.example', 'travail+x@lists.example'])(
    'of %s, which is a list’s, sends nothing',
    async (address) => {
      const database = await mailDatabase(await engine.place());
      await ask(database, address);
      expect(await mails(database)).toEqual([]);
    },
  );

  test('ends at once by its own link, which does nothing for another', async () => {
    const database = await mailDatabase(await engine.place());
    const id = await subscribe(database, 'ben@example.org');
    await subscribe(database, 'cam@example.org');
    const secret = await database.write(siteSecret);
    const leave = (signed: string, of = list.name) =>
      database.write((writer) => unsubscribeByLink(writer, of, signed));
    expect(await leave(signId(secret, 'bounce', id))).toBe(false);
    expect(await leave(`${id}-${'a'.repeat(26)}`)).toBe(false);
    expect(await leave(signId(secret, 'unsubscribe', id), 'travail')).toBe(false);
    expect(await leave(signId(secret, 'unsubscribe', id))).toBe(true);
    expect(await leave(signId(secret, 'unsubscribe', id))).toBe(false);
    expect(await addresses(database)).toEqual(['cam@example.org']);
  });

  test('is not ended by who is not its owner', async () => {
    const database = await mailDatabase(await engine.place());
    await subscribe(database, 'ben@example.org');
    await database.write((writer) => askToUnsubscribe(writer, asking('ben@example.org')));
    expect(await addresses(database)).toEqual(['ben@example.org']);
    const token = await tokenIn(database);
    await database.write((writer) => confirm(writer, token, { lists, site, now: NOW }));
    expect(await addresses(database)).toEqual([]);
  });
});

const command = (
  database: Database,
  name: ListCommand,
  text: string,
  { sender = 'ben@example.org', argument }: { sender?: string; argument?: string } = {},
) =>
  database.write((writer) =>
    takeCommand(writer, {
      lists,
      list,
      site,
      command: name,
      argument,
      sender,
      message: message(text),
      now: NOW,
    }),
  );

const plain =
  'From: "Ben <b@evil.example>" <ben@example.org>\nMessage-ID: <9@example.org>\nSubject: hi\n\nhi\n';

test('one subscribes by mail: a mail, a reply, a welcome', async () => {
  const database = await mailDatabase();
  await command(database, 'subscribe', plain);
  const [asked] = await mails(database);
  expect(asked?.text).toMatch(/^In-Reply-To: <9@example\.org>$/m);
  expect(asked?.text).toMatch(/^Auto-Submitted: auto-replied$/m);
  expect(asked?.text).not.toContain('evil');
  const argument =
    /^Reply-To: annonces\+confirm-([a-z2-7]+)@lists\.example$/m.exec(asked?.text ?? '')?.[1] ?? '';
  await command(database, 'confirm', plain, { argument });
  expect(await addresses(database)).toEqual(['ben@example.org']);
});

test('one leaves by what a mail client sends for List-Unsubscribe, without a further question', async () => {
  const database = await mailDatabase();
  const id = await subscribe(database, 'ben@example.org');
  const signed = signId(await database.write(siteSecret), 'unsubscribe', id);
  await command(database, 'unsubscribe', `From: other@example.org\nSubject: ${signed}\n\n`);
  expect(await addresses(database)).toEqual([]);
});

test.each([
  ['a bounce', plain, ''],
  ['an absence note', plain.replace('Subject', 'Auto-Submitted: auto-replied\nSubject'), 'ben@example.org'],
  ['a list', plain.replace('Subject', 'List-Id: <x.example>\nSubject'), 'ben@example.org'],
  ['bulk mail', plain.replace('Subject', 'Precedence: bulk\nSubject'), 'ben@example.org'],
])('%s is never answered', async (_, text, sender) => {
  const database = await mailDatabase();
  for (const name of ['subscribe', 'unsubscribe', 'owner'] as const)
    await command(database, name, text, { sender });
  expect(await mails(database)).toEqual([]);
});

test('a sender is answered a few times a day, whatever they send', async () => {
  const database = await mailDatabase();
  for (let at = 0; at < 60; at++) await command(database, 'owner', plain);
  expect(await mails(database)).toHaveLength(20);
});
