import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { archiveRound } from '../../src/register/archive/archive.ts';
import { ArchiveWorker } from '../../src/register/archive/archive-worker.ts';
import { pausedUntil } from '../../src/register/archive/heritage-answer.ts';
import type { RepositoryRecord } from '../../src/register/record.ts';
import { codeRepository } from '../../src/store/code-addresses.ts';
import { type Engine, onEachEngine } from '../support/engines.ts';
import { type FalseHeritage, falseHeritage, html, json } from '../support/false-heritage.ts';
import { registerOf, said } from '../support/register.ts';
import { servedRegister } from '../support/served-register.ts';

const SNAPSHOT = 'a'.repeat(40);
const NOW = 1_700_000_000;
const DAY = 86_400;
const GITHUB = 'https://github.com/ville-exemple/outil';

async function archiving(names: readonly string[] = [], engine?: Engine) {
  const it = await registerOf(undefined, engine);
  await it.record([
    said('outil', { repository_url: GITHUB, platform: 'GitHub' }),
    ...names.map((name) => said(name)),
  ]);
  const heritage = await falseHeritage();
  const round = async (options: { now?: number; limit?: number; saves?: boolean } = {}) =>
    await archiveRound({
      ...{ now: NOW, limit: 100, saves: false, ...options },
      database: it.wiki.database,
      register: it.register,
      context: await it.context(),
      client: heritage.client,
    });
  const record = async (address = 'github.com/ville-exemple/outil') =>
    JSON.parse((await codeRepository(it.reader, address))?.record ?? 'null') as RepositoryRecord;
  return { ...it, heritage, round, record, add: it.record };
}

onEachEngine('what Software Heritage has', (engine) => {
  test('is recorded by one commit, and asked for again after a month', async () => {
    const { heritage, round, record, git } = await archiving(['carte'], engine);
    heritage.snapshots.set(GITHUB, SNAPSHOT);
    expect(await round()).toMatchObject({ archived: 1, absent: 1, left: 0, faults: 0 });
    expect(await record()).toMatchObject({
      software_heritage_exists: true,
      software_heritage_url: `${heritage.origin}/browse/origin/directory/?origin_url=${encodeURIComponent(GITHUB)}`,
      swhid: `swh:1:snp:${SNAPSHOT}`,
    });
    expect((await record('gitlab.example/ville-exemple/carte')).software_heritage_exists).toBe(false);
    expect(await git('rev-list', '--count', 'HEAD')).toBe('2');
    expect(await round({ now: NOW + 6 * DAY })).toMatchObject({ archived: 0, absent: 0, commit: undefined });
    expect(await round({ now: NOW + 8 * DAY })).toMatchObject({ archived: 0, absent: 1, commit: undefined });
    expect(await round({ now: NOW + 31 * DAY })).toMatchObject({ archived: 1, absent: 1, commit: undefined });
  });

  test('is asked for a few at a time, the next round goes on, and what is gone is forgotten', async () => {
    const { heritage, round } = await archiving(['a', 'b', 'c'], engine);
    expect(await round({ limit: 2 })).toMatchObject({ absent: 2, left: 2 });
    expect(await round({ limit: 2, now: NOW + 1 })).toMatchObject({ absent: 2, left: 0 });
    expect(new Set(heritage.asked).size).toBe(heritage.asked.length);
  });

  test('is no longer asked for when nothing remains of the quota, until its reset', async () => {
    const { heritage, round } = await archiving(['a', 'b'], engine);
    heritage.headers = { 'x-ratelimit-limit': '120', 'x-ratelimit-remaining': '0' };
    heritage.headers['x-ratelimit-reset'] = String(Math.floor(Date.now() / 1000) + 600);
    const now = Math.floor(Date.now() / 1000);
    const first = await round({ now });
    expect(first.pausedUntil).toBeGreaterThan(now + 500);
    expect(heritage.asked).toHaveLength(1);
    expect(await round({ now: now + 60 })).toMatchObject({
      archived: 0,
      absent: 0,
      left: expect.any(Number),
    });
    expect(heritage.asked).toHaveLength(1);
    heritage.headers = {};
    expect((await round({ now: now + 700 })).left).toBe(0);
  });
});

describe('a repository of another forge', () => {
  test('is looked for under the address it is cloned from too', async () => {
    const { heritage, round, record } = await archiving(['carte']);
    heritage.snapshots.set('https://gitlab.example/ville-exemple/carte.git', SNAPSHOT);
    await round();
    expect(heritage.asked.toSorted()).toEqual([
      `GET ${GITHUB}`,
      'GET https://gitlab.example/ville-exemple/carte',
      'GET https://gitlab.example/ville-exemple/carte.git',
    ]);
    expect((await record('gitlab.example/ville-exemple/carte')).swhid).toBe(`swh:1:snp:${SNAPSHOT}`);
  });
});

