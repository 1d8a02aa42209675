import { afterAll, beforeAll, expect, test } from 'vitest';
import { repository, symlink } from '../support/git.ts';
import { type Served, served } from '../support/served.ts';

const DAY_MS = 86_400_000;
const stamp = (days: number) =>
  `${new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '')}T100000Z`;
const calendar = (...events: readonly (readonly [name: string, days: number])[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:x',
    ...events.flatMap(([name, days]) => [
      'BEGIN:VEVENT',
      `UID:${name}@x`,
      `DTSTART:${stamp(days)}`,
      `SUMMARY:${name}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const block = (first: string, ...options: string[]) =>
  `# Page\n\n${[`\`\`\`${first}`, ...options, '```'].join('\n')}\n`;

let site: Served;
beforeAll(async () => {
  site = await served(
    {
      'index.md': '# Accueil\n',
      'liste.csv': [
        'Nom,Genre,Note',
        'Charme,arbre,3',
        'Aulne,arbre,1',
        'Bruyère,"plante, basse",2',
        ...Array.from({ length: 30 }, (_, at) => `Sapin ${at},arbre,${at + 10}`),
        '',
      ].join('\n'),
      'rdv/a.ics': calendar(['Matin', 2], ['Hier', -2]),
      'rdv/b.ics': calendar(['Midi', 1], ['Soir', 3]),
      'lien.csv': symlink('/etc/passwd'),
      'notes/un.md': '---\ndate: 2025-03-01\n---\n# Zeste\n',
      'notes/deux.md': '---\ndate: 2025-02-01\n---\n# Amande\n',
      'table.md': block('{table} liste.csv'),
      'sous/table.md': block('{table} ../liste.csv', ':rows: 2'),
      'sous/racine.md': block('{table} /liste.csv', ':rows: 2'),
      'options.md': block(
        '{table} liste.csv',
        ':title: Les basses',
        ':columns: Note, Nom',
        ':sort: -Nom',
        ':where: Genre = "plante, basse", Genre = arbre, Note = 1, Note = 2',
        ':facets: Genre',
      ),
      'wrong.md': block(
        '{table} liste.csv',
        ':columns: Rien',
        ':sort: Rien',
        ':where: Rien',
        ':rows: beaucoup',
      ),
      'agenda.md': block('{calendar} rdv/a.ics'),
      'agendas.md': block('{calendar} rdv/a.ics rdv/b.ics', ':events: 2'),
      'dossier.md': block('{calendar} rdv/'),
      'notes.md': block('{pages} notes/'),
      'nom.md': block('{pages} notes/', ':order: name'),
      'une.md': block('{pages} notes/', ':limit: 1'),
      'en.md': '# English page\n',
      'rien-table.md': block('{table} rien.csv'),
      'rien-lien.md': block('{table} lien.csv'),
      'rien-page.md': block('{table} index.md'),
      'rien-agenda.md': block('{calendar} rien.ics'),
      'rien-pages.md': block('{pages} rien/'),
      'rien-nom.md': block('{constructor} liste.csv'),
      'dehors.md': block('{table} ../../../../etc/passwd.csv'),
      'table.en.md': block('{table} liste.csv', ':rows: 2'),
    },
    { overrides: { languages: ['fr', 'en'] } },
  );
});
afterAll(() => site[Symbol.asyncDispose]());

const get = async (path: string) => (await site.get(path)).text;
const names = (html: string) =>
  [...html.matchAll(/<a class="row-link"[^>]*>([^<]+)<\/a>/g)].map(([, name]) => name);
const events = (html: string) =>
  [...html.matchAll(/<a class="title"[^>]*>([^<]+)<\/a>/g)].map(([, name]) => name);
const pages = (html: string) =>
  [...(/<ul class="page-list">.*?<\/ul>/s.exec(html)?.[0].matchAll(/<a [^>]*>([^<]*)<\/a>/g) ?? [])].map(
    ([, title]) => title,
  );
const hrefs = (html: string) =>
  [...html.matchAll(/ href="([^"]+)"/g)].map(([, href]) => (href as string).replaceAll('&amp;', '&'));

test('a table is shown in a page: its first twenty rows, and a link to all of them', async () => {
  const text = await get('/table');
  expect(names(text)).toHaveLength(20);
  expect(names(text)[0]).toBe('Charme');
  expect(text).toContain('Voir tout le tableau (33\u00a0lignes)');
  expect(hrefs(text)).toContain('/-/table/liste.csv');
  expect(text).not.toContain('<code');
});

test.each(['/sous/table', '/sous/racine'])('%s finds its table from where it is', async (path) => {
  expect(names(await get(path))).toEqual(['Charme', 'Aulne']);
});

test('a table shows the columns, the order, the rows and the choices that the page asks for', async () => {
  const text = await get('/options');
  expect(names(text)).toEqual(['Bruyère', 'Aulne']);
  expect(text).toContain('Les basses');
  expect([...text.matchAll(/<a class="sort"[^>]*>([^<]+)</g)].map(([, title]) => title)).toEqual([
    'Note',
    'Nom',
  ]);
  expect(text).toContain('aria-sort="descending"');
  expect(text).toMatch(/<p class="facet-links">.*Genre/s);
});

test('a table leads to its page with the same rows in the same order', async () => {
  const more = /<p class="block-more"><a href="([^"]+)"/.exec(await get('/options'))?.[1] ?? '';
  expect(names(await get(more.replaceAll('&amp;', '&')))).toEqual(['Bruyère', 'Aulne']);
});

test('options that name nothing are as if they were not there', async () => {
  expect(names(await get('/wrong'))).toEqual(names(await get('/table')));
});

test('a calendar shows in a page what comes next, and how to subscribe', async () => {
  const text = await get('/agenda');
  expect(events(text)).toEqual(['Matin']);
  expect(hrefs(text)).toContain('/-/calendar/rdv/a.ics');
  expect(hrefs(text)).toContain(`webcal://localhost:${site.port}/rdv/a.ics`);
});

test('several calendars are shown as one', async () => {
  expect(events(await get('/agendas'))).toEqual(['Midi', 'Matin']);
});

test('a folder of calendars is shown as one', async () => {
  const text = await get('/dossier');
  expect(events(text)).toEqual(['Midi', 'Matin', 'Soir']);
  expect(hrefs(text)).toContain('/-/calendar/rdv/');
});

test('the pages of a folder are listed in a page, by date or by name', async () => {
  expect(pages(await get('/notes'))).toEqual(['Zeste', 'Amande']);
  expect(pages(await get('/nom'))).toEqual(['Amande', 'Zeste']);
  expect(pages(await get('/une'))).toEqual(['Zeste']);
});

test('a list cut short leads to the whole', async () => {
  expect(hrefs(await get('/une'))).toContain('/notes/');
});

test('a block in an English page speaks English and leads to English pages', async () => {
  const text = await get('/en/table');
  expect(text).toContain('<html lang="en">');
  expect(text).toMatch(/33\srows/);
  for (const href of hrefs(text).filter((href) => href.startsWith('/-/table/')))
    expect(href).toContain('lang=en');
});

test.each(['/rien-table', '/rien-lien', '/rien-page', '/rien-agenda', '/rien-pages', '/rien-nom', '/dehors'])(
  'a block that names nothing stays code: %s',
  async (path) => {
    const { status, text } = await site.get(path);
    expect(status).toBe(200);
    expect(text).toContain('<code');
    expect(text).not.toContain('data-block');
  },
);

test('a block of a file that comes, changes and goes is as the file is', async () => {
  const wiki = await repository({ 'index.md': block('{table} a.csv') });
  await using site = await served(wiki, { overrides: { languages: ['fr'] } });
  const shown = async () => names((await site.get('/')).text);
  expect((await site.get('/')).text).toContain('<code');
  for (const [content, rows] of [
    ['n\nun\n', ['un']],
    ['n\ndeux\n', ['deux']],
    [null, []],
  ] as const) {
    await wiki.commit('Change', { 'a.csv': content });
    await site.wiki.update();
    expect(await shown()).toEqual(rows);
  }
});

test('a list of pages follows the pages', async () => {
  const wiki = await repository({ 'index.md': block('{pages} notes/'), 'notes/a.md': '# Un\n' });
  await using site = await served(wiki, { overrides: { languages: ['fr'] } });
  expect(pages((await site.get('/')).text)).toEqual(['Un']);
  await wiki.commit('Ajoute', { 'notes/b.md': '# Deux\n' });
  await site.wiki.update();
  expect(pages((await site.get('/')).text)).toContain('Deux');
});

test('nothing breaks in the server', () => {
  expect(site.reports).toEqual([]);
});
