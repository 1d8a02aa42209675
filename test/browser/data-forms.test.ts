import { describe, expect, test } from 'vitest';
import { accessibilityFaults } from '../support/axe.ts';
import { hasChromium, phone, withChromium } from '../support/chromium.ts';
import { contributing } from '../support/contributing.ts';

const FILES = {
  'liste.csv': 'nom,état\nUn,ouvert\nDeux,fermé\n',
  'liste.schema.json': JSON.stringify({
    fields: [{ name: 'nom' }, { name: 'état', constraints: { enum: ['ouvert', 'fermé'] } }],
  }),
  'dates.ics': [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:x',
    'BEGIN:VEVENT',
    'UID:un@wiki.example',
    'DTSTAMP:20270101T000000Z',
    'DTSTART;VALUE=DATE:20990304',
    'SUMMARY:Rencontre',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n'),
};

describe.skipIf(!hasChromium)('forms of data', () => {
  const open = withChromium();

  test('a table is filled in by the keyboard alone: its cells, a new row, and back', async () => {
    await using site = await contributing(FILES);
    const page = await open({ viewport: phone });
    await page.goto(`${site.origin}/-/edit/liste.csv`);
    await page.getByText('Au clavier').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key);
      return await focused();
    };
    await page.getByLabel('nom, 2', { exact: true }).focus();
    expect(await press('ArrowDown')).toBe('nom, 3');
    expect(await press('ArrowUp')).toBe('nom, 2');
    await page.keyboard.type('Une');
    expect(await press('Escape')).toBe('nom, 2');
    expect(await page.getByLabel('nom, 2', { exact: true }).inputValue()).toBe('Un');
    expect(await press('End', 'ArrowRight')).toBe('état, 2');
    expect(await press('ArrowRight')).toBe('Supprimer la ligne 2');
    expect(await press('ArrowLeft', 'ArrowLeft')).toBe('nom, 2');
    expect(await press('Enter', 'Enter')).toBe('nom, nouvelle');
    expect(await press('Enter')).toBe('nom, nouvelle');
    await page.keyboard.type('Trois');
    expect(await press('Enter')).toBe('nom, nouvelle 2');
    expect(await page.locator('[data-grid-said]').textContent()).toBe('Ligne ajoutée\u202f: nouvelle 2');
    await page.keyboard.type('Quatre');
    expect(await press('Shift+Enter', 'Shift+Enter')).toBe('nom, 3');
    await page.getByRole('button', { name: 'Ajouter une ligne' }).press('Enter');
    expect(await focused()).toBe('nom, nouvelle 3');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(page.url()).toContain('/-/edit/liste.csv');
    await page.getByRole('button', { name: 'Voir comment' }).press('Enter');
    await page.locator('ins', { hasText: 'Trois' }).first().waitFor();
    expect(await page.locator('.difference').textContent()).toContain('Quatre');
  });

  test.each([true, false])('an event is changed, then removed (script: %s)', async (javaScriptEnabled) => {
    await using site = await contributing(FILES);
    const page = await open({ viewport: phone, javaScriptEnabled });
    const isAccessible = async () =>
      expect(javaScriptEnabled ? await accessibilityFaults(page) : []).toEqual([]);
    await page.goto(`${site.origin}/-/edit/dates.ics`);
    await isAccessible();
    await page.getByRole('button', { name: 'Changer\u202f: Rencontre' }).click();
    await page.getByLabel('Titre').fill('Atelier');
    await page.getByLabel('Titre').press('Enter');
    await page.locator('.edit-preview .event-title', { hasText: 'Atelier' }).waitFor();
    await isAccessible();
    await page.getByRole('button', { name: 'Supprimer\u202f: Atelier' }).click();
    await page.locator('.edit-preview').getByText('Il n’y a aucun événement.').waitFor();
    await isAccessible();
  });
});
