import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { example } from '../support/example.ts';
import { git, type Repository, repository, submodule, symlink } from '../support/git.ts';
import { type Served, served } from '../support/served.ts';

const ENGLISH = { overrides: { languages: ['en'] } };

const text = (html: string) =>
  html
    .replace(/^.*<main[^>]*>|<\/main>.*$/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');

const hrefs = (html: string, pattern: RegExp) =>
  [...html.matchAll(/ href="([^"]+)"/g)]
    .map(([, href]) => (href as string).replaceAll('&amp;', '&'))
    .filter((href) => pattern.test(href));

describe('around the history of the example', () => {
  let site: Served;
  let folder: string;
  beforeAll(async () => {
    folder = await example();
    site = await served(folder);
  });
  afterAll(() => site[Symbol.asyncDispose]());

  test('no link of the recent changes is dead', async () => {
    const { status, text: html } = await site.get('/-/recent');
    expect(status).toBe(200);
    const links = new Set(hrefs(html, /^\/(?!-\/(?:assets|feeds|follow|search))/));
    for (const href of links)
      expect([200, 301, 302], href).toContain((await site.get(href.split('#')[0] as string)).status);
  });

  test('no link of a commit, of the files or of a former version is dead', async () => {
    const id = await git(folder, ['rev-parse', 'HEAD~3']);
    const pages = [`/-/commit/${id}`, `/-/tree/?at=${id}`, `/-/version/index.md?at=${id}`];
    for (const page of [...pages, `/-/version/reunions.ics?at=${id}`, '/-/blame/index.md', '/-/tree/docs/']) {
      const { status, text: html } = await site.get(page);
      expect(status, page).toBe(200);
      for (const href of new Set(hrefs(html.replace(/^.*<main/s, ''), /^\/(?!-\/(?:assets|feeds|follow)|$)/)))
        expect([200, 301, 302], `${page} ${href}`).toContain(
          (await site.get(href.split('#')[0] as string)).status,
        );
    }
  });

  test('the contributors of a page are counted, and no e-mail address is shown', async () => {
    const { text: html } = await site.get('/-/history/politique/faq.md');
    expect(text(html)).toContain('Maëlle Kerdoncuff 2 versions');
    expect(html.replace(/^.*<main/s, '')).not.toMatch(/@\w/);
  });

  test('any two versions of a page can be chosen to be compared', async () => {
    const { text: html } = await site.get('/-/history/politique/faq.md');
    expect(html).toContain('<form class="compare" method="get" action="/-/diff/politique/faq.md">');
    const values = [...html.matchAll(/name="(?:from|to)" value="([0-9a-f]{40})"/g)].map(([, id]) => id);
    expect(values.length).toBe(6);
    const [to, , from] = [values[0], values[2], values[4]];
    expect((await site.get(`/-/diff/politique/faq.md?from=${from}&to=${to}`)).status).toBe(200);
  });

  test('the recent changes of a folder name only its files', async () => {
    const { text: html } = await site.get('/-/recent?folder=guides');
    expect(text(html)).toMatch(/Derniers changements dans «\s?Guides\s?»/);
    expect(hrefs(html, /^\/-\/diff\//).every((href) => href.startsWith('/-/diff/guides/'))).toBe(true);
  });

  test('a page under its old name is shown as it was, with the way to its new one', async () => {
    const id = await git(folder, ['log', '--format=%H', '-1', '--diff-filter=A', '--', 'publier.md']);
    const { status, text: html } = await site.get(`/-/version/publier.md?at=${id}`);
    expect(status).toBe(200);
    expect(html).toContain('noindex');
    expect(hrefs(html, /^\/guides\/publier-son-code$/)).not.toEqual([]);
  });
});

/** A wiki whose third commit was applied by somebody else, with its ids from the oldest. */
async function threeCommits(): Promise<{ wiki: Repository; ids: string[] }> {
  const wiki = await repository({ 'index.md': '# Home\n\nFirst line.\n', 'list.csv': 'name,n\na,1\n' });
  const second = await wiki.commit(
    'Say more\n\nSee https://example.org/why and the commit before.\n\nReported-by: Robin <robin@example.org>',
    { 'index.md': '# Home\n\nFirst line.\n\nSecond line.\n', 'list.csv': 'name,n\na,1\nb,2\n' },
  );
  const third = await wiki.commit(
    'Mend',
    { 'index.md': '# Home\n\nFirst line, mended.\n\nSecond line.\n' },
    { author: 'Ada Author <ada@example.org>', committer: 'Kim Keeper <kim@example.org>' },
  );
  return { wiki, ids: [await wiki.head('main~2'), second, third] };
}

describe('a commit', () => {
  test('shows its message, its people, its files and what it changed in each', async () => {
    const { wiki, ids } = await threeCommits();
    await using site = await served(wiki, ENGLISH);
    const { text: html } = await site.get(`/-/commit/${ids[1]}`);
    expect(html).toContain('<a href="https://example.org/why">');
    expect(text(html)).toContain('2 files changed');
    expect(html).toContain('<ins lang="en">Second line.</ins>');
    expect(html).not.toContain('robin@example.org');
    expect(hrefs(html, /^\/-\/commit\//)).toContain(`/-/commit/${ids[0]?.slice(0, 12)}`);
    const applied = text((await site.get(`/-/commit/${ids[2]}`)).text);
    expect(applied).toContain('Written by Ada Author');
    expect(applied).toContain('Committed by Kim Keeper');
  });

  test('is found by the beginning of its id, in either case, and not by fewer than seven digits', async () => {
    const { wiki, ids } = await threeCommits();
    await using site = await served(wiki, ENGLISH);
    const id = ids[2] as string;
    for (const name of [id.slice(0, 7), id.slice(0, 12), id.toUpperCase()])
      expect((await site.get(`/-/commit/${name}`)).status, name).toBe(200);
    for (const name of [id.slice(0, 6), 'HEAD', 'main', `${id}0`, '--all', 'zzzzzzz', '%0a', '']) {
      expect((await site.get(`/-/commit/${name}`)).status, name).toBe(404);
      expect((await site.get(`/-/tree/?at=${name}`)).status, name).toBe(404);
    }
  });

  test('is offered as the patch that git am applies', async () => {
    const { wiki, ids } = await threeCommits();
    await using site = await served(wiki, ENGLISH);
    const { headers, text: patch } = await site.get(`/-/commit/${ids[2]?.slice(0, 10)}.patch`);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(patch).toMatch(new RegExp(`^From ${ids[2]} `));
    const copy = await wiki.workingCopy();
    await git(copy, ['reset', '--quiet', '--hard', 'HEAD~1']);
    await git(copy, ['am', '--quiet'], patch);
    expect(await git(copy, ['rev-parse', 'HEAD^{tree}'])).toBe(await wiki.git(['rev-parse', 'main^{tree}']));
  });

  test('that merges says what the merge itself changed, and has no patch', async () => {
    const wiki = await repository({ 'index.md': '# Home' });
    const base = await wiki.head();
    const side = await wiki.commit('Aside', { 'a.md': '# A' }, { branch: 'side', from: base });
    await wiki.commit('Ahead', { 'b.md': '# B' });
    const merge = await wiki.commit('Merge side', { 'a.md': '# A' }, { merge: [side] });
    await using site = await served(wiki, ENGLISH);
    const { status, text: html } = await site.get(`/-/commit/${merge}`);
    expect(status).toBe(200);
    expect(text(html)).toContain('Merges Ahead');
    expect((await site.get(`/-/commit/${merge}.patch`)).status).toBe(404);
    expect(text((await site.get('/-/recent')).text)).toContain('Merge side merge');
  });
});

describe('what a forced push took away', () => {
  test('is nowhere to be read any more, under no address', async () => {
    const wiki = await repository({ 'index.md': '# Home' });
    const before = await wiki.head();
    const secret = await wiki.commit('Slip', { 'secret.txt': 'hunter2', 'index.md': '# Home, hunter2' });
    const blob = await wiki.git(['rev-parse', `${secret}:secret.txt`]);
    await using site = await served(wiki, ENGLISH);
    const addresses = [
      `/-/commit/${secret}`,
      `/-/commit/${secret}.patch`,
      `/-/raw/secret.txt?at=${secret}`,
      `/-/tree/?at=${secret}`,
      `/-/version/index.md?at=${secret}`,
      `/-/blame/secret.txt?at=${secret}`,
      `/-/archive/${encodeURIComponent((await site.wiki.site())?.name ?? '')}.zip?at=${secret}`,
    ];
    for (const address of addresses) expect((await site.get(address)).status, address).toBe(200);
    await wiki.commit('Mended', { 'index.md': '# Home again' }, { from: before });
    await site.wiki.update();
    expect(await wiki.git(['cat-file', '-t', secret])).toBe('commit');
    for (const address of addresses) expect((await site.get(address)).status, address).toBe(404);
    expect((await site.get(`/-/raw/secret.txt?at=${blob}`)).status).toBe(404);
    expect((await site.get('/-/recent')).text).not.toContain('Slip');
  });
});

describe('a former version', () => {
  test('of a page says when it was, what became of it, and is in no search engine', async () => {
    const { wiki, ids } = await threeCommits();
    await using site = await served(wiki, ENGLISH);
    const { text: html } = await site.get(`/-/version/index.md?at=${ids[1]}`);
    expect(text(html)).toContain('This is the page as it was on 1 January 2024 at 10:00.');
    expect(text(html)).toContain('First line. Second line.');
    expect(html).toContain('<meta name="robots" content="noindex"');
    expect(hrefs(html, /^\/-\/diff\/index\.md\?from=/)).toEqual([`/-/diff/index.md?from=${ids[1]}`]);
  });

  test('of a table has its rows of that day, which lead nowhere', async () => {
    const { wiki, ids } = await threeCommits();
    await using site = await served(wiki, ENGLISH);
    const { text: html } = await site.get(`/-/version/list.csv?at=${ids[0]}`);
    expect(text(html)).toContain('1 row');
    expect(html).not.toContain('row-link');
  });

  test('of a page shows the table that it held on that day', async () => {
    const wiki = await repository({
      'index.md': '# Home\n\n```{table} list.csv\n```\n',
      'list.csv': 'name\nOld\n',
    });
    const old = await wiki.head();
    await wiki.commit('New', { 'list.csv': 'name\nNew\n' });
    await using site = await served(wiki, ENGLISH);
    expect(text((await site.get(`/-/version/index.md?at=${old}`)).text)).toContain('Old');
  });

  test('of another file is the file itself, with the headers of a file', async () => {
    const wiki = await repository({ 'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' });
    const id = await wiki.head();
    await wiki.remove('a.svg');
    await using site = await served(wiki, ENGLISH);
    const { status, headers } = await site.get(`/-/version/a.svg?at=${id}`);
    expect(status).toBe(302);
    const file = await site.get(headers.location as string);
    expect(file.status).toBe(200);
    expect(file.headers['content-security-policy']).toContain('sandbox');
    expect(file.headers['x-robots-tag']).toBe('noindex');
  });

  test('without a commit is today’s', async () => {
    await using site = await served({ 'index.md': '# Home', 'a.csv': 'n\n1\n' }, ENGLISH);
    expect((await site.get('/-/version/index.md')).headers.location).toBe('/');
    expect((await site.get('/-/version/a.csv')).headers.location).toBe('/-/table/a.csv');
  });
});

describe('the files of a commit', () => {
  test('are listed with names of any kind, and what is not followed is said', async () => {
    const wiki = await repository({
      'index.md': '# Home',
      'l’été "où".txt': 'x',
      'new\nline.txt': 'x',
      '<b>.txt': 'x',
      link: symlink('/etc/passwd'),
      module: submodule(),
    });
    await using site = await served(wiki, ENGLISH);
    const id = await wiki.head();
    const { text: html } = await site.get(`/-/tree/?at=${id}`);
    expect(html).not.toContain('<b>.txt');
    expect(text(html)).toContain('Symbolic link to /etc/passwd');
    for (const href of hrefs(html, /^\/-\/version\//)) {
      const { status, headers } = await site.get(href);
      expect([200, 302], href).toContain(status);
      if (status === 302) expect((await site.get(headers.location as string)).status, href).toBe(200);
    }
    for (const kind of ['raw', 'version', 'blame'])
      for (const path of ['link', 'module', 'module/x', 'link/x', 'index.md/x', '', 'nothing', '..%2fHEAD'])
        expect((await site.get(`/-/${kind}/${path}?at=${id}`)).status, `${kind} ${path}`).toBe(404);
  });

  test('can be downloaded whole, today’s or a former commit’s', async () => {
    const { wiki, ids } = await threeCommits();
    await using site = await served(wiki, ENGLISH);
    const listing = (await site.get(`/-/tree/?at=${ids[0]}`)).text;
    const [tar, zip] = hrefs(listing, /^\/-\/archive\//);
    const archive = await site.get(tar ?? '');
    expect(archive.headers['content-type']).toBe('application/gzip');
    expect(archive.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''.*\.tar\.gz$/);
    const files = gunzipSync(archive.body).toString('latin1');
    expect(files).toContain('First line.');
    expect(files).not.toContain('Second line.');
    expect((await site.get(zip ?? '')).body.subarray(0, 2).toString()).toBe('PK');
    const again = await site.get(tar ?? '', { 'if-none-match': archive.headers.etag ?? '' });
    expect(again.status).toBe(304);
    expect((await site.ask(tar ?? '', { method: 'HEAD' })).status).toBe(200);
    expect((await site.get('/-/archive/other.tar.gz')).status).toBe(404);
  });

  test('are refused for a few seconds when too many are downloaded, without a word to the operator', async () => {
    await using site = await served({ 'index.md': '# Home' }, ENGLISH);
    const [address = ''] = hrefs((await site.get('/-/tree/')).text, /^\/-\/archive\//);
    const { promise, resolve } = Promise.withResolvers<void>();
    const held = Array.from({ length: 4 }, () => site.wiki.downloads.run(() => promise));
    const { status, headers } = await site.get(address);
    expect([status, headers['retry-after']]).toEqual([503, '5']);
    expect(site.reports).toEqual([]);
    resolve();
    await Promise.all(held);
    expect((await site.get(address)).status).toBe(200);
  });
});

describe('who wrote what', () => {
  test('is told by groups of lines, with the commit of each', async () => {
    const { wiki, ids } = await threeCommits();
    await using site = await served(wiki, ENGLISH);
    const { text: html } = await site.get('/-/blame/index.md');
    expect(hrefs(html, /^\/-\/commit\//)).toEqual(
      [0, 2, 1].map((index) => `/-/commit/${ids[index]?.slice(0, 12)}`),
    );
    expect(html).toContain('<li id="L3"><code>First line, mended.</code></li>');
    expect(text(html)).toContain('Ada Author , committed by Kim Keeper');
    expect(text((await site.get(`/-/blame/index.md?at=${ids[0]}`)).text)).not.toContain('mended');
  });

  test('is not asked of a file that is large, empty or no text', async () => {
    const wiki = await repository({
      'big.txt': 'x\n'.repeat(30_000),
      'empty.txt': '',
      'image.png': new Uint8Array([137, 80, 78, 71, 0, 1]),
    });
    await using site = await served(wiki, ENGLISH);
    const said = async (path: string) => text((await site.get(`/-/blame/${path}`)).text);
    expect(await said('big.txt')).toContain('too large');
    expect(await said('empty.txt')).toContain('is empty');
    expect(await said('image.png')).toContain('is not text');
  });
});

describe('the recent changes', () => {
  test('are told by the days of the site’s own zone', async () => {
    const wiki = await repository({ 'index.md': '# Home' }, { date: '2024-06-30T23:30:00Z' });
    await using site = await served(wiki, { overrides: { languages: ['en'], timezone: 'Europe/Paris' } });
    const { text: html } = await site.get('/-/recent');
    expect(text(html)).toContain('1 July 2024');
    expect(html).toContain('<time datetime="2024-07-01T01:30:00+02:00">');
  });

  test('are paged to the first commit, each shown once', async () => {
    const wiki = await repository({ 'a.md': '# 0' });
    for (let version = 1; version < 70; version++)
      await wiki.commit(`Version ${version}`, { 'a.md': `# ${version}` });
    await using site = await served(wiki, ENGLISH);
    const seen: string[] = [];
    for (let path: string | undefined = '/-/recent'; path; ) {
      const html: string = (await site.get(path)).text;
      seen.push(...[...html.matchAll(/<li class="version" id="(\w+)"/g)].map(([, id]) => id as string));
      path = /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen.length).toBe(70);
    expect(new Set(seen).size).toBe(70);
  });

  test('name the first files of a large commit, and what a robot did', async () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`f${n}.txt`, 'x']));
    const wiki = await repository({ 'index.md': '# Home' });
    await wiki.commit('Import', files, { author: 'renovate[bot] <bot@example.org>' });
    await using site = await served(wiki, ENGLISH);
    const said = text((await site.get('/-/recent')).text);
    expect(said).toContain('and 32 other files');
    expect(said).toContain('automated');
  });

  test('of a folder that never was are not found, and a cursor that is none is refused', async () => {
    await using site = await served({ 'index.md': '# Home' }, ENGLISH);
    expect((await site.get('/-/recent?folder=nothing')).status).toBe(404);
    for (const before of ['x', '-1', '0', '99999999999', '1e3'])
      expect((await site.get(`/-/recent?before=${before}`)).status, before).toBe(400);
  });

  test('of a wiki that is empty say so', async () => {
    await using site = await served(await repository(), ENGLISH);
    expect(text((await site.get('/-/recent')).text)).toContain('There is no change to show.');
    expect((await site.get('/-/tree/')).status).toBe(404);
  });
});
