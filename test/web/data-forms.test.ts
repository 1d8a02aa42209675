import { describe, expect, test } from 'vitest';
import { ADA, type Contributing, contributing } from '../support/contributing.ts';

const TABLE = '/-/edit/liste.csv';
const FILES = {
  'liste.csv': 'id;nom;état\n1;"Un ""beau"" nom";ouvert\n2;Deux;fermé\n',
  'liste.schema.json': JSON.stringify({
    fields: [
      { name: 'id', type: 'integer', constraints: { required: true, unique: true } },
      { name: 'nom', constraints: { required: true } },
      { name: 'état', constraints: { enum: ['ouvert', 'fermé'] } },
    ],
    primaryKey: 'id',
  }),
  'dates.ics': 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n',
};

/** Sends a form of data as its page shows it, with some fields filled in. */
async function send(site: Contributing, path: string, form: string, fields: Record<string, string>) {
  const page = (await site.get(path)).text;
  const text = / name="text" hidden[^>]*>\n?([\s\S]*?)<\/textarea>/.exec(page)?.[1] ?? '';
  const decoded = text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  const base = await site.base(path);
  return await site.press(path, { do: 'send', base, form, text: decoded, ...ADA, ...fields });
}

async function patch(site: Contributing): Promise<string> {
  await site.press(await site.link(ADA.address), { do: 'send' });
  return (await site.deliver()).at(-1) ?? '';
}

describe('a table', () => {
  test('is edited cell by cell, its values chosen where its schema names them', async () => {
    await using site = await contributing(FILES);
    const page = (await site.get(TABLE)).text;
    expect(page).toContain('name="c.2.1"');
    expect(page).toMatch(/<select name="c\.3\.2"[\s\S]*?<option value="fermé" selected/);
  });

  test('changes in the rows that were touched alone', async () => {
    await using site = await contributing(FILES);
    await send(site, TABLE, 'table', { 'c.3.2': 'ouvert', 'n.0': '3', 'n.1': 'Tro;is' });
    const mail = await patch(site);
    expect(mail).toMatch(/^-2;Deux;ferm/m);
    expect(mail).toMatch(/^\+2;Deux;ouvert$/m);
    expect(mail).toMatch(/^\+3;"Tro;is";$/m);
    expect(mail).not.toMatch(/^[-+]1;/m);
  });

  test('takes several new rows at once, and none for those left empty', async () => {
    await using site = await contributing(FILES);
    const page = (await site.get(TABLE)).text;
    const text = / name="text" hidden[^>]*>\n?([\s\S]*?)<\/textarea>/.exec(page)?.[1] ?? '';
    const fields = new URLSearchParams({ do: 'send', form: 'table', base: await site.base(TABLE), ...ADA });
    fields.set('text', text.replaceAll('&quot;', '"'));
    for (const cells of [
      ['3', 'Trois', 'ouvert'],
      ['', '', ''],
      ['4', 'Quatre', ''],
    ])
      for (const [index, cell] of cells.entries()) fields.append(`n.${index}`, cell);
    await site.ask(TABLE, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: fields.toString(),
    });
    const mail = await patch(site);
    expect(mail).toMatch(/^\+3;Trois;ouvert\n\+4;Quatre;$/m);
  });

  test('loses the rows that are ticked', async () => {
    await using site = await contributing(FILES);
    await send(site, TABLE, 'table', { 'x.2': 'on' });
    expect(await patch(site)).toMatch(/^-1;"Un ""beau"" nom";ouvert$/m);
  });

  test.each([
    ['a value that its schema does not know', { 'c.3.2': 'peut-être' }],
    ['a missing value', { 'c.3.1': '' }],
    ['a key that is taken', { 'n.0': '2', 'n.1': 'Encore' }],
  ])('is not sent with %s: what was typed stays, and the line is told', async (_, fields) => {
    await using site = await contributing(FILES);
    const refused = await send(site, TABLE, 'table', fields);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('Corrigez ce qui est signalé');
    expect(refused.text).toContain('file-problems');
    for (const value of Object.values(fields)) expect(refused.text).toContain(value);
  });

  test('may be edited as a text', async () => {
    await using site = await contributing(FILES);
    const page = (await site.get(`${TABLE}?as=text`)).text;
    expect(page).toContain('id="edit-text" name="text"');
    expect(page).toContain(`href="${TABLE}"`);
  });

  test('with more cells than a form holds is edited as a text', async () => {
    const rows = Array.from({ length: 4_000 }, (_, at) => `${at},x`).join('\n');
    await using site = await contributing({ 'liste.csv': `id,nom\n${rows}\n` });
    expect((await site.get(TABLE)).text).toContain('id="edit-text" name="text"');
  });
});

