import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Api, apiOf } from '../support/api-answers.ts';
import { example } from '../support/example.ts';
import { repository } from '../support/git.ts';
import { type Served, served } from '../support/served.ts';

describe('the API of the example', () => {
  let site: Served;
  let api: Api;
  beforeAll(async () => {
    site = await served(await example());
    api = await apiOf(site);
  });
  afterAll(() => site[Symbol.asyncDispose]());

  test('tells the site, its languages and where to go on', async () => {
    const { status, json, headers } = await api.ask('');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/json');
    expect(json.defaultLanguage).toBe('fr');
    expect(json.languages.map(({ homeUrl }: { homeUrl: string }) => homeUrl)).toEqual([
      `${site.origin}/`,
      `${site.origin}/en/`,
    ]);
    for (const address of Object.values(json.resources) as string[]) {
      const path = address.replace(`${site.origin}/-/api/v1`, '');
      expect((await api.ask(path === '/search' ? '/search?q=logiciel' : path)).status, path).toBe(200);
    }
  });

  test('finds what words say, in the language of the reader, part by part', async () => {
    const { json } = await api.ask('/search?q=logiciels&limit=3');
    expect(json.total).toBeGreaterThan(3);
    expect(json.items).toHaveLength(3);
    expect(json.items[0].url.startsWith(`${site.origin}/`)).toBe(true);
    expect(json.items[0].titleSegments.map(({ text }: { text: string }) => text).join('')).toBe(
      json.items[0].title,
    );
    const reply = await (await api.ask('/search?q=logiciels&limit=3')).next();
    expect(reply?.json.items[0]).not.toEqual(json.items[0]);
    const rows = await api.ask('/search?q=logiciels&kind=row&in=fr');
    for (const { kind } of rows.json.items) expect(kind).toBe('row');
    expect((await api.ask('/search?q=%00%22-*')).json.items).toEqual([]);
  });

  test('lists all the pages, part by part, each once', async () => {
    const seen: string[] = [];
    for (let reply: Awaited<ReturnType<Api['ask']>> | undefined = await api.ask('/pages?limit=7'); reply; ) {
      expect(reply.json.items.length).toBeLessThanOrEqual(7);
      seen.push(...reply.json.items.map(({ path }: { path: string }) => path));
      if (reply.json.next) expect(reply.headers.link).toContain(`<${reply.json.next}>; rel="next"`);
      reply = await reply.next();
    }
    const whole = await api.ask('/pages?limit=500');
    expect(seen).toEqual(whole.json.items.map(({ path }: { path: string }) => path));
    expect(whole.json.next).toBeNull();
    expect(seen.length).toBeGreaterThan(20);
  });

  test('lists the pages of a language in a folder', async () => {
    const { json } = await api.ask('/pages?language=en&folder=/guides/');
    expect(json.items.map(({ path }: { path: string }) => path)).toContain('guides/index.en.md');
    for (const { path, language } of json.items) {
      expect(path).toMatch(/^guides\//);
      expect(language).toBe('en');
    }
  });

  test('gives each page of the wiki as described', async () => {
    const { json } = await api.ask('/pages?limit=500');
    for (const { path } of json.items) expect((await api.ask(`/pages/${path}`)).status, path).toBe(200);
  });

  test('gives a page whole, or in the parts asked for', async () => {
    const { json } = await api.ask('/pages/guides/publier-son-code.md');
    expect(json.markdown).toContain('# ');
    expect(json.html).toContain('<h2');
    expect(json.outline[0]).toHaveProperty('slug');
    expect(json.translations.map(({ language }: { language: string }) => language)).toEqual(['en']);
    const some = await api.ask('/pages/guides/publier-son-code.md?fields=outline,markdown');
    expect(some.json).toHaveProperty('markdown');
    expect(some.json).not.toHaveProperty('html');
    const same = await api.ask('/pages/guides%2Fpublier-son-code.md?fields=outline&fields=markdown');
    expect(same.json).toEqual(some.json);
  });

  test('gives the tables, the rows and their columns', async () => {
    const { json: list } = await api.ask('/tables');
    expect(list.items[0].path).toBe('logiciels.csv');
    const { json } = await api.ask('/tables/logiciels.csv?size=3&page=2');
    expect(json.rows).toHaveLength(3);
    expect(Object.keys(json.rows[0].values)).toEqual(json.columns.map(({ name }: { name: string }) => name));
    expect(json.next).toContain('page=3');
  });

  test('gives the events of a year, in order', async () => {
    const { json } = await api.ask('/events?from=2026-01-01&to=2027-01-01&limit=1000');
    const starts = json.items.map(({ start }: { start: { at: string } }) => start.at);
    expect(starts.length).toBeGreaterThan(10);
    expect(starts).toEqual(starts.toSorted());
    expect(json.from).toBe('2025-12-31T23:00:00Z');
    const calendars = await api.ask('/calendars');
    expect((await api.ask(`/events?calendar=${calendars.json.items[0].path}`)).status).toBe(200);
  });

  test('goes on with the same span from one part of the events to the next', async () => {
    const all = await api.ask('/events?from=2026-01-01&to=2026-12-31&limit=1000');
    const seen: unknown[] = [];
    let reply: Awaited<ReturnType<Api['ask']>> | undefined = await api.ask(
      '/events?from=2026-01-01&to=2026-12-31&limit=5',
    );
    for (; reply; reply = await reply.next()) {
      expect(reply.json.to).toBe(all.json.to);
      seen.push(...reply.json.items);
    }
    expect(seen).toEqual(all.json.items);
  });

  test('gives the collections and their pages in the order of their dates', async () => {
    const { json: list } = await api.ask('/collections?language=en');
    expect(list.items).toMatchObject([{ name: 'reports', title: 'Monthly reports', folder: '2026' }]);
    const { json } = await api.ask('/collections/reports?limit=2');
    expect(json.items).toHaveLength(2);
    expect(json.items[0].placedAt > json.items[1].placedAt).toBe(true);
    expect(json.next).not.toBeNull();
  });

  test('lists what was committed, the newest first, to the first commit', async () => {
    const seen: { commit: string; committedAt: string }[] = [];
    let reply: Awaited<ReturnType<Api['ask']>> | undefined = await api.ask('/changes?limit=10');
    for (; reply; reply = await reply.next()) seen.push(...reply.json.items);
    expect(new Set(seen.map(({ commit }) => commit)).size).toBe(seen.length);
    const { json } = await api.ask('');
    expect(seen[0]?.commit).toBe(json.revision.commit);
  });

  test('lists the changes of a folder in a span of time', async () => {
    const { json } = await api.ask('/changes?folder=guides&since=2026-02-01&until=2026-04-01T00:00:00Z');
    for (const { committedAt, files } of json.items) {
      expect(committedAt >= '2026-02-01' && committedAt < '2026-04-01').toBe(true);
      expect(files.some(({ path }: { path: string }) => path.startsWith('guides/'))).toBe(true);
    }
  });
});

describe('a page of the API', () => {
  let site: Served;
  let api: Api;
  beforeAll(async () => {
    const wiki = await repository({
      'index.md':
        '---\ntags: [accueil, "100 %"]\nx: { y: 1 }\n---\n# Accueil\n\n[Guide](guide.md), [rien](rien.md), [dehors](https://forge.example/), [ici](#ici), ![Logo](logo.svg)\n\n## Ici\n',
      'index.en.md': '# Home\n\n[Guide](guide.md) [page](/en/guide)\n',
      'guide.md': '# Guide\n\n[Accueil](/)\n',
      'guide.en.md': '# Guide\n',
      'autre.md': '---\ntags: accueil\n---\n# Autre\n\n"100 %", [guide](guide)\n',
      'brouillon.md': '---\ndraft: true\n---\n# Brouillon\n\n[Guide](guide.md)\n',
      'dossier/index.md': '# Dossier\n\n[Écrit de la racine](dossier/nouveau.md)\n',
      'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>',
      'ancien.md': '# Ancien\n',
      'étrange #1 %.md': '# Étrange\n',
      'liste.csv': 'Nom,page,Licence\nGreffe,1,EUPL-1.2\nAutre,2,MIT\nEncore,3,MIT\n',
      'vide.csv': '',
    });
    await wiki.rename('ancien.md', 'dossier/nouveau.md');
    await wiki.rename('liste.csv', 'donnees/liste.csv');
    await wiki.commit('Ajoute', { 'retire.md': '# Retirée\n', 'retire.csv': 'a\n1\n' });
    await wiki.remove('retire.md');
    await wiki.remove('retire.csv');
    site = await served(wiki, { overrides: { languages: ['fr', 'en'] } });
    api = await apiOf(site);
  });
  afterAll(() => site[Symbol.asyncDispose]());
  const paths = async (path: string) =>
    (await api.ask(path)).json.items.map(({ path }: { path: string }) => path);

  test('tells what the checks find, part by part', async () => {
    const all = await api.ask('/findings');
    expect(all.json.items.length).toBeGreaterThan(2);
    expect(all.json.total).toBe(all.json.items.length);
    expect(all.json.items).toContainEqual(
      expect.objectContaining({ rule: 'dead-link', severity: 'error', path: 'index.md', line: 7 }),
    );
    const seen: unknown[] = [];
    for (
      let reply: Awaited<ReturnType<Api['ask']>> | undefined = await api.ask('/findings?limit=1');
      reply;
    ) {
      seen.push(...reply.json.items);
      reply = await reply.next();
    }
    expect(seen).toEqual(all.json.items);
    const errors = await api.ask('/findings?severity=error&language=en');
    for (const { severity } of errors.json.items) expect(severity).toBe('error');
    expect((await api.ask('/findings?folder=dossier')).json.items).toEqual(
      all.json.items.filter(({ path }: { path: string }) => path.startsWith('dossier/')),
    );
  });

  test('says where each of its links leads', async () => {
    const { json } = await api.ask('/pages/index.md');
    expect(
      json.links.map(({ leadsTo, url }: { leadsTo: string; url: string | null }) => [leadsTo, url]),
    ).toEqual([
      ['page', `${site.origin}/guide`],
      ['nothing', null],
      ['outside', 'https://forge.example/'],
      ['here', `${site.origin}/#ici`],
      ['file', `${site.origin}/logo.svg`],
    ]);
  });

  test('names the pages that link to it as its readers are led, without drafts', async () => {
    const { json } = await api.ask('/pages/guide.md?fields=backlinks');
    expect(json.backlinks.map(({ path }: { path: string }) => path)).toEqual(['autre.md', 'index.md']);
    const english = await api.ask('/pages/guide.en.md?fields=backlinks');
    expect(english.json.backlinks.map(({ path }: { path: string }) => path)).toEqual([
      'index.en.md',
      'index.en.md',
    ]);
    const home = await api.ask('/pages/index.md?fields=backlinks');
    expect(home.json.backlinks.map(({ path }: { path: string }) => path)).toEqual(['guide.md']);
  });

  test('names a page of its folder that links to it from the root', async () => {
    const { json } = await api.ask('/pages/dossier/nouveau.md?fields=backlinks');
    expect(json.backlinks).toMatchObject([{ path: 'dossier/index.md', line: 3 }]);
  });

  test('keeps the keys of its front matter that have no meaning here', async () => {
    const { json } = await api.ask('/pages/index.md');
    expect(json.frontMatter).toEqual({ tags: ['accueil', '100 %'], x: { y: 1 } });
  });

  test('is found by a tag, and by nothing that only looks like one', async () => {
    expect(await paths('/pages?tag=accueil')).toEqual(['autre.md', 'index.md']);
    expect(await paths('/pages?tag=100%20%25')).toEqual(['index.md']);
    expect(await paths('/pages?tag=acc%25')).toEqual([]);
    expect(await paths('/pages?tag=accueil&limit=1')).toEqual(['autre.md']);
  });

  test('that is a draft is in no list, and says so when asked for', async () => {
    expect(await paths('/pages')).not.toContain('brouillon.md');
    expect((await api.ask('/pages/brouillon.md')).json.draft).toBe(true);
  });

  test('under its former name, under its address and without extension leads to its path', async () => {
    for (const [asked, path] of [
      ['ancien.md', 'dossier/nouveau.md'],
      ['ancien', 'dossier/nouveau.md'],
      ['dossier/nouveau', 'dossier/nouveau.md'],
      ['guide', 'guide.md'],
    ]) {
      const { status, headers } = await api.ask(`/pages/${asked}?fields=outline`);
      expect(status, asked).toBe(301);
      expect(headers.location).toBe(`/-/api/v1/pages/${path}?fields=outline`);
      expect(headers['access-control-allow-origin']).toBe('*');
    }
  });

  test('that was deleted is gone, and says when', async () => {
    const { status, json } = await api.ask('/pages/retire.md');
    expect(status).toBe(410);
    expect(json.detail).toMatch(/^retire\.md was deleted on \d{4}-\d{2}-\d{2}\.$/);
  });

  test('whose name needs encoding has an address that leads to it', async () => {
    const { json } = await api.ask('/pages');
    const { apiUrl } = json.items.find(({ title }: { title: string }) => title === 'Étrange');
    const { status, json: page } = await api.ask(apiUrl.replace(`${site.origin}/-/api/v1`, ''));
    expect(status).toBe(200);
    expect(page.path).toBe('étrange #1 %.md');
  });

  test('that nobody knows is a problem that says what to name', async () => {
    const { status, json, headers } = await api.ask('/pages/inconnue.md');
    expect(status).toBe(404);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(json).toMatchObject({ type: '/-/api#not-found', status: 404 });
  });

  test('of another kind is not answered', async () => {
    expect((await api.ask('/pages/logo.svg')).status).toBe(404);
    expect((await api.ask('/tables/index.md')).status).toBe(404);
    expect((await api.ask('/events?calendar=donnees/liste.csv')).status).toBe(404);
  });

  test('a table under its former name leads to its path, a deleted one is gone', async () => {
    const { status, headers } = await api.ask('/tables/liste.csv?size=2');
    expect(status).toBe(301);
    expect(headers.location).toBe('/-/api/v1/tables/donnees/liste.csv?size=2');
    expect((await api.ask('/tables/retire.csv')).status).toBe(410);
  });

  const rows = async (query: string) =>
    (await api.ask(`/tables/donnees/liste.csv${query}`)).json.rows.map(
      ({ values }: { values: { Nom: string } }) => values.Nom,
    );

  test('a table is asked in the words of its page', async () => {
    expect(await rows('?Licence=MIT&sort=-Nom')).toEqual(['Encore', 'Autre']);
    expect(await rows('?_page=3')).toEqual(['Encore']);
    expect(await rows('?q=eupl')).toEqual(['Greffe']);
    expect(await rows('?row=Autre')).toEqual(['Autre']);
    expect(await rows('?row=personne')).toEqual([]);
    expect(await rows('?page=9')).toEqual([]);
    expect(await rows('?q=&sort=&size=&Licence=MIT')).toEqual(['Autre', 'Encore']);
  });

  test('a table of nothing has no row', async () => {
    expect((await api.ask('/tables/vide.csv')).json).toMatchObject({ rowCount: 0, rows: [], columns: [] });
  });

  test('a table is given as CSV, all its pages', async () => {
    const { headers, text } = await api.ask('/tables/donnees/liste.csv?format=csv&Licence=MIT&size=1');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(text).toBe('Nom,page,Licence\r\nAutre,2,MIT\r\nEncore,3,MIT\r\n');
  });
});
