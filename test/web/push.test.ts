import { expect, test, vi } from 'vitest';
import { loadAssets } from '../../src/web/assets.ts';
import { wikiAddress } from '../../src/web/pages/wiki-address.ts';
import { questionOf } from '../../src/web/request.ts';
import { Responder } from '../../src/web/responder.tsx';
import { git, type Repository, repository } from '../support/git.ts';
import { served } from '../support/served.ts';

const files = {
  'greffe.yml': 'title: Wiki\nlanguages: [fr, en]\nnavigation: [guides/, deux.md]\n',
  'index.md': '# Accueil\n\n[Un](un.md), [Deux](deux.md), [Trois](trois.md).\n',
  'un.md': `# Un\n\nSeule. ${'Une phrase qui ne change pas. '.repeat(20)}\n`,
  'deux.md': '# Deux\n\nVers [trois](trois.md).\n',
  'trois.md': '# Trois\n',
  'trois.en.md': '# Three\n',
  'guides/index.md': '# Guides\n',
  'guides/a.md': '# A\n',
  'autres/b.md': '# B\n',
};

/** A wiki, what answers for it, and the answers themselves: two that are the same object were made once. */
async function open() {
  const wiki = await repository(files);
  const site = await served(wiki);
  const responder = new Responder(site.wiki, loadAssets(), { failed: () => {} });
  const answer = (path: string) =>
    responder.respond(
      questionOf(new Request(`http://wiki.example${path}`, { headers: { host: 'wiki.example' } })),
      wikiAddress,
    );
  return { wiki, site, answer };
}

const all = ['/', '/un', '/deux', '/trois', '/en/trois', '/guides/', '/guides/a', '/autres/b'];

/** Which of the pages are made anew for a push. */
async function renewedBy(push: (wiki: Repository) => Promise<unknown>): Promise<string[]> {
  const { wiki, site: opened, answer } = await open();
  await using site = opened;
  const before = new Map<string, unknown>();
  for (const path of all) before.set(path, await answer(path));
  await push(wiki);
  await site.wiki.update();
  const renewed: string[] = [];
  for (const path of all) if ((await answer(path)) !== before.get(path)) renewed.push(path);
  return renewed;
}

test('a page is made once for all its readers', async () => {
  const { site: opened, answer } = await open();
  await using _ = opened;
  const [one, two] = await Promise.all([answer('/un'), answer('/un')]);
  expect(two).toBe(one);
  expect(await answer('/un')).toBe(one);
});

test('a push that changes a page renews it alone', async () => {
  const text = `${files['un.md']}\nPlus seule.\n`;
  expect(await renewedBy((wiki) => wiki.commit('x', { 'un.md': text }))).toEqual(['/un']);
});

test('a push of a new page that nothing links to renews nothing', async () => {
  expect(await renewedBy((wiki) => wiki.commit('x', { 'quatre.md': '# Quatre\n' }))).toEqual([]);
});

test('a push of a file renews nothing', async () => {
  expect(await renewedBy((wiki) => wiki.commit('x', { 'liste.csv': 'a;b\n' }))).toEqual([]);
});

test('a page renamed is renewed where it was, and the pages that link to it', async () => {
  expect(await renewedBy((wiki) => wiki.rename('un.md', 'premier.md'))).toEqual(['/', '/un']);
});

test('a page removed is renewed, and the pages that link to it', async () => {
  expect(await renewedBy((wiki) => wiki.remove('un.md'))).toEqual(['/', '/un']);
});

test('a title of the navigation is renewed on every page that shows it', async () => {
  expect(
    await renewedBy((wiki) => wiki.commit('x', { 'deux.md': '# Second\n\nVers [trois](trois.md).\n' })),
  ).toEqual(all);
});

test('a title that only its own folder’s navigation shows is renewed there', async () => {
  expect(await renewedBy((wiki) => wiki.commit('x', { 'guides/a.md': '# Alpha\n' }))).toEqual([
    '/guides/',
    '/guides/a',
  ]);
});

test('a translation is renewed when its original changes, for its notice', async () => {
  const renewed = await renewedBy((wiki) => wiki.commit('x', { 'trois.md': '# Trois\n\nChangé.\n' }));
  expect(renewed).toContain('/en/trois');
  expect(renewed).toContain('/trois');
  expect(renewed).not.toContain('/guides/a');
  expect(renewed).not.toContain('/un');
});

test('a page translated gets its switch', async () => {
  expect(await renewedBy((wiki) => wiki.commit('x', { 'un.en.md': '# One\n' }))).toContain('/un');
});

