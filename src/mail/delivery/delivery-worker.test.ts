import { expect, onTestFinished, test } from 'vitest';
import { onEachEngine } from '../../../test/support/engines.ts';
import { mailSink } from '../../../test/support/mail-sink.ts';
import {
  list,
  lists,
  mailDatabase,
  message,
  relayAt,
  site,
  subscribe,
} from '../../../test/support/mailing.ts';
import type { Relay } from '../../config/relay.ts';
import type { Database } from '../../store/database.ts';
import { claimDeliveries, markEnding, queuedDeliveries } from '../../store/deliveries.ts';
import { subscriberById } from '../../store/subscribers.ts';
import { queueOwnMail } from '../own-mail.ts';
import { type DeliveryEvents, startDelivery } from './delivery-worker.ts';
import { fanOut } from './fan-out.ts';

const now = () => Math.floor(Date.now() / 1000);

const hello = message(
  'From: Ada <ada@example.org>\nTo: annonces@lists.example\nSubject: Bonjour\nMessage-ID: <1@example.org>\n\n.\nBonjour\n..fin\n',
);

const queue = (database: Database, sent = hello) =>
  database.write((writer) =>
    fanOut(writer, {
      list,
      oid: 'a1',
      messageId: '1@example.org',
      message: sent,
      participants: [],
      receivedAt: now(),
    }),
  );

function deliver(database: Database, relay: Relay, events: DeliveryEvents = {}, raw = hello.raw) {
  const worker = startDelivery({
    database,
    relay,
    site: async () => ({ lists, origin: site.origin }),
    readArchived: async () => raw,
    alone: true,
    events,
    pollMs: 20,
  });
  onTestFinished(() => worker.close());
  return worker;
}

const empty = async (database: Database) => {
  await expect.poll(() => queuedDeliveries(database.reader, undefined, 10)).toEqual([]);
};

