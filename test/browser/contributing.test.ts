import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFaults } from '../support/axe.ts';
import { hasChromium, phone, withChromium } from '../support/chromium.ts';
import { ADA, type Contributing, contributing } from '../support/contributing.ts';

describe.skipIf(!hasChromium)('somebody who knows no Git', () => {
  const open = withChromium();

  /** The text, as the form sends it. */
  const typed = (page: Page) => page.locator('textarea[name="text"]').inputValue();

  /** Mends the page and sends it, up to the mail that asks to confirm. */
  async function mend(page: Page, site: Contributing, hasEditor = true): Promise<void> {
    await page.goto(`${site.origin}/guides/faq`);
    await page.getByRole('link', { name: 'Améliorer cette page' }).click();
    // The editor takes the place of the field
    if (hasEditor) await page.locator('.cm-editor').waitFor();
    const field = page.getByRole('textbox', { name: 'Texte', exact: true });
    await field.fill((await typed(page)).replace('20 jours', '30 jours'));
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
    await mend(page, site, javaScriptEnabled);
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
    await page.getByRole('toolbar').waitFor();
    await page.getByRole('textbox', { name: 'Texte', exact: true }).press('Control+End');
    await page.keyboard.type('Une phrase **de plus**.');
    expect(await page.locator('.edit-preview strong').textContent()).toBe('de plus');
  });

  test('finds again what they had typed, until it is sent', async () => {
    await using site = await contributing();
    const page = await open();
    const address = `${site.origin}/-/edit/guides/faq.md`;
    await page.goto(address);
    await page.locator('.cm-editor').waitFor();
    await page
      .getByRole('textbox', { name: 'Texte', exact: true })
      .fill('# Questions\n\nTout autre chose.\n');
    await page.goto(address);
    await page.getByRole('button', { name: 'Le reprendre' }).click();
    expect(await typed(page)).toContain('Tout autre chose.');
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

  test('writes with the buttons and keys of an editor, which Tab leaves', async () => {
    await using site = await contributing();
    const page = await open({ viewport: phone });
    await page.goto(`${site.origin}/-/edit/guides/neuf.md?lang=en`);
    await page.getByRole('toolbar').waitFor();
    const field = page.getByRole('textbox', { name: 'Text' });
    await field.click();
    await page.keyboard.type('- one\ntwo\n\n\nIt is ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('bold');
    await page.keyboard.press('Control+End');
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    await page.getByLabel('Words of the link').fill('the [FAQ]');
    await page.getByLabel('Address', { exact: true }).fill('/guides/faq');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await page.getByLabel('Columns').fill('2');
    await page.getByLabel('Rows').fill('1');
    await page.getByRole('button', { name: 'Insert' }).click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await typed(page)).toBe(
      '- one\n- two\n\nIt is **bold**[the \\[FAQ\\]](/guides/faq)\n\n| Title 1 | Title 2 |\n| ------- | ------- |\n|         |         |\n',
    );
    await field.focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Add a picture');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('keeps to a plain field where they prefer it, with the same buttons', async () => {
    await using site = await contributing();
    const page = await open();
    const address = `${site.origin}/-/edit/guides/faq.md?lang=en`;
    await page.goto(address);
    await page.getByRole('button', { name: 'Plain field' }).click();
    await page.goto(address);
    const field = page.getByLabel('Text', { exact: true });
    await field.fill('word');
    await field.selectText();
    await page.getByRole('button', { name: 'Bold' }).click();
    expect(await field.inputValue()).toBe('**word**');
    await page.getByRole('button', { name: 'Field with colours' }).click();
    await page.getByRole('textbox', { name: 'Text' }).press('End');
    await page.keyboard.type('!');
    expect(await typed(page)).toMatch(/!/);
  });

  test.each([
    ['with JavaScript, where they are in the text', true],
    ['without, at its end', false],
  ])('adds a picture to a text, %s', async (_, javaScriptEnabled) => {
    await using site = await contributing();
    const page = await open({ viewport: phone, javaScriptEnabled });
    await page.goto(`${site.origin}/-/edit/guides/faq.md?lang=en`);
    if (javaScriptEnabled) {
      await page.getByRole('textbox', { name: 'Text' }).press('Control+Home');
      await page.getByRole('button', { name: 'Picture', exact: true }).click();
    } else await page.getByText('Add a picture or a document to the text').click();
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>';
    const upload = page.getByLabel('A picture or a document');
    await upload.setInputFiles({ name: 'x.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('no') });
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.getByText('The file is not what its name says').waitFor();
    if (javaScriptEnabled) await page.getByRole('textbox', { name: 'Text' }).press('Control+Home');
    await upload.setInputFiles({
      name: 'Un dessin.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from(svg),
    });
    await page.getByLabel('What it shows').fill('A drawing');
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.waitForURL(/\/-\/contribution\//);
    const text = await typed(page);
    const line = '![A drawing](un-dessin.svg)';
    if (!javaScriptEnabled) return expect(text.endsWith(`\n\n${line}\n`)).toBe(true);
    expect(text.startsWith(line)).toBe(true);
    await page.keyboard.type(' after');
    expect(await typed(page)).toContain(`${line} after`);
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
