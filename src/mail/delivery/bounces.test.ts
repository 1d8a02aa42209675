import { expect, test } from 'vitest';
import { onEachEngine } from '../../../test/support/engines.ts';
import { list, mailDatabase, message, subscribe } from '../../../test/support/mailing.ts';
import { subscriberById } from '../../store/subscribers.ts';
import { listAddress } from '../addresses.ts';
import { siteSecret } from '../tokens.ts';
import { bounceAddress, bounceKind, takeBounce } from './bounces.ts';

const dsn = (action: string, status: string) =>
  message(`From: MAILER-DAEMON@relay.example
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Sorry. 5.1.1 is in this text too.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example

Final-Recipient: rfc822; gone@example.org
Action: ${action}
Status: ${status}
--b--
`);

test.each([
  ['an address that does not exist', dsn('failed', '5.1.1'), 'hard'],
  ['a full mailbox given up', dsn('failed', '4.2.2'), 'soft'],
  ['a delay', dsn('delayed', '4.4.1'), 'soft'],
  ['a receipt', dsn('delivered', '2.0.0'), 'none'],
  [
    'the text of a server that writes no report',
    message(
      'From: Mail Delivery System <mailer-daemon@old.example>\nSubject: failure\n\n550 no such user here\n',
    ),
    'hard',
  ],
  [
    'an absence note',
    message(
      'From: ben@example.org\nAuto-Submitted: auto-replied\nSubject: Absent\n\nBack on 5.1.27, room 550\n',
    ),
    'none',
  ],
  ['a person who writes there', message('From: ben@example.org\nSubject: 550\n\n5.1.1\n'), 'none'],
  [
    'a receipt of a reader',
    message(
      'From: postmaster@x.example\nContent-Type: multipart/report; report-type=disposition-notification\n\nx\n',
    ),
    'none',
  ],
])('%s is read for what it is', (_, bounce, kind) => {
  expect(bounceKind(bounce)).toBe(kind);
});

onEachEngine('bounces', (engine) => {
  const DAY = 86_400;

  test('an address that does not exist for four days is sent nothing more', async () => {
    const database = await mailDatabase(await engine.place());
    const id = await subscribe(database, 'gone@example.org');
    const argument = await database.write(async (writer) => {
      const address = bounceAddress(list, await siteSecret(writer), id);
      return listAddress([list], address.toUpperCase())?.argument ?? '';
    });
    const take = (now: number) =>
      database.write((writer) =>
        takeBounce(writer, { list, argument, message: dsn('failed', '5.1.1'), now }),
      );
    for (const day of [1, 2, 3]) expect(await take(day * DAY * 2)).toBe('counted');
    // Many on one day are one.
    expect(await take(3 * DAY * 2 + 60)).toBe('counted');
    expect(await take(4 * DAY * 2)).toBe('suspended');
    expect(await subscriberById(database.reader, id)).toMatchObject({ state: 'suspended' });
  });

  test('bounces weeks apart suspend nobody', async () => {
    const database = await mailDatabase(await engine.place());
    const id = await subscribe(database, 'moody@example.org');
    const secret = await database.write(siteSecret);
    const argument = bounceAddress(list, secret, id).split('+bounce-')[1]?.split('@')[0] ?? '';
    for (let week = 3; week < 30; week += 3)
      await database.write((writer) =>
        takeBounce(writer, { list, argument, message: dsn('failed', '5.2.1'), now: week * 7 * DAY }),
      );
    expect(await subscriberById(database.reader, id)).toMatchObject({ state: 'active', bounces: 1 });
  });

  test('a bounce whose address was not made here counts against nobody', async () => {
    const database = await mailDatabase(await engine.place());
    const id = await subscribe(database, 'victim@example.org');
    await database.write(siteSecret);
    for (const argument of [id, `${id}-aaaaaaaaaa`, '', '-', 'é-x']) {
      const taken = await database.write((writer) =>
        takeBounce(writer, { list, argument, message: dsn('failed', '5.1.1'), now: DAY }),
      );
      expect(taken).toBe('forged');
    }
    expect(await subscriberById(database.reader, id)).toMatchObject({ bounces: 0 });
  });
});
