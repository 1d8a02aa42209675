import { expect, test } from 'vitest';
import { onEachEngine } from '../../test/support/engines.ts';
import { mailDatabase } from '../../test/support/mailing.ts';
import type { Database } from '../store/database.ts';
import { auditTrail } from '../store/members.ts';
import { sessionsOf } from '../store/sessions.ts';
import { beginSession, endSession, type SignedIn, signedIn, signOutEverywhere } from './sessions.ts';

const NOW = 1_790_000_000;
const HOUR = 3_600;
const DAY = 24 * HOUR;
const ADA = { folded: 'ada@example.org', address: 'ada@example.org', way: 'mail' } as const;

const begin = (database: Database, before?: SignedIn) =>
  database.write((writer) => beginSession(writer, ADA, { agent: 'Test', session: before?.session }, NOW));

const look = (database: Database, cookie: string, now: number, canRotate = true) =>
  signedIn(database, cookie, { now, canRotate });

const trail = async (database: Database) =>
  (await auditTrail(database.reader, { limit: 10 })).map(({ what }) => what);

onEachEngine('a session', (engine) => {
  test('gets another cookie once a day', async () => {
    const database = await mailDatabase(await engine.place());
    const first = await begin(database);
    expect(await look(database, first, NOW + 23 * HOUR)).not.toHaveProperty('cookie');
    const { cookie: second = '' } = (await look(database, first, NOW + 25 * HOUR)) ?? {};
    expect(second).toMatch(/^[a-z2-7]{26}$/);
    expect(await look(database, second, NOW + 25 * HOUR + 5)).not.toHaveProperty('cookie');
    expect(await look(database, second, NOW + 50 * HOUR)).toHaveProperty('cookie');
  });

  test('keeps its cookie where the answer cannot give another', async () => {
    const database = await mailDatabase(await engine.place());
    const cookie = await begin(database);
    expect(await look(database, cookie, NOW + 2 * DAY, false)).not.toHaveProperty('cookie');
    expect(await look(database, cookie, NOW + 2 * DAY)).toHaveProperty('cookie');
  });

  test('changes its cookie once for pages that are asked for at the same time, and all are answered', async () => {
    const database = await mailDatabase(await engine.place());
    const first = await begin(database);
    const later = NOW + 25 * HOUR;
    const all = await Promise.all([1, 2, 3, 4].map(() => look(database, first, later)));
    expect(all.filter((one) => one?.cookie !== undefined)).toHaveLength(1);
    expect(all.every((one) => one?.session.folded === ADA.folded)).toBe(true);
    const second = all.find((one) => one?.cookie)?.cookie ?? '';
    expect(await look(database, second, later + 10)).toBeDefined();
    // What was on its way when the new cookie came.
    expect(await look(database, first, later + 30)).toBeDefined();
  });

  test('ends for both when a copy of a cookie from before comes back, and that is noted', async () => {
    const database = await mailDatabase(await engine.place());
    const stolen = await begin(database);
    const later = NOW + 25 * HOUR;
    const { cookie: second = '' } = (await look(database, stolen, later)) ?? {};
    await look(database, second, later + 10);
    expect(await look(database, stolen, later + 200)).toBeUndefined();
    expect(await look(database, second, later + 201)).toBeUndefined();
    expect(await sessionsOf(database.reader, ADA.folded)).toEqual([]);
    expect(await trail(database)).toEqual(['session-copied', 'sign-in']);
  });

  test('ends for both when a thief was given the next cookie before its owner came back', async () => {
    const database = await mailDatabase(await engine.place());
    const stolen = await begin(database);
    const later = NOW + 25 * HOUR;
    const { cookie: thiefs = '' } = (await look(database, stolen, later)) ?? {};
    await look(database, thiefs, later + 10);
    expect(await look(database, stolen, later + 5 * HOUR)).toBeUndefined();
    expect(await look(database, thiefs, later + 5 * HOUR)).toBeUndefined();
  });

  test('goes on where the answer with the new cookie was lost on the way', async () => {
    const database = await mailDatabase(await engine.place());
    const first = await begin(database);
    const later = NOW + 25 * HOUR;
    await look(database, first, later);
    const { cookie: third = '' } = (await look(database, first, later + HOUR)) ?? {};
    expect(third).not.toBe('');
    expect(await look(database, third, later + HOUR + 5)).toBeDefined();
  });

  test('ends after 30 days without use, and after 90 days of use', async () => {
    const database = await mailDatabase(await engine.place());
    const unused = await begin(database);
    expect(await look(database, unused, NOW + 31 * DAY)).toBeUndefined();
    let used = await begin(database);
    for (let day = 2; day <= 90; day += 2)
      used = (await look(database, used, NOW + day * DAY))?.cookie ?? used;
    expect(await look(database, used, NOW + 90 * DAY)).toBeDefined();
    expect(await look(database, used, NOW + 90 * DAY + HOUR)).toBeUndefined();
  });

  test('survives a clock that jumps, and is not kept longer for it', async () => {
    const database = await mailDatabase(await engine.place());
    const cookie = await begin(database);
    // Back by a few hours, as a machine without a battery wakes up, then right again.
    expect(await look(database, cookie, NOW - 5 * HOUR)).toBeDefined();
    expect(await look(database, cookie, NOW + 10)).toBeDefined();
    // Forward by years: nobody is signed in; then right again.
    expect(await look(database, cookie, NOW + 4_000 * DAY)).toBeUndefined();
    expect(await look(database, cookie, NOW + 20)).toBeDefined();
    // One begun while the clock was years ahead would be good for years.
    expect(await look(database, cookie, NOW - 400 * DAY)).toBeUndefined();
  });

  test('that is begun in a browser ends the one that it had: a cookie from before leads nowhere', async () => {
    const database = await mailDatabase(await engine.place());
    const planted = await begin(database);
    const cookie = await begin(database, await look(database, planted, NOW));
    expect(cookie).not.toBe(planted);
    expect(await look(database, planted, NOW + 1)).toBeUndefined();
    expect(await sessionsOf(database.reader, ADA.folded)).toHaveLength(1);
  });

  test('is ended alone, or with all those of its owner; each is noted', async () => {
    const database = await mailDatabase(await engine.place());
    const cookies = [await begin(database), await begin(database), await begin(database)];
    const [one] = await sessionsOf(database.reader, ADA.folded);
    await database.write((writer) => endSession(writer, { ...ADA, id: one?.id ?? '' }, 'end-session', NOW));
    expect(await sessionsOf(database.reader, ADA.folded)).toHaveLength(2);
    await database.write((writer) => signOutEverywhere(writer, ADA, NOW));
    for (const cookie of cookies) expect(await look(database, cookie, NOW)).toBeUndefined();
    expect((await trail(database)).slice(0, 2)).toEqual(['sign-out-everywhere', 'end-session']);
  });
});