onEachEngine('delivery', (engine) => {
  test('every subscriber gets the message once, its own lines untouched, with what a list must say on top', async () => {
    await using sink = await mailSink();
    const database = await mailDatabase(await engine.place());
    for (const name of ['ben', 'cam', 'dan']) await subscribe(database, `${name}@example.org`);
    await queue(database);
    deliver(database, relayAt(sink.port));
    await sink.has(3);
    await empty(database);
    expect(sink.taken.flatMap(({ to }) => to).toSorted()).toEqual([
      'ben@example.org',
      'cam@example.org',
      'dan@example.org',
    ]);
    const [{ from, text }] = sink.taken as [(typeof sink.taken)[0]];
    expect(text.endsWith(hello.raw.toString().replaceAll('\n', '\r\n'))).toBe(true);
    expect(from).toMatch(/^annonces\+bounce-[a-z2-7]{10}-[a-z2-7]{10}@lists\.example$/);
    expect(text).toContain('List-Id: <annonces.lists.example>\r\n');
    expect(text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    expect(text).toContain('Archived-At: <https://wiki.example/-/lists/annonces/1@example.org/>\r\n');
  });

  test('a copy that a crash left at its last byte counts as sent, and the others are sent', async () => {
    await using sink = await mailSink();
    const database = await mailDatabase(await engine.place());
    for (const name of ['ben', 'cam']) await subscribe(database, `${name}@example.org`);
    await queue(database);
    const ending = await database.write(async (writer) => {
      const [first] = await claimDeliveries(writer, 'dead', { now: now(), until: now() + 60, limit: 2 });
      await markEnding(writer, first?.id ?? '', 'dead');
      return first;
    });
    const presumed: string[] = [];
    deliver(database, relayAt(sink.port), { presumedSent: (ids) => presumed.push(...ids) });
    await sink.has(1);
    await empty(database);
    expect(presumed).toEqual([ending?.id]);
    expect(sink.taken.flatMap(({ to }) => to)).not.toContain(ending?.recipient);
  });

  test('two workers share a queue, and no copy is sent twice', async () => {
    await using sink = await mailSink();
    const database = await mailDatabase(await engine.place());
    for (let at = 0; at < 60; at++) await subscribe(database, `s${at}@example.org`);
    const options = { database, relay: relayAt(sink.port), readArchived: async () => hello.raw, pollMs: 5 };
    const workers = [1, 2].map(() =>
      startDelivery({ ...options, site: async () => ({ lists, origin: undefined }) }),
    );
    await queue(database);
    await sink.has(60);
    await Promise.all(workers.map((worker) => worker.close()));
    expect(new Set(sink.taken.flatMap(({ to }) => to)).size).toBe(60);
    expect(sink.taken).toHaveLength(60);
  });

  test('an address that the relay says does not exist is counted as a bounce, and its copy given up', async () => {
    await using sink = await mailSink({ atRecipient: () => ({ code: 550, text: '5.1.1 no such user' }) });
    const database = await mailDatabase(await engine.place());
    const id = await subscribe(database, 'gone@example.org');
    await queue(database);
    const bounced: string[] = [];
    deliver(database, relayAt(sink.port), { bounced: ({ recipient }) => void bounced.push(recipient) });
    await empty(database);
    await expect.poll(() => bounced).toEqual(['gone@example.org']);
    expect(await subscriberById(database.reader, id)).toMatchObject({ bounces: 1, state: 'active' });
  });

  test('what the relay cannot take now waits, and says why', async () => {
    await using sink = await mailSink({ atEnd: () => ({ code: 451, text: '4.3.2 later' }) });
    const database = await mailDatabase(await engine.place());
    await subscribe(database, 'ben@example.org');
    await queue(database);
    deliver(database, relayAt(sink.port));
    await expect
      .poll(() => queuedDeliveries(database.reader, list.name, 10))
      .toMatchObject([{ state: 'waiting', attempts: 1, last_error: expect.stringContaining('4.3.2 later') }]);
    const [waiting] = await queuedDeliveries(database.reader, list.name, 10);
    expect((waiting?.due_at ?? 0) - now()).toBeGreaterThan(250);
  });
});

test('a relay that does not answer is nobody’s fault: copies wait for it as they are', async () => {
  const database = await mailDatabase();
  await subscribe(database, 'ben@example.org');
  await queue(database);
  const said: (string | undefined)[] = [];
  deliver(database, relayAt(1), { relay: (error) => said.push(error) });
  await expect.poll(() => said.length).toBe(1);
  expect(await queuedDeliveries(database.reader, undefined, 10)).toMatchObject([
    { attempts: 0, state: 'waiting' },
  ]);
});

test('no line of a message can end it early on its way', async () => {
  await using sink = await mailSink();
  const database = await mailDatabase();
  await subscribe(database, 'ben@example.org');
  await queue(database);
  const raw = Buffer.from(
    'From: ada@example.org\nSubject: x\n\na\n.\nMAIL FROM:<evil@example.org>\r.\rb\r\n.\r\nc\n.\r\nd',
  );
  deliver(database, relayAt(sink.port), {}, raw);
  await sink.has(1);
  await empty(database);
  expect(sink.taken).toHaveLength(1);
  const body = sink.taken[0]?.text.split('\r\n\r\n', 2)[1];
  expect(body).toBe('a\r\n.\r\nMAIL FROM:<evil@example.org>\r\n.\r\nb\r\n.\r\nc\r\n.\r\nd\r\n');
});

test('a subject or a name with a line’s end adds no field to a mail of Greffe’s own', async () => {
  await using sink = await mailSink();
  const database = await mailDatabase();
  await database.write((writer) =>
    queueOwnMail(writer, {
      list,
      to: 'ben@example.org',
      subject: 'Bonjour\r\nBcc: victim@example.org\n\nbody',
      fromName: 'Ada\r\nX-Evil: 1',
      text: 'Été.\n.\n',
      language: 'fr',
    }),
  );
  deliver(database, relayAt(sink.port));
  await sink.has(1);
  const [mail] = sink.taken;
  const head = mail?.text.split('\r\n\r\n', 1)[0] ?? '';
  expect(mail?.to).toEqual(['ben@example.org']);
  expect(mail?.from).toBe('');
  expect(head).not.toMatch(/^(?:bcc|x-evil):/im);
  expect(head).toMatch(/^Auto-Submitted: auto-generated$/m);
});

test('a rate is kept to', async () => {
  await using sink = await mailSink();
  const database = await mailDatabase();
  for (let at = 0; at < 6; at++) await subscribe(database, `s${at}@example.org`);
  await queue(database);
  const start = performance.now();
  deliver(database, relayAt(sink.port, { rate: 20 }));
  await sink.has(6);
  expect(performance.now() - start).toBeGreaterThan(240);
});
