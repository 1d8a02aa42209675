import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { repository, submodule, symlink } from '../support/git.ts';
import { type Served, served } from '../support/served.ts';

const DAY_MS = 86_400_000;
/** Ten in the morning, so many days from today, as a calendar writes it (UTC). */
const stamp = (days: number, now = Date.now()) =>
  `${new Date(now + days * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '')}T100000Z`;
const calendar = (...lines: string[]) =>
  `${['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Essai//FR', ...lines, 'END:VCALENDAR'].join('\r\n')}\r\n`;
const event = (uid: string, summary: string, start: string, ...lines: string[]) =>
  [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:20240101T000000Z`,
    `DTSTART${start.includes(':') ? start : `:${start}`}`,
    `SUMMARY:${summary}`,
    ...lines,
    'END:VEVENT',
  ].join('\r\n');

const meetings = calendar(
  'X-WR-CALNAME:Réunions',
  event('prochaine@x', 'La prochaine', stamp(3), 'LOCATION:Salle des Cartes', 'DESCRIPTION:Ordre du jour'),
  event('passee@x', 'La passée', stamp(-3)),
  event('serie@x', 'La série', '20240103T100000Z', 'RRULE:FREQ=WEEKLY;COUNT=40'),
  event('juin@x', 'En juin', ';VALUE=DATE:20250614'),
  event('flottante@x', 'Sans fuseau', '20250616T183000'),
  event('annulee@x', 'La perdue', stamp(4), 'STATUS:CANCELLED'),
);
const trainings = calendar(event('atelier@x', 'Un atelier', stamp(2)));
const broken = calendar(
  event('bonne@x', 'La bonne', stamp(5)),
  event('fausse@x', 'La fausse', '20250231T100000Z'),
);

const hrefs = (html: string) =>
  [...html.matchAll(/ href="([^"]+)"/g)].map(([, href]) => (href as string).replaceAll('&amp;', '&'));
const visible = (html: string) =>
  html
    .replace(/^.*<main[^>]*>|<\/main>.*$/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
/** What a page says under one of its titles. */
const section = (html: string, id: string) =>
  visible(new RegExp(`<section aria-labelledby="${id}">.*?</section>`, 's').exec(html)?.[0] ?? '');

describe('a calendar', () => {
  let site: Served;
  beforeAll(async () => {
    const wiki = await repository({
      'index.md': '# Accueil\n\n[Les réunions](rdv/reunions.ics)\n',
      'rdv/reunions.ics': meetings,
      'rdv/formations.ics': trainings,
      'casse.ics': broken,
      'texte.ics': 'Ceci n’est pas un agenda.\n',
      'lien.ics': symlink('/etc/passwd'),
      'module.ics': submodule(),
      'vieux.ics': calendar(event('v@x', 'Vieux', '20240101T100000Z')),
    });
    await wiki.rename('vieux.ics', 'rdv/ancien.ics');
    site = await served(wiki, { overrides: { languages: ['fr', 'en'], timezone: 'Europe/Paris' } });
  });
  afterAll(() => site[Symbol.asyncDispose]());
  const get = async (path: string) => (await site.get(path)).text;

  test('is a page that says what comes next, then what has been', async () => {
    const { status, headers, text } = await site.get('/-/calendar/rdv/reunions.ics');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toMatch(/<h1[^>]*>Réunions<\/h1>/);
    expect(section(text, 'upcoming')).toContain('La prochaine');
    expect(section(text, 'upcoming')).toContain('Salle des Cartes');
    expect(section(text, 'upcoming')).not.toContain('La passée');
    expect(section(text, 'past')).toContain('La passée');
    expect(section(text, 'past')).not.toContain('La prochaine');
  });

  test('says which dates are cancelled', async () => {
    expect(section(await get('/-/calendar/rdv/reunions.ics'), 'upcoming')).toMatch(/La perdue\s+Annulé/);
  });

  test('goes back through all that has been', async () => {
    const seen: string[] = [];
    for (let path: string | undefined = '/-/calendar/rdv/reunions.ics'; path; ) {
      const text: string = await get(path);
      seen.push(...[...section(text, 'past').matchAll(/La série/g)].map(String));
      path = /rel="next" href="([^"#]*past=[^"#]+)/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toHaveLength(40);
  });

  test('shows the month asked for, between its neighbours', async () => {
    const text = await get('/-/calendar/rdv/reunions.ics?month=2025-06');
    expect(visible(text)).toMatch(/juin 2025/);
    expect(text).toContain('En juin');
    expect(text).toContain('2025-06-14');
    expect(hrefs(text).map((href) => href.replace(/#.*/, ''))).toEqual(
      expect.arrayContaining([
        '/-/calendar/rdv/reunions.ics?month=2025-05',
        '/-/calendar/rdv/reunions.ics?month=2025-07',
      ]),
    );
  });

  test('shows a month asked for alone, and leads from it to the lists of dates', async () => {
    const text = await get('/-/calendar/rdv/reunions.ics?month=2025-06');
    expect(text).not.toMatch(/id="(?:upcoming|past)"/);
    expect(text).toContain('<a href="/-/calendar/rdv/reunions.ics">Dates à venir et passées</a>');
  });

  test.each(['2025-13', '0000-01', 'juin', '9999-99'])(
    'shows this month when %s is asked for',
    async (month) => {
      const now = await get('/-/calendar/rdv/reunions.ics');
      const { status, text } = await site.get(`/-/calendar/rdv/reunions.ics?month=${month}`);
      expect(status).toBe(200);
      const title = /<h2 id="month-title">.*?<\/h2>/s;
      expect(now).toMatch(title);
      expect(title.exec(text)?.[0]).toBe(title.exec(now)?.[0]);
    },
  );

  test('reads a time without a zone in that of the settings', async () => {
    const text = await get(`/-/calendar/rdv/reunions.ics?event=${encodeURIComponent('flottante@x')}`);
    expect(visible(text)).toMatch(/18[:\u202f\u00a0 ]?h?[\u202f\u00a0 ]?:?30/);
  });

  test('has a page for each date', async () => {
    const { status, text } = await site.get(
      `/-/calendar/rdv/reunions.ics?event=${encodeURIComponent('prochaine@x')}`,
    );
    expect(status).toBe(200);
    expect(text).toMatch(/<h1[^>]*>La prochaine<\/h1>/);
    expect(visible(text)).toContain('Ordre du jour');
    expect(hrefs(text)).toContain('/-/calendar/rdv/reunions.ics');
  });

  test('leads from each date to its page, among which those of a series', async () => {
    const text = await get('/-/calendar/rdv/reunions.ics?month=2024-02');
    const dates = [...new Set(hrefs(text).filter((href) => /[?]event=serie/.test(href)))];
    expect(dates.length).toBeGreaterThan(3);
    const titles = new Set<string | undefined>();
    for (const href of dates) {
      const { status, text } = await site.get(href);
      expect(status, href).toBe(200);
      titles.add(/<time[^>]*>/.exec(text)?.[0]);
    }
    expect(titles.size).toBe(dates.length);
  });

  test.each(['rdv/reunions.ics?event=inconnue', 'rdv/rien.ics', 'rien/', 'index.md'])(
    '/-/calendar/%s is not found',
    async (path) => {
      expect((await site.get(`/-/calendar/${path}`)).status).toBe(404);
    },
  );

  test('is subscribed to and downloaded at the address of its file', async () => {
    const text = await get('/-/calendar/rdv/reunions.ics');
    expect(hrefs(text)).toContain(`webcal://localhost:${site.port}/rdv/reunions.ics`);
    expect(hrefs(text)).toContain('/rdv/reunions.ics');
    const file = await site.get('/rdv/reunions.ics');
    expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(file.text).toBe(meetings);
  });

  test.each(['/-/calendar/', '/-/calendar/rdv/'])(
    '%s is the calendar of all the files there',
    async (path) => {
      const { status, text } = await site.get(path);
      expect(status).toBe(200);
      const next = section(text, 'upcoming');
      expect(next.indexOf('Un atelier')).toBeGreaterThan(-1);
      expect(next.indexOf('Un atelier')).toBeLessThan(next.indexOf('La prochaine'));
      expect(hrefs(text)).toContain('/-/calendar/rdv/formations.ics');
      expect(hrefs(text)).toContain(`webcal://localhost:${site.port}${path}?format=ics`);
    },
  );

  test('of a folder can be subscribed to as one', async () => {
    const { headers, text } = await site.get('/-/calendar/rdv/?format=ics');
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(text.match(/BEGIN:VCALENDAR/g)).toHaveLength(1);
    expect(text.match(/END:VCALENDAR/g)).toHaveLength(1);
    for (const summary of ['La prochaine', 'Un atelier', 'La série'])
      expect(text).toContain(`SUMMARY:${summary}`);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('with a date that does not exist shows the others, and the line of that one', async () => {
    const text = await get('/-/calendar/casse.ics');
    expect(section(text, 'upcoming')).toContain('La bonne');
    expect(visible(text)).toContain('dans les données');
    expect(text).toMatch(/<tr><td class="number">1[0-3]<\/td>/);
  });

  test('which is none is a page that says so', async () => {
    const { status, text } = await site.get('/-/calendar/texte.ics');
    expect(status).toBe(200);
    expect(visible(text)).toContain('dans les données');
  });

  test.each(['/-/calendar/lien.ics', '/-/calendar/module.ics'])(
    '%s, which is no file, is not followed',
    async (path) => {
      expect((await site.get(path)).status).toBe(404);
    },
  );

  test('renamed is found by its old name', async () => {
    const { status, headers } = await site.get('/-/calendar/vieux.ics');
    expect(status).toBe(301);
    expect(headers.location).toMatch(/\/-\/calendar\/rdv\/ancien\.ics$/);
  });

  test('is where a link of a page to its file leads', async () => {
    expect(hrefs(await get('/'))).toContain('/-/calendar/rdv/reunions.ics');
  });

  test('speaks the language asked for, and keeps it', async () => {
    const { headers, text } = await site.get('/-/calendar/rdv/reunions.ics?lang=en&month=2025-06');
    expect(headers['content-language']).toBe('en');
    const around = hrefs(text).filter((href) => /^\/-\/calendar\/.*[?](?:month|past|event)=/.test(href));
    const inFrench = '/-/calendar/rdv/reunions.ics?month=2025-06';
    expect(around).toContain(inFrench);
    for (const href of around.filter((href) => href !== inFrench)) expect(href).toContain('lang=en');
  });

  test('breaks nothing in the server', () => {
    expect(site.reports).toEqual([]);
  });
});

describe('time', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('makes of what comes next what has been, on the page of the calendar and in a page that shows it', async () => {
    const files = {
      'index.md': '# Accueil\n\n```{calendar} a.ics\n```\n',
      'a.ics': calendar(event('a@x', 'Demain', stamp(1))),
    };
    await using site = await served(files, { overrides: { languages: ['fr'] } });
    expect(section((await site.get('/-/calendar/a.ics')).text, 'upcoming')).toContain('Demain');
    expect((await site.get('/')).text).toContain('Demain');
    vi.useFakeTimers({ now: Date.now() + 3 * DAY_MS, toFake: ['Date'] });
    expect(section((await site.get('/-/calendar/a.ics')).text, 'upcoming')).not.toContain('Demain');
    expect((await site.get('/')).text).not.toContain('Demain');
  });
});
