import { expect, test } from 'vitest';
import { commitChanges } from '../../src/git/commit-changes.ts';
import { headCommit } from '../../src/git/head.ts';
import { onEachEngine } from '../support/engines.ts';
import { DAY, harvested, NOW, things } from '../support/harvest.ts';

/** An account of Gitea with so many followers; nothing is said of them where there is no number. */
const ville = (followers_count?: unknown) => ({
  id: 3,
  login: 'Ville',
  full_name: 'La Ville',
  followers_count,
});

onEachEngine('followers of accounts', (engine) => {
  /** A register of one account, harvested once, and what its record says now. */
  async function started(kind: 'gitea' | 'gitlab', followers?: number) {
    const it = await harvested(kind, engine);
    it.show(things(1));
    const say = (count?: unknown) =>
      it.answer((path) => (path === '/api/v1/users/ville' ? { json: ville(count) } : { status: 999 }));
    say(followers);
    await it.run();
    const known = async () => {
      const { record } = await it.reader
        .selectFrom('code_account')
        .select('record')
        .executeTakeFirstOrThrow();
      return JSON.parse(record).followers_count;
    };
    return { ...it, say, known };
  }

  test('are recorded as the forge counts them, and a new count is a change like any other', async () => {
    const it = await started('gitea', 41);
    expect(await it.known()).toBe(41);
    expect(await it.run(NOW + DAY)).toMatchObject({ commit: undefined });
    it.say(42);
    expect(await it.run(NOW + 2 * DAY)).toMatchObject({ commit: expect.any(String), changed: 0 });
    expect(await it.known()).toBe(42);
    expect(await it.git('show', '--format=', '-U0', 'HEAD')).toMatch(
      /^-.*"followers_count": 41,\n\+.*"followers_count": 42,$/m,
    );
  });

  test('stay as they were where a forge says what is no count', async () => {
    const it = await started('gitea', 41);
    for (const [day, count] of ['many', -1, 0.5, null, undefined].entries()) {
      it.say(count);
      expect(await it.run(NOW + (day + 1) * DAY), String(count)).toMatchObject({ commit: undefined });
    }
    expect(await it.known()).toBe(41);
  });

  test('are unknown in a record from before they were, which a harvest without them leaves as it is', async () => {
    const it = await started('gitlab');
    expect(await it.known()).toBeNull();
    const path = (await it.git('ls-tree', '-r', '--name-only', 'HEAD', 'organizations')).trim();
    const { followers_count, ...former } = JSON.parse(await it.git('show', `HEAD:${path}`));
    expect(followers_count).toBeNull();
    await commitChanges(it.register.gitDir, {
      parent: await headCommit(it.register.gitDir),
      files: [{ path, content: `${JSON.stringify(former, null, 2)}\n` }],
      message: () => 'As it was',
      time: NOW,
    });
    expect(await it.run(NOW + DAY)).toMatchObject({ commit: undefined, unchanged: 1 });
    expect(await it.known()).toBeNull();
  });
});
