import { expect, test } from 'vitest';
import { DAY, harvested, NOW, things } from '../support/harvest.ts';

test.each(['github', 'gitlab', 'gitea'] as const)(
  'all of an account is harvested from %s, page by page',
  async (kind) => {
    const it = await harvested(kind);
    it.show(things(120));
    const outcome = await it.run();
    expect(outcome).toMatchObject({ added: 120, commit: expect.any(String) });
    expect(outcome.forges[0]?.accounts[0]).toMatchObject({ isComplete: true, known: 0, lost: 0 });
    const [one] = await it.repositories();
    expect(one?.record).toMatchObject({ id: '1', missing: null, is_mirror: null });
    expect(await it.git('ls-tree', '-r', '--name-only', 'HEAD', 'organizations')).toMatch(/\.json$/);
  },
);

test('a harvest that finds all as it was makes no commit, and is sent nothing twice', async () => {
  const it = await harvested();
  it.show(things(120));
  await it.run();
  it.forge.answered();
  expect(await it.run(NOW + DAY)).toMatchObject({ unchanged: 120, commit: undefined });
  expect(it.forge.answered()).toEqual([200, 304, 304]);
  expect(await it.git('rev-list', '--count', 'HEAD')).toBe('1');
});

test('a harvest costs what changed: one file for one repository', async () => {
  const it = await harvested();
  it.show(things(30));
  await it.run();
  it.show(things(30).map((one) => (one.id === 7 ? { ...one, more: { stargazers_count: 4 } } : one)));
  expect(await it.run()).toMatchObject({ changed: 1, unchanged: 29 });
  expect((await it.git('diff', '--name-only', 'HEAD^', 'HEAD')).split('\n')).toHaveLength(1);
});

test('a repository that is renamed keeps its record', async () => {
  const it = await harvested();
  it.show([{ id: 1, path: 'Ville/ancien' }]);
  await it.run();
  it.show([{ id: 1, path: 'Ville/nouveau' }]);
  await it.run();
  const all = await it.repositories();
  expect(all).toMatchObject([{ name: 'nouveau', state: 'present', record: { missing: null } }]);
  expect(all[0]?.record.aliases).toEqual([`${it.forge.host}/ville/nouveau`, `${it.forge.host}/ville/ancien`]);
});

test('what is no longer listed keeps its last data, since when and why, and comes back as it was', async () => {
  const it = await harvested();
  it.show(things(3));
  await it.run();
  it.show(things(2));
  await it.run(NOW + DAY);
  const [, , lost] = await it.repositories();
  expect(lost).toMatchObject({
    state: 'missing',
    record: { spdx_id: 'MIT', missing: { last_seen: '2023-11-14T22:13:20Z', reason: 'not-found', days: 1 } },
  });
  it.show(things(3));
  await it.run(NOW + 2 * DAY);
  expect((await it.repositories())[2]).toMatchObject({ state: 'present', record: { missing: null } });
});

test('only a forge that says on seven days that a repository is no more makes it gone', async () => {
  const it = await harvested();
  it.show(things(3));
  await it.run();
  it.show(things(2));
  for (let day = 1; day <= 6; day++) {
    await it.run(NOW + day * DAY);
    expect(await it.run(NOW + day * DAY + 60)).toMatchObject({ commit: undefined });
  }
  expect((await it.repositories())[2]).toMatchObject({ state: 'missing', record: { missing: { days: 6 } } });
  await it.run(NOW + 7 * DAY);
  expect((await it.repositories())[2]).toMatchObject({ state: 'gone', record: { spdx_id: 'MIT' } });
});

test('a repository that is left out of a list and still there is not taken for gone', async () => {
  const it = await harvested();
  it.show(things(3));
  await it.run();
  it.answer((path, query) =>
    path.endsWith('/repos') ? { json: [] } : { status: 999, json: query.get('x') },
  );
  await it.run(NOW + DAY);
  expect((await it.repositories()).map(({ state }) => state)).toEqual(['present', 'present', 'present']);
});

test('a sudden drop stops what is recorded of the forge, unless it is accepted', async () => {
  const it = await harvested();
  it.show(things(40));
  await it.run();
  it.show(things(25));
  const outcome = await it.run(NOW + DAY);
  expect(outcome).toMatchObject({ commit: undefined, forges: [{ stopped: 'sudden-drop' }] });
  expect((await it.repositories()).filter(({ state }) => state === 'missing')).toEqual([]);
  await it.run(NOW + DAY, { acceptDrop: true });
  expect((await it.repositories()).filter(({ state }) => state === 'missing')).toHaveLength(15);
});

test('an account that vanished keeps what it had', async () => {
  const it = await harvested();
  it.show(things(3));
  await it.run();
  it.show('no-account');
  const outcome = await it.run(NOW + DAY);
  expect(outcome.forges[0]?.accounts[0]?.fault?.reason).toBe('not-found');
  expect(await it.repositories()).toMatchObject([
    { state: 'missing', record: { missing: { reason: 'account-not-found', days: 0 } } },
    { state: 'missing' },
    { state: 'missing' },
  ]);
  expect(await it.run(NOW + 2 * DAY)).toMatchObject({ commit: undefined });
});

test.each([
  [
    'fails half-way',
    (path: string, page: string | null) => path.endsWith('/repos') && page === '2' && { status: 500 },
  ],
  ['cuts its answer', (path: string) => path.endsWith('/repos') && { body: '[{"id": 1' }],
  ['asks to sign in', () => ({ body: '<html>', headers: { 'content-type': 'text/html' } })],
  [
    'wants to be left alone',
    () => ({ status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '9999999999' } }),
  ],
  ['lists what cannot be read', (path: string) => path.endsWith('/repos') && { json: [{ id: null }] }],
])('a forge that %s takes nothing away', async (_, reply) => {
  const it = await harvested();
  it.show(things(120));
  await it.run();
  it.answer((path, query) => reply(path, query.get('page')) || { status: 999 });
  it.show(things(110));
  const outcome = await it.run(NOW + DAY);
  expect(outcome.forges[0]?.accounts[0]).toMatchObject({ isComplete: false });
  expect((await it.repositories()).filter(({ state }) => state !== 'present')).toEqual([]);
});

test('only what is asked for is harvested', async () => {
  const it = await harvested();
  it.show(things(1));
  expect((await it.run(NOW, { only: 'github.com' })).forges).toEqual([]);
  expect((await it.run(NOW, { only: `${it.forge.host}/autre` })).forges).toEqual([]);
  expect(await it.run(NOW, { only: `${it.forge.host}/ville` })).toMatchObject({ added: 1 });
});
