import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { built, deadLinks, digests } from '../support/built.ts';
import { example } from '../support/example.ts';
import { temporaryFolder } from '../support/folder.ts';
import { repository } from '../support/git.ts';
import { finished, isBuilt } from '../support/greffe.ts';
import { hasRealWiki, realWiki } from '../support/real-wiki.ts';

const SLOW = 120_000;

describe.skipIf(!isBuilt)('greffe build', () => {
  test(
    'writes the example so that no link of it is dead, under a path too',
    async () => {
      const site = await built(await example(), ['--base', 'https://host.example/wiki/']);
      expect(site.said).toMatch(/ files, of which \d+ written/);
      expect(site.code).toBe(0);
      expect(await deadLinks(site, '/wiki')).toEqual([]);
      const page = await site.text('guides/publier-son-code.html');
      expect(page).toContain(
        '<link rel="canonical" href="https://host.example/wiki/guides/publier-son-code.html"/>',
      );
      expect(page).toContain('<meta http-equiv="Content-Security-Policy"');
      expect(page).not.toContain('/-/history');
      expect((await site.files()).filter((file) => file.startsWith('-/pagefind/'))).not.toEqual([]);
    },
    SLOW,
  );

  test.skipIf(!hasRealWiki)(
    'writes the real wiki so that no link of it is dead',
    async () => {
      const site = await built(await realWiki());
      expect(site.code).toBe(0);
      expect(await deadLinks(site)).toEqual([]);
    },
    SLOW,
  );

  test(
    'gives the same bytes for the same commit, whatever the number of threads',
    async () => {
      const wiki = await example();
      const one = await built(wiki, ['--base', 'https://host.example', '--jobs', '1']);
      const two = await built(wiki, ['--base', 'https://host.example', '--jobs', '2']);
      expect(await digests(two.out)).toEqual(await digests(one.out));
    },
    SLOW,
  );

  test('writes only what a commit changes', async () => {
    const wiki = await repository({
      'index.md': '# Accueil',
      'a.md': '# A\n\n[B](b.md)',
      'b.md': '# B',
      'c.md': '# C',
    });
    const site = await built(wiki.path);
    const before = await stat(join(site.out, 'a.html'));
    expect((await site.again()).said).toContain('of which 0 written');
    await wiki.commit('Change C', { 'c.md': '# C\n\nAutre chose.' });
    await site.again();
    expect(await site.text('c.html')).toContain('Autre chose.');
    expect((await stat(join(site.out, 'a.html'))).ino).toBe(before.ino);
  });

  test('gives after a change what a new build gives', async () => {
    const wiki = await repository({ 'index.md': '# Accueil', 'a.md': '# A\n\n[B](b.md)', 'b.md': '# B' });
    const base = ['--no-search', '--base', 'https://host.example'];
    const site = await built(wiki.path, base);
    await wiki.commit('Rename B', { 'b.md': null, 'sub/d.md': '# D\n\nNeuf.', 'c.md': '# B' });
    await site.again();
    const fresh = await built(wiki.path, base);
    expect(await digests(site.out)).toEqual(await digests(fresh.out));
  });

  test('mends a file of the site that somebody touched', async () => {
    const wiki = await repository({ 'index.md': '# Accueil' });
    const site = await built(wiki.path);
    await writeFile(join(site.out, 'index.html'), 'touched');
    await site.again();
    expect(await site.text('index.html')).toContain('Accueil');
  });

  test('leads from an old name to the new one, and tells what was deleted', async () => {
    const wiki = await repository({ 'index.md': '# Accueil', 'old.md': '# Une page', 'gone.md': '# Partie' });
    await wiki.commit('Rename', { 'old.md': null, 'new.md': '# Une page' });
    await wiki.commit('Delete', { 'gone.md': null });
    const site = await built(wiki.path);
    expect(await site.text('old.html')).toContain('content="0; url=/new.html"');
    expect(await site.text('_redirects')).toBe('/old /new.html 301\n');
    expect(await site.text('gone.html')).toContain('Partie');
  });

  test('writes nothing outside of the site, whatever a page leads to', async () => {
    const wiki = await repository({
      'index.md':
        '# Accueil\n\n[a](https://wiki.example/-/follow/..%2F..%2F..%2Fa) [b](https://wiki.example/-/translations%2F..%2F..%2F..%2Fb)',
    });
    const site = await built(wiki.path, ['--no-search', '--base', 'https://wiki.example']);
    expect(site.code).toBe(0);
    expect(await readdir(dirname(site.out))).toEqual(['out']);
  });

  test('makes all the rest where two names cannot stand beside each other, or one is too long', async () => {
    const wiki = await repository({
      'index.md': '# Accueil',
      'a.md': '# A',
      'a.html/b.md': '# B',
      [`${'l'.repeat(252)}.md`]: '# Long',
    });
    const site = await built(wiki.path);
    expect(site).toMatchObject({
      code: 1,
      said: expect.stringMatching(/cannot stand beside that of[\s\S]*too long for a file/),
    });
    expect(await site.text('index.html')).toContain('Accueil');
  });

  test('gives a host no redirection that it would read as a pattern', async () => {
    const wiki = await repository({ 'index.md': '# Accueil', '*.md': '# Tout', 'x/:y.md': '# Rien' });
    await wiki.commit('Rename', { '*.md': null, 'x/:y.md': null, 'tout.md': '# Tout', 'rien.md': '# Rien' });
    const site = await built(wiki.path);
    expect(await site.text('_redirects')).not.toMatch(/[*:]/);
    expect(await site.text('*.html')).toContain('content="0; url=/tout.html"');
  });

  test('has no form, no link and no page that only a server answers', async () => {
    const wiki = await repository({
      'index.md': '# Accueil\n\n[La liste](l.csv)',
      'l.csv': 'nom,ville\na,b\nc,d\n',
    });
    const site = await built(wiki.path);
    const table = await site.text('-/table/l.csv.html');
    expect(table).not.toMatch(/<form[^>]* action="[^"]*table|sort=|\/-\/history/);
    expect(await site.text('-/table/l.csv/l.json')).toContain('"ville"');
    expect(await site.text('index.html')).toContain('href="/-/table/l.csv.html"');
  });

  test('has the sources of its pages where they are asked for, and leads to none elsewhere', async () => {
    const wiki = await repository({ 'index.md': '# Accueil', 'a.md': '# A', 'x.txt': 'x' });
    const without = await built(wiki.path);
    expect(await without.files()).not.toContain('a.md');
    expect(await without.files()).toContain('x.txt');
    expect(await without.text('a.html')).not.toContain('text/markdown');
    expect(await without.text('llms.txt')).toContain('/a.html)');
    const withThem = await built(wiki.path, ['--no-search', '--sources']);
    expect(await withThem.text('a.md')).toBe('# A');
    expect(await withThem.text('a.html')).toMatch(/type="text\/markdown"[^>]* href="\/a.md"/);
    expect(await withThem.text('llms.txt')).toContain('/a.md)');
  });

  test('has no page, no field and no index of a search that was left out', async () => {
    const wiki = await repository({ 'index.md': '# Accueil' });
    const site = await built(wiki.path, ['--no-search']);
    expect((await site.files()).filter((file) => /^-\/(?:search|pagefind)/.test(file))).toEqual([]);
    expect(await site.text('index.html')).not.toMatch(/search|type="search"/);
  });

  test('keeps for itself what hosts take for their settings', async () => {
    const wiki = await repository({ 'index.md': '# Accueil', _headers: '/*\n  X: y\n', '_worker.js': 'y' });
    const site = await built(wiki.path);
    expect(site).toMatchObject({ code: 0, said: expect.stringContaining('_worker.js is not in the site') });
    expect(await site.files()).not.toContain('_worker.js');
    expect(await site.text('_headers')).toMatch(/^\/\*\n {2}X-Content-Type-Options: nosniff\n/);
  });

  test('tells of no feed that it has not', async () => {
    const wiki = await repository({ 'index.md': '# Accueil', 'x/a.md': '# A', 'l.csv': 'a,b\n1,2\n' });
    const site = await built(wiki.path);
    const there = await site.files();
    for (const file of there.filter((name) => name.endsWith('.html'))) {
      const feeds = (await site.text(file)).matchAll(/\/(-\/feeds\/[^"<?#]+)/g);
      for (const [, feed] of feeds) expect(there).toContain(feed);
    }
    expect(await site.text('-/follow.html')).not.toContain('<code>http://localhost/</code>');
  });

  test('makes no whole index where there is none, and uses the one there is', async () => {
    const wiki = await repository({ 'index.md': '# Accueil', 'a.md': '# A' });
    const site = await built(wiki.path);
    expect(await readdir(site.data)).not.toContain('greffe.sqlite');
    const before = await digests(site.out);
    await finished(['index', wiki.path, '--data', site.data]);
    expect((await site.again()).code).toBe(0);
    expect(await digests(site.out)).toEqual(before);
  });

  test('has the history of each page where it is asked for', async () => {
    const wiki = await repository({ 'index.md': '# Accueil', 'a.md': '# A' });
    await wiki.commit('Change A', { 'a.md': '# A\n\nMieux.' });
    const site = await built(wiki.path, ['--no-search', '--history']);
    expect(await site.text('-/history/a.md.html')).toContain('Change A');
    expect(await deadLinks(site)).toEqual([]);
  });

  test('refuses a folder that it did not write, and leaves it as it is', async () => {
    const wiki = await repository({ 'index.md': '# Accueil' });
    const out = await temporaryFolder('mine');
    await writeFile(join(out, 'precious'), 'mine');
    const site = await built(wiki.path, [], { out });
    expect(site).toMatchObject({ code: 2, said: expect.stringContaining('was not written by greffe build') });
    expect(await readdir(out)).toEqual(['precious']);
  });

  test.each([
    [['--jobs', '0'], 'is not a number of threads'],
    [['--jobs', 'many'], 'is not a number of threads'],
    [['--base', 'wiki.example'], 'is not the address of a site'],
    [['--base', 'https://wiki.example/?a'], 'is not the address of a site'],
  ])('does not understand %j', async (args, sentence) => {
    const wiki = await repository({ 'index.md': '# Accueil' });
    expect(await built(wiki.path, args)).toMatchObject({ code: 2, said: expect.stringContaining(sentence) });
  });

  test('says what it needs when no folder is named', async () => {
    const { code, said } = await finished(['build']);
    expect({ code, said }).toMatchObject({ code: 2, said: expect.stringContaining('Two places are needed') });
  });

  test('tells of a page that cannot be made, and writes the others', async () => {
    const wiki = await repository({ 'index.md': '# Accueil', 'lost.md': '# Perdue' });
    const site = await built(wiki.path);
    const oid = (await wiki.git(['rev-parse', 'HEAD:lost.md'])).trim();
    await wiki.commit('Change it', { 'index.md': '# Accueil\n\nNeuf.' });
    await finished(['index', wiki.path, '--data', site.data]);
    const objects = (await wiki.git(['rev-parse', '--git-path', 'objects'])).trim();
    await rm(join(wiki.path, objects, oid.slice(0, 2), oid.slice(2)));
    await rm(site.out, { recursive: true });
    const { code, said } = await site.again();
    expect(said).toContain('/lost could not be made');
    expect(code).toBe(1);
    expect(await site.text('index.html')).toContain('Neuf.');
  });

  test.skipIf(process.getuid?.() !== 0)('leaves the site as it was when the disk is full', async () => {
    const disk = await temporaryFolder('disk');
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk]);
    onTestFinished(() => void execFileSync('umount', ['-l', disk]));
    const wiki = await repository({ 'index.md': '# Accueil' });
    const site = await built(wiki.path, ['--no-search'], { out: join(disk, 'out') });
    const before = await digests(site.out);
    await wiki.commit('Too much', { 'large.bin': 'x'.repeat(8_000_000), 'index.md': '# Autre' });
    const { code, said } = await site.again();
    expect(said).toContain('the disk is full');
    expect(code).toBe(1);
    expect(await digests(site.out)).toEqual(before);
    expect(await readdir(disk)).toEqual(['out']);
  });

  test('takes up after a crash between the two renames', async () => {
    const wiki = await repository({ 'index.md': '# Accueil' });
    const site = await built(wiki.path);
    await rename(site.out, join(dirname(site.out), '.out.greffe-old'));
    await mkdir(join(dirname(site.out), '.out.greffe-new'));
    expect((await site.again()).code).toBe(0);
    expect(await readFile(join(site.out, 'index.html'), 'utf8')).toContain('Accueil');
    expect(await readdir(dirname(site.out))).toEqual(['out']);
  });
});
