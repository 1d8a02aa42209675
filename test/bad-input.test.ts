import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Unavailable } from '../src/config/errors.ts';
import { ObjectReader } from '../src/git/objects.ts';
import { pageAt } from '../src/store/pages.ts';
import { wikiState } from '../src/store/wiki-state.ts';
import { updateIndex } from '../src/wiki/indexing.ts';
import { onEachEngine } from './support/engines.ts';
import { git, type Repository, repository } from './support/git.ts';
import { type IndexedWiki, indexed, unindexed } from './support/wiki.ts';

const text = (word: string) => Array.from({ length: 12 }, (_, n) => `${word} ${n}\n`).join('');

/** Takes an object out of a repository; gives what puts it back. */
async function lose(wiki: Repository, object: string): Promise<() => Promise<void>> {
  const id = await wiki.git(['rev-parse', object]);
  await unpack(join(wiki.path, 'objects', 'pack'));
  const file = join(wiki.path, 'objects', id.slice(0, 2), id.slice(2));
  await rename(file, `${file}.lost`);
  return () => rename(`${file}.lost`, file);
}

async function unpack(folder: string): Promise<void> {
  const names = await readdir(folder);
  for (const name of names.filter((file) => file.endsWith('.pack'))) {
    const pack = await readFile(join(folder, name));
    await rm(join(folder, name));
    await git(folder, ['unpack-objects', '-q'], pack);
  }
}

async function title(wiki: IndexedWiki, path: string): Promise<string | undefined> {
  return (await wiki.ask(pageAt, path))?.title;
}

describe('a repository without commits', () => {
  test('is an empty wiki, and has its pages when they come', async () => {
    const wiki = await indexed(await repository());
    expect(await wiki.update()).toBe(false);
    expect(await wiki.find('/')).toBe('folder . for en');
    expect(await wiki.find('/a')).toBe('missing');
    await wiki.repository.commit('First', { 'index.md': '# Accueil' });
    expect(await wiki.update()).toBe(true);
    expect(await wiki.find('/')).toBe('page index.md for en');
  });

  test('or with a commit that holds nothing is one too', async () => {
    const wiki = await indexed(await repository({}));
    expect(await wiki.find('/')).toBe('folder . for en');
  });
});

onEachEngine('a branch that is deleted', (engine) => {
  test('is told with what to do, and its last state is shown until it is back', async () => {
    const wiki = await indexed({ 'index.md': '# Un' }, { place: await engine.place() });
    const tip = await wiki.repository.commit('Two', { 'index.md': '# Deux' });
    await wiki.update();
    await wiki.repository.git(['update-ref', '-d', 'refs/heads/main']);
    await expect(wiki.update()).rejects.toMatchObject({
      name: 'Unavailable',
      message: expect.stringContaining('refs/heads/main, is no longer in the repository'),
      remedy: expect.stringContaining('git symbolic-ref HEAD'),
    });
    expect(await wiki.find('/')).toBe('page index.md for en');
    await wiki.repository.git(['update-ref', 'refs/heads/trunk', tip]);
    await wiki.repository.commit('Three', { 'index.md': '# Trois' }, { branch: 'trunk' });
    await wiki.repository.git(['symbolic-ref', 'HEAD', 'refs/heads/trunk']);
    expect(await wiki.update()).toBe(true);
    expect(await title(wiki, 'index.md')).toBe('Trois');
  });

  test('leaves an empty wiki when that is asked for', async () => {
    const wiki = await indexed({ 'index.md': '# Un' }, { place: await engine.place() });
    await wiki.repository.git(['update-ref', '-d', 'refs/heads/main']);
    await wiki.update({ rebuild: true });
    expect(await wiki.find('/')).toBe('folder . for en');
  });
});

describe('a forced push', () => {
  test('of another history leaves nothing of the former one', async () => {
    const wiki = await indexed({ 'a.md': text('lin'), 'index.md': '# Un' });
    await wiki.repository.rename('a.md', 'b.md');
    await wiki.update();
    expect(await wiki.find('/a')).toBe('moved to /b');
    await wiki.repository.commit('Anew', { 'index.md': '# Deux' }, { from: null });
    await wiki.update();
    expect(await wiki.find('/a')).toBe('missing');
    expect(await wiki.find('/b')).toBe('missing');
    expect(await title(wiki, 'index.md')).toBe('Deux');
  });

  test('whose former commits are already gone is followed', async () => {
    const wiki = await indexed({ 'a.md': '# Un' });
    await wiki.repository.commit('Anew', { 'a.md': '# Deux' }, { from: null });
    await wiki.repository.git(['reflog', 'expire', '--expire=now', '--all']);
    await wiki.repository.git(['gc', '--quiet', '--prune=now']);
    await wiki.update();
    expect(await title(wiki, 'a.md')).toBe('Deux');
  });
});

describe('objects that are missing', () => {
  test('of a partial clone are told at once, with what to do', async () => {
    const whole = await repository({ 'index.md': '# Un', 'a.md': text('lin') });
    await whole.git(['config', 'uploadpack.allowFilter', 'true']);
    await whole.rename('a.md', 'b.md', { edited: `${text('lin')}et plus\n` });
    const path = await whole.bareClone('--no-local', '--filter=blob:none');
    const { context, ask } = await unindexed(whole);
    const objects = new ObjectReader(path);
    onTestFinished(() => objects.close());
    const updating = updateIndex({ ...context, gitDir: path, objects });
    await expect(updating).rejects.toBeInstanceOf(Unavailable);
    await expect(updating).rejects.toMatchObject({ remedy: expect.stringContaining('whole') });
    expect(await ask(wikiState)).toBeUndefined();
  });

  test('of a page, of a tree or of the history leave the index there was, until they are back', async () => {
    const wiki = await indexed({ 'index.md': '# Un', 'docs/a.md': text('lin') });
    await wiki.repository.commit('Two', { 'index.md': '# Deux', 'docs/a.md': `${text('lin')}plus\n` });
    for (const object of ['main:index.md', 'main:docs', 'main^{tree}', 'main']) {
      const restore = await lose(wiki.repository, object);
      await expect(wiki.update(), object).rejects.toBeInstanceOf(Unavailable);
      expect(await title(wiki, 'index.md')).toBe('Un');
      expect(await wiki.find('/docs/a')).toBe('page docs/a.md for en');
      await restore();
    }
    expect(await wiki.update()).toBe(true);
    expect(await title(wiki, 'index.md')).toBe('Deux');
  });
});

onEachEngine('a commit that lies', (engine) => {
  test('about its time and its people is indexed like another', async () => {
    const wiki = await indexed({ 'index.md': '# Un' }, { place: await engine.place() });
    const tree = await wiki.repository.git(['rev-parse', 'main^{tree}']);
    const parent = await wiki.repository.head();
    for (const who of ['A\x02B <a> 99999999999999999999999999 +0000', '<> -1 +9999', '\xff\xfe <x> 1']) {
      const written = Buffer.from(
        `tree ${tree}\nparent ${parent}\nauthor ${who}\ncommitter ${who}\n\n\x01\x02 \xe9\n`,
        'latin1',
      );
      const id = await wiki.repository.git(
        ['hash-object', '-t', 'commit', '-w', '--literally', '--stdin'],
        written,
      );
      await wiki.repository.git(['update-ref', 'refs/heads/main', id]);
      expect(await wiki.update()).toBe(true);
    }
    expect(await wiki.find('/')).toBe('page index.md for en');
  });
});
