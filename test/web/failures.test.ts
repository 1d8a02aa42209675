import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../support/git.ts';
import { type Served, served } from '../support/served.ts';

const visible = (html: string) => html.replace(/^.*<main[^>]*>|<\/main>.*$/gs, '').replace(/<[^>]+>/g, ' ');

test('a wiki whose first index is not made yet asks to come back, in the language of the browser', async () => {
  await using site = await served({ 'index.md': '# Accueil' }, { indexed: false });
  for (const [language, title] of [
    ['fr-FR,fr;q=0.9,en;q=0.8', 'Le wiki se prépare'],
    ['en-GB,en', 'The wiki is getting ready'],
    ['de', 'The wiki is getting ready'],
  ] as const) {
    const { status, headers, text } = await site.get('/', { 'accept-language': language });
    expect(status).toBe(503);
    expect(headers['retry-after']).toMatch(/^\d+$/);
    expect(headers['cache-control']).toBe('no-store');
    expect(visible(text), language).toContain(title);
    expect(text).toContain('http-equiv="refresh"');
  }
});

test('a wiki that is being prepared serves its stylesheet', async () => {
  await using site = await served({ 'index.md': '# Accueil' }, { indexed: false });
  const stylesheet = /rel="stylesheet" href="([^"]+)"/.exec((await site.get('/')).text)?.[1];
  expect((await site.get(stylesheet ?? '')).status).toBe(200);
});

test('a wiki is shown as soon as its first index is made', async () => {
  await using site = await served({ 'index.md': '# Accueil' }, { indexed: false });
  expect((await site.get('/')).status).toBe(503);
  await site.wiki.update();
  expect((await site.get('/')).status).toBe(200);
});

test('a page whose object is missing is an error that says nothing of the insides', async () => {
  const wiki = await repository({ 'index.md': '# Accueil', 'a.md': '# A', 'b.csv': 'b' });
  await using site = await served(wiki);
  await lose(wiki.path);
  for (const path of ['/a', '/b.csv', '/-/diff/a.md']) {
    const { status, text } = await site.get(path, { 'accept-language': 'fr' });
    expect(status, path).toBe(503);
    expect(visible(text)).toContain('Service momentanément indisponible');
    expect(text).not.toContain(wiki.path);
  }
  expect((await site.get('/-/history/a.md')).status).toBe(200);
});

test('what is missing is told to the operator, once it is asked for', async () => {
  const wiki = await repository({ 'index.md': '# Accueil', 'a.md': '# A' });
  await using site = await served(wiki);
  await lose(wiki.path);
  await site.get('/a');
  expect(site.reports.map(String).join()).toMatch(/Object [0-9a-f]{40} (?:is missing|cannot be read)/);
});

test('the page is back as soon as the object is', async () => {
  const wiki = await repository({ 'index.md': '# Accueil', 'a.md': '# A' });
  await using site = await served(wiki);
  await lose(wiki.path);
  expect((await site.get('/a')).status).toBe(503);
  await wiki.blob('# A');
  await expect.poll(async () => (await site.get('/a')).status).toBe(200);
});

test('a fault of the settings leaves the last good ones to serve', async () => {
  const wiki = await repository({ 'greffe.yml': 'title: Bon titre\n', 'index.md': '# Accueil' });
  await using site = await served(wiki);
  await wiki.commit('Faute', { 'greffe.yml': 'title: [\n', 'a.md': '# Nouvelle' });
  await site.wiki.update();
  const { status, text } = await site.get('/a');
  expect(status).toBe(200);
  expect(text).toContain('Bon titre');
  expect(text).toContain('Nouvelle');
});

test('an empty repository is a wiki with nothing to read yet', async () => {
  await using site = await served(await repository());
  const { status, text } = await site.get('/');
  expect(status).toBe(200);
  expect(visible(text)).toMatch(/rien à lire|nothing to read/);
  expect((await site.get('/a')).status).toBe(404);
  for (const path of ['/-/translations', '/sitemap.xml', '/robots.txt', '/llms.txt'])
    expect((await site.get(path)).status, path).toBe(200);
});

test('a first page makes of an empty repository a wiki', async () => {
  const wiki = await repository();
  await using site = await served(wiki);
  await site.get('/');
  await wiki.commit('Première page', { 'index.md': '# Bienvenue' });
  await site.wiki.update();
  expect((await site.get('/')).text).toContain('Bienvenue');
});

test('a branch that is deleted leaves its last state to read', async () => {
  const wiki = await repository({ 'index.md': '# Accueil' });
  await using site = await served(wiki);
  await wiki.git(['update-ref', '-d', 'refs/heads/main']);
  await expect(site.wiki.update()).rejects.toThrow('no longer in the repository');
  expect((await site.get('/')).text).toContain('Accueil');
});

test('five hundred different questions leave the server answering', async () => {
  await using site = await served({ 'index.md': '# Accueil', 'a.md': '# A' });
  await flood(site, 500);
  expect((await site.get('/')).status).toBe(200);
  expect(site.reports).toEqual([]);
});

async function flood(site: Served, times: number): Promise<void> {
  for (let n = 0; n < times; n += 50) {
    await Promise.all(Array.from({ length: 50 }, (_, at) => site.get(`/a.md?n=${n + at}`)));
  }
}

/** Takes every object away, as a damaged disk does. */
async function lose(gitDir: string): Promise<void> {
  await rm(join(gitDir, 'objects'), { recursive: true });
  await mkdir(join(gitDir, 'objects'));
}