describe('a calendar', () => {
  const CALENDAR = '/-/edit/dates.ics';
  const MEETING = {
    'event-summary': 'Atelier',
    'event-date': '2027-03-04',
    'event-from': '14:00',
    'event-to': '15:00',
  };

  test('takes an event by a form, and keeps the ends of its lines', async () => {
    await using site = await contributing(FILES);
    const before = (await site.get(CALENDAR)).text;
    expect(before).toContain('name="event-summary"');
    await send(site, CALENDAR, 'event', MEETING);
    const mail = await patch(site);
    expect(mail).toContain('+SUMMARY:Atelier');
    expect(mail).toMatch(/^\+DTSTART[^\n]*20270304T140000/m);
    expect(mail).not.toMatch(/^-[A-Z]/m);
  });

  test('is told what keeps an event from being added, with what was typed', async () => {
    await using site = await contributing(FILES);
    const refused = await send(site, CALENDAR, 'event', { ...MEETING, 'event-to': '13:00' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('La fin doit suivre le début.');
    expect(refused.text).toContain('value="Atelier"');
  });

  test('keeps an event that was looked at first, once', async () => {
    await using site = await contributing(FILES);
    const seen = await send(site, CALENDAR, 'event', { ...MEETING, do: 'preview' });
    const text = / name="text" hidden[^>]*>\n?([\s\S]*?)<\/textarea>/.exec(seen.text)?.[1] ?? '';
    expect(seen.text).not.toContain('value="Atelier"');
    const base = await site.base(CALENDAR);
    await site.press(CALENDAR, { do: 'send', form: 'event', text, base, ...ADA });
    expect((await patch(site)).match(/SUMMARY:Atelier/g)).toHaveLength(1);
  });

  const WITH_EVENT = {
    ...FILES,
    'dates.ics': [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:x',
      'BEGIN:VEVENT',
      'UID:un@wiki.example',
      'DTSTAMP:20270101T000000Z',
      'DTSTART;VALUE=DATE:20270304',
      'SUMMARY:Rencontre <b>',
      'X-AUTRE:gardé',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:deux@wiki.example',
      'DTSTART;VALUE=DATE:20270405',
      'SUMMARY:Autre',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  };
  const UID = 'un@wiki.example';

  test('has its events changed by the same form, the rest of each kept', async () => {
    await using site = await contributing(WITH_EVENT);
    const event = (await site.get('/-/calendar/dates.ics?event=un%40wiki.example')).text;
    expect(event).toContain(`href="${CALENDAR}?event=un%40wiki.example"`);
    const page = (await site.get(`${CALENDAR}?event=un%40wiki.example`)).text;
    expect(page).toContain('Changer cet événement');
    expect(page).toContain('value="Rencontre &lt;b&gt;"');
    expect(page).toContain('value="2027-03-04"');
    await send(site, CALENDAR, 'event', { ...MEETING, 'event-uid': UID, 'event-repeats': 'no' });
    const mail = await patch(site);
    expect(mail).toMatch(/^-SUMMARY:Rencontre <b>/m);
    expect(mail).toMatch(/^\+SUMMARY:Atelier/m);
    expect(mail).toMatch(/^\+DTSTART;TZID=\S+:20270304T140000/m);
    expect(mail).not.toMatch(/^-X-AUTRE/m);
    expect(mail.match(/^[-+](?:BEGIN|END):VEVENT/gm)).toBeNull();
  });

  test('shows an event in the form by a button, and removes one: seen first, as it will be published', async () => {
    await using site = await contributing(WITH_EVENT);
    const asked = await send(site, CALENDAR, 'event', { do: '', 'event-edit': UID });
    expect(asked.text).toContain('value="Rencontre &lt;b&gt;"');
    const seen = await send(site, CALENDAR, 'event', { do: '', 'event-remove': UID });
    const preview = /id="preview"[\s\S]*?<\/section>\s*<\/div>/.exec(seen.text)?.[0] ?? seen.text;
    expect(preview).toContain('class="event-list"');
    expect(preview).toContain('Autre');
    expect(preview).not.toContain('event-title"><span lang="fr">Rencontre');
    const text = / name="text" hidden[^>]*>\n?([\s\S]*?)<\/textarea>/.exec(seen.text)?.[1] ?? '';
    expect(text).not.toContain('Rencontre');
    const base = await site.base(CALENDAR);
    await site.press(CALENDAR, { do: 'send', form: 'event', text, base, ...ADA });
    const mail = await patch(site);
    expect(mail).toMatch(/^-UID:un@wiki\.example/m);
    expect(mail).not.toMatch(/^[-+]UID:deux/m);
  });

  test('changes nothing of an event that is gone, or with a fault, and keeps what was typed', async () => {
    await using site = await contributing(WITH_EVENT);
    const gone = await send(site, CALENDAR, 'event', { ...MEETING, 'event-uid': 'rien@wiki.example' });
    expect(gone.status).toBe(400);
    expect(gone.text).toContain('n’est plus dans l’agenda');
    const wrong = await send(site, CALENDAR, 'event', { ...MEETING, 'event-uid': UID, 'event-to': '13:00' });
    expect(wrong.text).toContain('La fin doit suivre le début.');
    expect(wrong.text).toContain(`name="event-uid" value="${UID}"`);
  });

  test('is previewed as events from its text too, with what is wrong in it', async () => {
    await using site = await contributing(WITH_EVENT);
    const text = WITH_EVENT['dates.ics'].replaceAll('\r\n', '\n').replace('20270304', '20270399');
    const base = await site.base(`${CALENDAR}?as=text`);
    const seen = await site.press(CALENDAR, { do: 'preview', text, base, ...ADA });
    expect(seen.text).toContain('class="event-list"');
    expect(seen.text).toContain('20270399');
    expect(seen.text).toContain('n’est pas une date qui existe');
  });
});