test('the settings renew every page', async () => {
  const settings = files['greffe.yml'].replace('Wiki', 'Autre titre');
  expect(await renewedBy((wiki) => wiki.commit('x', { 'greffe.yml': settings }))).toEqual(all);
});

test('a renewed page says what it should', async () => {
  const wiki = await repository(files);
  await using site = await served(wiki);
  expect((await site.get('/')).text).toContain('<a href="/un">Un</a>');
  await wiki.rename('un.md', 'premier.md', { date: '2024-06-01T10:00:00Z' });
  await site.wiki.update();
  expect((await site.get('/')).text).toContain('<a href="/premier">Un</a>');
  expect((await site.get('/un')).headers.location).toBe('/premier');
  expect((await site.get('/premier')).text).toContain('1 juin 2024');
  await wiki.remove('premier.md');
  await site.wiki.update();
  expect((await site.get('/')).text).not.toContain('href="/premier"');
  expect((await site.get('/premier')).status).toBe(410);
});

test('the tag of a page changes with the page, and only then', async () => {
  const wiki = await repository(files);
  await using site = await served(wiki);
  const tag = async (path: string) => (await site.get(path)).headers.etag;
  const [un, a] = [await tag('/un'), await tag('/guides/a')];
  await wiki.commit('x', { 'un.md': '# Un\n\nPlus seule.\n' });
  await site.wiki.update();
  expect(await tag('/un')).not.toBe(un);
  expect(await tag('/guides/a')).toBe(a);
});

test('a push is shown without a restart', async () => {
  const wiki = await repository(files);
  await using site = await served(wiki);
  await site.wiki.follow(
    () => {},
    (error) => expect.unreachable(String(error)),
  );
  await wiki.commit('x', { 'un.md': '# Un\n\nTout neuf.\n' });
  await expect.poll(async () => (await site.get('/un')).text, { timeout: 5_000 }).toContain('Tout neuf');
});

test('a commit in a working copy is shown without a restart', async () => {
  const wiki = await repository(files);
  const copy = await wiki.workingCopy();
  await using site = await served(copy);
  await site.wiki.follow(
    () => {},
    (error) => expect.unreachable(String(error)),
  );
  await git(copy, ['mv', 'un.md', 'neuf.md']);
  await git(copy, ['commit', '--quiet', '-m', 'x']);
  await expect.poll(async () => (await site.get('/un')).headers.location, { timeout: 5_000 }).toBe('/neuf');
});

test('a force-push is shown, and what it takes away is gone', async () => {
  const wiki = await repository(files);
  await using site = await served(wiki);
  expect((await site.get('/un')).status).toBe(200);
  await wiki.commit('Tout autre', { 'index.md': '# Autre\n' }, { from: null });
  await site.wiki.update();
  expect((await site.get('/')).text).toContain('Autre');
  expect((await site.get('/un')).status).toBe(404);
});

test('the pages before are served until the new index is complete', async () => {
  const wiki = await repository(files);
  await using site = await served(wiki);
  await site.get('/un');
  await wiki.commit('x', { 'un.md': '# Un\n\nTout neuf.\n', 'cinq.md': '# Cinq\n' });
  const { write } = site.wiki.database;
  let finish = () => {};
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  vi.spyOn(site.wiki.database, 'write').mockImplementation((work) =>
    write(async (writer) => {
      const done = await work(writer);
      await held;
      return done;
    }),
  );
  const updated = site.wiki.update();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect((await site.get('/un')).text).toContain('Seule');
  expect((await site.get('/un?again')).text).toContain('Seule');
  expect((await site.get('/cinq')).status).toBe(404);
  finish();
  await updated;
  expect((await site.get('/un')).text).toContain('Tout neuf');
  expect((await site.get('/cinq')).status).toBe(200);
});

test('readers who ask while pushes come never get half of one', async () => {
  const version = (n: number) => ({
    'index.md': `# V${n}\n\n[a](a.md) [b](b.md)\n`,
    'a.md': `# A${n}\n`,
    'b.md': `# B${n}\n`,
  });
  const wiki = await repository({ 'greffe.yml': 'navigation: [a.md, b.md]\n', ...version(0) });
  await using site = await served(wiki);
  const numbers = async () => {
    const { status, text } = await site.get('/');
    expect(status).toBe(200);
    return new Set([...text.matchAll(/>[VAB](\d+)</g)].map(([, n]) => n));
  };
  for (let n = 1; n <= 10; n++) {
    await wiki.commit(`V${n}`, version(n));
    const updated = site.wiki.update();
    const seen = await Promise.all(Array.from({ length: 5 }, numbers));
    await updated;
    for (const versions of seen) expect(versions.size).toBe(1);
    expect(await numbers()).toEqual(new Set([String(n)]));
  }
});
