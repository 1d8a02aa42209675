import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { onEachEngine } from '../../../test/support/engines.ts';
import { list, mailDatabase, message, site, subscribe } from '../../../test/support/mailing.ts';
import type { Database } from '../../store/database.ts';
import { outgoingBytes, queuedDeliveries } from '../../store/deliveries.ts';
import { digestDue, queueDigest } from './digest.ts';
import { fanOut } from './fan-out.ts';

const at = (time: string) => Date.parse(time) / 1000;

const raws = new Map([
  [
    'a',
    'From: Ada <ada@example.org>\nSubject: =?utf-8?q?=C3=89t=C3=A9?=\nMessage-ID: <a@x>\n\n--=_0\nBonjour é\n',
  ],
  ['b', 'From: Ben <ben@example.org>\nSubject: Re: Été\nMessage-ID: <b@x>\n\nMerci\n.\n'],
]);

const receive = (database: Database, oid: string, receivedAt: number) =>
  database.write((writer) =>
    fanOut(writer, {
      list,
      oid,
      messageId: `${oid}@x`,
      message: message(raws.get(oid) ?? ''),
      participants: [],
      receivedAt,
    }),
  );

const readArchived = async (_: string, oid: string) => Buffer.from(raws.get(oid) ?? '');

const make = (database: Database, now: number) =>
  database.write(async (writer) => {
    const day = await digestDue(writer, list, site, now);
    if (day !== undefined) await queueDigest(writer, list, site, { day, now, readArchived });
    return day;
  });

onEachEngine('a digest', (engine) => {
  test('holds each message of a day once, after a table of contents', async () => {
    const database = await mailDatabase(await engine.place());
    await subscribe(database, 'dan@example.org', { mode: 'digest' });
    await subscribe(database, 'eve@example.org', { mode: 'digest', language: 'en' });
    await receive(database, 'a', at('2026-11-24T10:00:00Z'));
    await receive(database, 'b', at('2026-11-24T11:00:00Z'));
    expect(await queuedDeliveries(database.reader, undefined, 10)).toEqual([]);
    expect(await make(database, at('2026-11-25T05:59:00Z'))).toBeUndefined();
    expect(await make(database, at('2026-11-25T06:00:00Z'))).toBe('2026-11-25');
    expect(await make(database, at('2026-11-25T09:00:00Z'))).toBeUndefined();
    const queued = await queuedDeliveries(database.reader, undefined, 10);
    expect(queued.map(({ recipient }) => recipient).toSorted()).toEqual([
      'dan@example.org',
      'eve@example.org',
    ]);
    const french = queued.find(({ recipient }) => recipient === 'dan@example.org');
    const mail = await PostalMime.parse(
      Buffer.from((await outgoingBytes(database.reader, french?.outgoing ?? '')) ?? []),
      { forceRfc822Attachments: true },
    );
    expect(mail.subject).toBe('Annonces, 25 novembre 2026\u202f: 2\u00a0messages');
    expect(mail.text).toContain(
      '1. =?utf-8?q?=C3=89t=C3=A9?=\n   Ada\n   https://wiki.example/-/lists/annonces/a@x/',
    );
    expect(mail.attachments.map(({ mimeType }) => mimeType)).toEqual(['message/rfc822', 'message/rfc822']);
    const [first] = mail.attachments;
    expect(
      Buffer.from(first?.content as ArrayBuffer)
        .toString()
        .trimEnd(),
    ).toBe(raws.get('a')?.trimEnd());
  });

  test('that a crash undid is made again, whole', async () => {
    const database = await mailDatabase(await engine.place());
    await subscribe(database, 'dan@example.org', { mode: 'digest' });
    await receive(database, 'a', at('2026-11-24T10:00:00Z'));
    const now = at('2026-11-25T08:00:00Z');
    const crash = database.write(async (writer) => {
      await queueDigest(writer, list, site, { day: '2026-11-25', now, readArchived });
      throw new Error('crash');
    });
    await expect(crash).rejects.toThrow('crash');
    expect(await make(database, now)).toBe('2026-11-25');
    expect(await queuedDeliveries(database.reader, undefined, 10)).toHaveLength(1);
  });
});
