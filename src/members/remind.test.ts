import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { CONTRIBUTING_FILES } from '../../test/support/contributing.ts';
import { onEachEngine } from '../../test/support/engines.ts';
import { mailsOf } from '../../test/support/held.ts';
import { readSettings } from '../config/settings.ts';
import { listsOf } from '../mail/list.ts';
import { openDatabase } from '../store/database.ts';
import { grantsOf, markUsed, removeGrant } from '../store/members.ts';
import { grantAccess } from './access.ts';
import { remindMembers } from './remind.ts';
import type { Scope } from './scope.ts';

const DAY = 86_400;
const NOW = 1_780_000_000;
const ADA = 'ada@example.org';
const [list] = listsOf(readSettings(CONTRIBUTING_FILES['greffe.yml']).settings);

onEachEngine('members are told', (engine) => {
  const open = async () => {
    if (!list) throw new Error('There is a list.');
    const { dataFolder, databaseUrl } = await engine.place();
    const database = await openDatabase(databaseUrl ?? join(dataFolder, 'index.db'));
    onTestFinished(() => database.close());
    const at = (now: number) => ({ list, origin: 'https://wiki.example', language: 'en', now });
    return {
      database,
      grant: (address: string, now: number, more: { until?: number; scope?: Scope } = {}) =>
        database.write((writer) =>
          grantAccess(
            writer,
            { address, name: 'Ada', role: 'committer', until: null, by: 'op', because: '', ...more },
            at(now),
          ),
        ),
      remind: (now: number) => remindMembers(database, at(now)),
      subjects: async () =>
        (await mailsOf(database)).map(({ recipient, text }) => [
          recipient,
          /^Subject: (.*)$/m.exec(text)?.[1]?.trim(),
        ]),
    };
  };

  test('of roles that nobody uses, once a month at most', async () => {
    const { database, grant, remind, subjects } = await open();
    await grant(ADA, NOW - 200 * DAY);
    await grant('bob@example.org', NOW - 200 * DAY);
    const [bob] = await grantsOf(database.reader, 'bob@example.org', NOW);
    await database.write((writer) => markUsed(writer, [bob?.id ?? ''], NOW - DAY));
    expect(await remind(NOW)).toBe(1);
    expect(await remind(NOW + DAY)).toBe(0);
    expect(await remind(NOW + 31 * DAY)).toBe(1);
    const told = (await subjects()).filter(([, subject]) => subject === 'A role that nobody uses');
    expect(told).toEqual([
      ['camille@office.example', 'A role that nobody uses'],
      ['camille@office.example', 'A role that nobody uses'],
    ]);
  });

  test('that their role ends soon, once', async () => {
    const { grant, remind, subjects } = await open();
    await grant(ADA, NOW, { until: NOW + 20 * DAY });
    expect(await remind(NOW)).toBe(0);
    expect(await remind(NOW + 7 * DAY)).toBe(1);
    expect(await remind(NOW + 8 * DAY)).toBe(0);
    expect(await subjects()).toContainEqual([ADA, 'Your role ends soon']);
  });

  test('nothing of a role that ended, or is new', async () => {
    const { grant, remind } = await open();
    await grant(ADA, NOW - 300 * DAY, { until: NOW - DAY });
    await grant('bob@example.org', NOW - 10 * DAY);
    expect(await remind(NOW)).toBe(0);
  });

  test('one has a role in each of several parts, one at a time in the same, and tokens until the last goes', async () => {
    const { database, grant } = await open();
    const guides = { paths: ['guides/**'], lists: [] };
    await grant(ADA, NOW, { scope: guides });
    await grant(ADA, NOW, { scope: guides });
    await grant(ADA, NOW);
    const grants = await grantsOf(database.reader, ADA, NOW);
    expect(grants.map(({ paths }) => paths)).toEqual(['[]', '["guides/**"]']);
    for (const { id } of grants) expect(await database.write((writer) => removeGrant(writer, id))).toBe(true);
    expect(await grantsOf(database.reader, ADA, 0)).toEqual([]);
    expect(await database.write((writer) => removeGrant(writer, 'none'))).toBe(false);
  });
});
