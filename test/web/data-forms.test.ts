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
  const decoded = text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
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
});
