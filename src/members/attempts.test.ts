import { expect, test } from 'vitest';
import { onEachEngine } from '../../test/support/engines.ts';
import { mailDatabase } from '../../test/support/mailing.ts';
import type { Database } from '../store/database.ts';
import { beginAttempt, takeAttempt } from './attempts.ts';

const NOW = 1_790_000_000;

const begin = (database: Database) =>
  database.write((writer) => beginAttempt(writer, 'passkey', { challenge: 'c' }, NOW));

const take = (
  database: Database,
  token: string | undefined,
  now: number,
  kind: 'passkey' | 'openid' = 'passkey',
) => database.write((writer) => takeAttempt(writer, { token, kind, now }));

onEachEngine('an attempt to sign in', (engine) => {
  test('is good once, in the browser that began it, for what it is', async () => {
    const database = await mailDatabase(await engine.place());
    const token = await begin(database);
    expect(await take(database, undefined, NOW)).toBeUndefined();
    expect(await take(database, 'a'.repeat(26), NOW)).toBeUndefined();
    expect(await take(database, token, NOW, 'openid')).toBeUndefined();
    expect(await take(database, token, NOW)).toEqual({ challenge: 'c' });
    expect(await take(database, token, NOW)).toBeUndefined();
  });

  test('is good for ten minutes, whichever way the clock jumps', async () => {
    const database = await mailDatabase(await engine.place());
    const token = await begin(database);
    expect(await take(database, token, NOW + 601)).toBeUndefined();
    expect(await take(database, token, NOW - 601)).toBeUndefined();
    expect(await take(database, token, NOW + 599)).toBeDefined();
  });

  test('that nobody ended goes when another one begins', async () => {
    const database = await mailDatabase(await engine.place());
    await begin(database);
    await database.write((writer) => beginAttempt(writer, 'passkey', { challenge: 'd' }, NOW + 3_600));
    expect(await database.reader.selectFrom('sign_in_attempt').select('hash').execute()).toHaveLength(1);
  });
});
