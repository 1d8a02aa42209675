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
});
