import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFaults } from '../support/axe.ts';
import { hasChromium, phone, withChromium } from '../support/chromium.ts';
import { ADA, type Contributing, contributing } from '../support/contributing.ts';

describe.skipIf(!hasChromium)('somebody who knows no Git', () => {
  const open = withChromium();

  /** Mends the page and sends it, up to the mail that asks to confirm. */
  async function mend(page: Page, site: Contributing): Promise<void> {
    await page.goto(`${site.origin}/guides/faq`);
    await page.getByRole('link', { name: 'Améliorer cette page' }).click();
    const field = page.getByLabel('Texte');
    await field.fill((await field.inputValue()).replace('20 jours', '30 jours'));
    await page.getByRole('button', { name: 'Voir comment il se lira' }).click();
    await page.getByText('Le délai est de 30 jours.', { exact: true }).first().waitFor();
    await page.getByLabel('En une ligne').fill(ADA.reason);
    await page.getByLabel('Votre nom').fill(ADA.name);
    await page.getByLabel('Votre adresse').fill(ADA.address);
    await page.getByRole('button', { name: 'Envoyer la modification' }).click();
    await page.getByRole('heading', { name: 'Regardez vos messages' }).waitFor();
  }

  test.each([
    ['with JavaScript', true],
    ['without', false],
  ])('mends a page from a phone, %s, and sees it proposed', async (_, javaScriptEnabled) => {
    await using site = await contributing();
    const page = await open({ viewport: phone, javaScriptEnabled });
    await mend(page, site);
    await page.goto(site.origin + (await site.link(ADA.address)));
    await page.getByRole('button', { name: 'L’envoyer' }).click();
    await page.getByRole('heading', { name: 'Merci' }).waitFor();
    await site.deliver();
    await page.goto(site.origin + (await site.link(ADA.address)));
    await page.getByRole('link', { name: 'La voir, proposition 1' }).click();
    await page.getByRole('heading', { name: ADA.reason }).waitFor();
    expect(await page.locator('ins').first().textContent()).toContain('30');
  });

  test('sees beside the text how it will be read, as they type', async () => {
    await using site = await contributing();
    const page = await open({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${site.origin}/-/edit/guides/faq.md`);
    await page.getByLabel('Texte').press('Control+End');
    await page.keyboard.type('Une phrase **de plus**.');
    expect(await page.locator('.edit-preview strong').textContent()).toBe('de plus');
  });

  test('finds again what they had typed, until it is sent', async () => {
    await using site = await contributing();
    const page = await open();
    const address = `${site.origin}/-/edit/guides/faq.md`;
    await page.goto(address);
    await page.getByLabel('Texte').fill('# Questions\n\nTout autre chose.\n');
    await page.goto(address);
    await page.getByRole('button', { name: 'Le reprendre' }).click();
    expect(await page.getByLabel('Texte').inputValue()).toContain('Tout autre chose.');
    await mend(page, site);
    await page.goto(address);
    expect(await page.getByRole('button', { name: 'Le reprendre' }).isVisible()).toBe(false);
  });

  test('is told with links what is missing, which keep to the rules of accessibility', async () => {
    await using site = await contributing();
    const page = await open({ viewport: phone });
    await page.goto(`${site.origin}/-/edit/guides/faq.md?lang=en`);
    await page.getByRole('button', { name: 'Send the change' }).click();
    await page.getByRole('link', { name: /^Give your name/ }).click();
    expect(await page.evaluate(() => location.hash)).toBe('#edit-name');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  const DATA = {
    'liste.csv': 'nom,état\nUn,ouvert\nDeux,fermé\n',
    'liste.schema.json': JSON.stringify({
      fields: [{ name: 'nom' }, { name: 'état', constraints: { enum: ['ouvert', 'fermé'] } }],
    }),
    'dates.ics': 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n',
  };

  test.each([
    ['with JavaScript', true],
    ['without', false],
  ])(
    'changes a table and a calendar from a phone, %s, with a picture, in one change',
    async (_, javaScriptEnabled) => {
      await using site = await contributing(DATA);
      const page = await open({ viewport: phone, javaScriptEnabled });
      const isAccessible = async () => {
        // Its rules are scripts themselves.
        if (!javaScriptEnabled) return;
        expect(await accessibilityFaults(page)).toEqual([]);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(phone.width);
      };
      await page.goto(`${site.origin}/-/table/liste.csv`);
      await page.locator('a[href="/-/edit/liste.csv"]').click();
      await page.getByLabel('état, 3').selectOption('ouvert');
      await page.getByLabel('nom, nouvelle').fill('Trois');
      await isAccessible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await page.getByRole('button', { name: 'Modifier aussi d’autres pages' }).click();
      await page.getByLabel('Une autre page').fill('dates.ics');
      await page.getByRole('button', { name: 'Modifier cette page' }).click();
      await page.getByLabel('Titre').fill('Atelier');
      await page.getByLabel('Jour', { exact: true }).fill('2027-03-04');
      await page.getByLabel('De', { exact: true }).fill('14:00');
      await isAccessible();
      await page.getByRole('button', { name: 'Garder avec la modification' }).click();
      const svg = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>';
      await page
        .getByLabel('Une image ou un document')
        .setInputFiles({ name: 'Un dessin.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) });
      await page.getByRole('button', { name: 'Ajouter ce fichier' }).click();
      await page.getByText('un-dessin.svg').first().waitFor();
      await isAccessible();
      await page.getByLabel('En une ligne').fill(ADA.reason);
      await page.getByLabel('Votre nom').fill(ADA.name);
      await page.getByLabel('Votre adresse').fill(ADA.address);
      await page.getByRole('button', { name: 'Envoyer la modification' }).click();
      await page.getByRole('heading', { name: 'Regardez vos messages' }).waitFor();
      await page.goto(site.origin + (await site.link(ADA.address)));
      await page.getByRole('button', { name: 'L’envoyer' }).click();
      const [mail = ''] = await site.deliver();
      expect(mail).toMatch(/3 files changed/);
      expect(mail).toContain('+Trois,');
      expect(mail).toContain('+SUMMARY:Atelier');
    },
  );
});
