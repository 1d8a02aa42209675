import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findSource, refreshSource } from '../src/git/open.ts';
import { openDatabase } from '../src/store/database.ts';
import { pageAt } from '../src/store/pages.ts';
import { Wiki } from '../src/wiki/wiki.ts';
import { temporaryFolder } from './support/folder.ts';
import { git, repository } from './support/git.ts';

/** A wiki as `greffe serve` opens it, in a data folder of its own or one used before. */
async function open(location: string, dataFolder?: string): Promise<Wiki> {
  const data = dataFolder ?? (await temporaryFolder('data'));
  const source = await findSource(location, data);
  if (source.kind !== 'repository') await refreshSource(source);
  const wiki = new Wiki(source, await openDatabase(join(data, 'index.db')));
  onTestFinished(() => wiki.close());
  return wiki;
}

const title = async (wiki: Wiki, path = 'index.md') => (await pageAt(wiki.database.reader, path))?.title;

describe('a wiki that is followed', () => {
  const faults: unknown[] = [];
  const follow = (wiki: Wiki) =>
    wiki.follow(
      () => {},
      (fault) => faults.push(fault),
    );

  test('shows what is pushed to its repository', async () => {
    const bare = await repository({ 'index.md': '# Un' });
    const copy = await bare.workingCopy();
    const wiki = await open(bare.path);
    await wiki.update();
    const before = wiki.generation;
    await follow(wiki);
    await writeFile(join(copy, 'index.md'), '# Deux');
    await git(copy, ['commit', '--quiet', '--all', '-m', 'Two']);
    await git(copy, ['push', '--quiet']);
    await expect.poll(() => title(wiki), { timeout: 5_000 }).toBe('Deux');
    await expect.poll(() => wiki.generation).toBe(before + 1);
    expect(faults).toEqual([]);
  });

  test('shows what changes in a plain folder', async () => {
    const folder = await temporaryFolder('plain');
    await writeFile(join(folder, 'index.md'), '# Un');
    const wiki = await open(folder);
    await wiki.update();
    expect(await title(wiki)).toBe('Un');
    await follow(wiki);
    await writeFile(join(folder, 'index.md'), '# Deux');
    await rm(join(folder, 'nothing'), { force: true });
    await expect.poll(() => title(wiki), { timeout: 8_000, interval: 200 }).toBe('Deux');
    expect(faults).toEqual([]);
  });

  test('sees what another process did to its index', async () => {
    const bare = await repository({ 'index.md': '# Un' });
    const data = await temporaryFolder('data');
    const [one, two] = [await open(bare.path, data), await open(bare.path, data)];
    await one.update();
    await follow(two);
    await bare.commit('Two', { 'index.md': '# Deux' });
    await one.update();
    await expect.poll(() => two.generation, { timeout: 5_000 }).toBe(one.generation);
  });
});

test('a URL is cloned, shown and fetched again', async () => {
  const remote = await repository({ 'index.md': '# Un' });
  const wiki = await open(pathToFileURL(remote.path).href);
  await wiki.update();
  expect(await title(wiki)).toBe('Un');
  await remote.commit('Two', { 'index.md': '# Deux' });
  await wiki.update();
  expect(await title(wiki)).toBe('Deux');
});

test('an index that is there is taken up, unless it is another wiki’s', async () => {
  const data = await temporaryFolder('data');
  const bare = await repository({ 'index.md': '# Un' });
  const first = await open(bare.path, data);
  expect(await first.resume()).toBe(false);
  await first.update();
  const again = await open(bare.path, data);
  expect(await again.resume()).toBe(true);
  expect(again.generation).toBe(first.generation);
  const other = await open((await repository({ 'index.md': '# Autre' })).path, data);
  expect(await other.resume()).toBe(false);
  expect(await other.site()).toBeUndefined();
  await other.update();
  expect(await title(other)).toBe('Autre');
});

test('what is asked for many times at once is done once', async () => {
  const wiki = await open((await repository({ 'index.md': '# Un' })).path);
  expect(await Promise.all([wiki.update(), wiki.update(), wiki.update()])).toEqual([true, true, true]);
  expect(wiki.generation).toBe(1);
});

test('an update that fails leaves the next one to be done', async () => {
  const bare = await repository({ 'index.md': '# Un' });
  const wiki = await open(bare.path);
  await wiki.update();
  await bare.git(['update-ref', 'refs/heads/kept', 'main']);
  await bare.git(['update-ref', '-d', 'refs/heads/main']);
  await expect(wiki.update()).rejects.toThrow('is no longer in the repository');
  expect(wiki.progress).toBeUndefined();
  await bare.git(['update-ref', 'refs/heads/main', 'kept']);
  await bare.commit('Two', { 'index.md': '# Deux' });
  expect(await wiki.update()).toBe(true);
  expect(await title(wiki)).toBe('Deux');
});