describe('what is not archived', () => {
  test('is asked to be saved only where that is wanted, and not twice in a month', async () => {
    const { heritage, round } = await archiving();
    await round();
    expect(heritage.asked).toEqual([`GET ${GITHUB}`]);
    expect(await round({ now: NOW + 8 * DAY, saves: true })).toMatchObject({ saved: { accepted: 1 } });
    expect(heritage.asked.slice(1)).toEqual([`GET ${GITHUB}`, `POST ${GITHUB}`]);
    await round({ now: NOW + 11 * DAY, saves: true });
    expect(heritage.asked.slice(3)).toEqual([`GET ${GITHUB}`]);
  });

  test('is not asked again to be saved once that was refused', async () => {
    const { heritage, round } = await archiving();
    heritage.instead.push(
      (response) => json(response, 404, { exception: 'NotFoundExc', reason: 'No visit' }),
      (response) => json(response, 403, { exception: 'ForbiddenExc', reason: 'blacklisted' }),
    );
    expect((await round({ saves: true })).saved.rejected).toBe(1);
    await round({ now: NOW + 60 * DAY, saves: true });
    expect(heritage.asked).toHaveLength(3);
  });

  test('waits where the quota of requests to save is used up, which is another one', async () => {
    const { heritage, round, add } = await archiving();
    await add([said('a', { repository_url: 'https://github.com/ville-exemple/a' })]);
    heritage.instead.push(
      (response) => json(response, 404, { exception: 'NotFoundExc', reason: 'No visit' }),
      (response) => void response.writeHead(429, { 'retry-after': '3600' }).end('{}'),
    );
    const now = Math.floor(Date.now() / 1000);
    const { saved, absent } = await round({ now, saves: true });
    expect([saved.accepted, absent]).toEqual([0, 2]);
    expect(heritage.asked.filter((asked) => asked.startsWith('POST'))).toHaveLength(1);
  });
});

describe('an answer that tells nothing', () => {
  test('changes no record, and is asked for again later', async () => {
    const { heritage, round, record } = await archiving();
    heritage.snapshots.set(GITHUB, SNAPSHOT);
    const answers: Record<string, FalseHeritage['instead'][number]> = {
      'a page that answers 200': html(200),
      'a page that answers 404': html(404),
      'a fault of the server': html(502),
      'a redirect': (response) => void response.writeHead(302, { location: 'http://localhost:1/' }).end(),
      'JSON of another shape': (response) => json(response, 200, { snapshot: 12 }),
      'a connection that is cut': (response) => void response.destroy(),
      'too many bytes': (response) => void response.writeHead(200).end('x'.repeat(2_000_000)),
    };
    let now = NOW;
    for (const [name, answer] of Object.entries(answers)) {
      heritage.instead.push(answer);
      const { faults, archived, absent, commit } = await round({ now });
      expect([name, faults, archived + absent, commit]).toEqual([name, 1, 0, undefined]);
      expect((await round({ now: now + 60 })).archived).toBe(0);
      now += 10 * DAY;
    }
    expect((await record()).software_heritage_exists).toBeNull();
    expect((await round({ now })).archived).toBe(1);
  });

  test('three on end are the archive’s: it is left alone for a while', async () => {
    const { heritage, round } = await archiving(['a', 'b', 'c', 'd']);
    heritage.instead.push(html(503), html(503), html(503));
    expect(await round()).toMatchObject({ faults: 3, pausedUntil: NOW + 900, left: 2 });
    expect(heritage.asked).toHaveLength(3);
  });

  test('being asked less stops the round, and the repository keeps its turn', async () => {
    const { heritage, round } = await archiving();
    heritage.instead.push((response) => void response.writeHead(429, { 'retry-after': '120' }).end());
    const now = Math.floor(Date.now() / 1000);
    const { pausedUntil: until, left, faults } = await round({ now });
    expect([left, faults]).toEqual([1, 0]);
    expect(until).toBeGreaterThanOrEqual(now + 119);
  });
});

test.each([
  ['', 0],
  ['archive: off', 0],
  ['archive: check', 1],
  ['archive: save', 2],
])('the server asks by itself only what the settings say: “%s”', async (setting, requests) => {
  await using it = await servedRegister({
    'index.md': '# Accueil',
    'greffe.yml': `languages: [fr]\nregister: { ${setting} }\n`,
  });
  await it.record([said('outil', { repository_url: GITHUB, platform: 'GitHub' })]);
  const heritage = await falseHeritage();
  const failed = (error: unknown) => {
    throw error;
  };
  const dataFolder = dirname(it.register.gitDir);
  const worker = new ArchiveWorker({ wiki: it.site.wiki, dataFolder, client: heritage.client, failed });
  await worker.round();
  await worker.close();
  expect(heritage.asked).toHaveLength(requests);
});

test('what has a snapshot keeps it, though the archive later denies it', async () => {
  const { heritage, round, record } = await archiving();
  heritage.snapshots.set(GITHUB, SNAPSHOT);
  await round();
  heritage.snapshots.clear();
  await round({ now: NOW + 40 * DAY });
  expect(await record()).toMatchObject({ software_heritage_exists: true, swhid: `swh:1:snp:${SNAPSHOT}` });
});

test.each([
  ['nothing', 200, {}, undefined],
  ['that some remain', 200, { 'x-ratelimit-remaining': '3', 'x-ratelimit-reset': '2000' }, undefined],
  ['that none remain', 200, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2000' }, 2_000],
  ['seconds to wait', 429, { 'retry-after': '30' }, 1_030],
  ['a date to wait for', 429, { 'retry-after': 'Thu, 01 Jan 1970 00:20:00 GMT' }, 1_200],
  ['to wait, not for how long', 429, {}, 4_600],
  ['to wait for ever', 429, { 'retry-after': '999999999' }, 87_400],
  ['a reset that is past', 429, { 'x-ratelimit-reset': '10' }, 1_001],
  ['nonsense', 429, { 'retry-after': 'soon', 'x-ratelimit-reset': '-1' }, 4_600],
])('an answer that says %s', (_, status, headers, until) => {
  expect(pausedUntil(status, headers, 1_000)).toBe(until);
});
