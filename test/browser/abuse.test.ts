import { describe, expect, test } from 'vitest';
import { accessibilityFaults } from '../support/axe.ts';
import { hasChromium, phone, withChromium } from '../support/chromium.ts';
import { contributing } from '../support/contributing.ts';
import { signInLink } from '../support/members.ts';

const MAINTAINER = 'camille@office.example';

describe.skipIf(!hasChromium)('a maintainer', () => {
  const open = withChromium();

  test('undoes all of an address, and blocks it: each page is accessible', async () => {
    await using site = await contributing();
    const spam = { 'guides/faq.md': '# Questions\n\nUn casino en ligne.\n' };
    await site.repository.commit('Corrige la FAQ', spam, { author: 'Eve Exemple <eve@example.org>' });
    await site.wiki.update();
    await site.press('/-/sign-in', { address: MAINTAINER });
    const link = await signInLink(site, MAINTAINER);

    const page = await open({ viewport: phone });
    await page.goto(site.origin + link);
    await page.getByRole('button', { name: 'Me connecter' }).click();
    await page.goto(`${site.origin}/-/members`);
    await page.getByRole('link', { name: 'Annuler tout' }).click();
    await page.getByLabel('Adresse').fill('eve@example.org');
    await page.getByRole('button', { name: 'Montrer' }).click();
    await page.getByRole('heading', { name: 'Commits à reprendre' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Pourquoi').fill('publicité');
    await page.getByLabel('Bloquer aussi cette adresse').check();
    await page.getByRole('button', { name: 'Annuler ce qui est coché' }).click();
    await page.getByRole('heading', { name: 'C’est annulé' }).waitFor();
    await page.goto(`${site.origin}/guides/faq`);
    await page.getByText('Le délai est de 20 jours.').waitFor();

    await page.goto(`${site.origin}/-/members/blocked`);
    await page.locator('.member-list').getByText('eve@example.org').waitFor();
    await page.getByLabel('Sorte').selectOption('network');
    await page.getByLabel('Quoi', { exact: true }).fill('0.0.0.0/0');
    await page.locator('main').getByRole('button', { name: 'Bloquer', exact: true }).click();
    await page.getByText('Cela bloquerait tout le monde').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
