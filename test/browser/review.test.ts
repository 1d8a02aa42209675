import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFaults } from '../support/axe.ts';
import { hasChromium, phone, withChromium } from '../support/chromium.ts';
import type { Contributing } from '../support/contributing.ts';
import { signInLink } from '../support/members.ts';
import { proposedByAda } from '../support/reviewing.ts';

const MAINTAINER = 'camille@office.example';

describe.skipIf(!hasChromium)('a proposal is reviewed in the browser', () => {
  const open = withChromium();

  async function signIn(page: Page, site: Contributing, address: string): Promise<void> {
    await page.goto(`${site.origin}/-/sign-in`);
    await page.getByLabel('Adresse').fill(address);
    await page.getByRole('button', { name: 'M’envoyer un lien' }).click();
    await page.getByText(address).first().waitFor();
    await page.goto(site.origin + (await signInLink(site, address)));
    await page.getByRole('button', { name: 'Me connecter' }).click();
    await page.getByRole('heading', { name: 'Votre compte' }).waitFor();
  }

  test('by keyboard: another wording is suggested, accepted without a script, and looked at again', async () => {
    const { site, link } = await proposedByAda();
    await using _ = site;
    const reviewer = await open();
    await signIn(reviewer, site, MAINTAINER);
    await reviewer.getByRole('link', { name: 'Vos propositions à suivre' }).press('Enter');
    await reviewer.getByText('Nouvelle', { exact: true }).waitFor();
    expect(await accessibilityFaults(reviewer)).toEqual([]);
    await reviewer.getByRole('link', { name: 'faq : 30 jours' }).press('Enter');
    await reviewer.getByRole('link', { name: 'Commenter ce passage (ligne 3)' }).waitFor();
    expect(await accessibilityFaults(reviewer)).toEqual([]);
    await reviewer.getByRole('link', { name: 'Source' }).press('Enter');
    await reviewer.getByRole('link', { name: 'Commenter la ligne 3' }).last().press('Enter');
    await reviewer.getByRole('heading', { name: 'Commenter guides/faq.md, ligne 3' }).waitFor();
    expect(await accessibilityFaults(reviewer)).toEqual([]);
    await reviewer.getByLabel('Votre commentaire').fill('En toutes lettres, c’est plus lisible.');
    await reviewer.getByLabel('La formulation que vous proposez').fill('Le délai est de trente jours.');
    await reviewer.getByLabel('Votre nom').fill('Camille Relit');
    await reviewer.getByRole('button', { name: 'Envoyer' }).press('Enter');
    await reviewer.getByText('part vers la liste').waitFor();
    await site.deliver();

    const author = await open({ viewport: phone, javaScriptEnabled: false });
    await author.goto(site.origin + link);
    await author.getByRole('heading', { name: 'Par Camille Relit' }).waitFor();
    await reviewer.goto(site.origin + link);
    expect(await accessibilityFaults(reviewer)).toEqual([]);
    await author.getByRole('button', { name: 'L’accepter' }).press('Enter');
    await author.getByText('en route vers la liste').waitFor();
    await site.deliver();

    await reviewer.goto(`${site.origin}/-/proposals/mine`);
    await reviewer.getByText('Nouvelle version', { exact: true }).waitFor();
    await reviewer.getByRole('link', { name: 'faq : 30 jours' }).press('Enter');
    await reviewer.getByRole('link', { name: 'Ce qui a changé depuis la version 1' }).press('Enter');
    await reviewer.getByRole('heading', { name: 'De la version 1 à la version 2' }).waitFor();
    expect(await reviewer.locator('ins').first().textContent()).toContain('trente');

    await reviewer.goto(`${site.origin}/-/proposals/`);
    await reviewer.locator('summary', { hasText: 'Filtrer' }).press('Enter');
    await reviewer.getByLabel('Modifie le fichier ou le dossier').fill('sources');
    await reviewer.getByRole('button', { name: 'Les afficher' }).press('Enter');
    await reviewer.getByText('Il n’y en a pas.').waitFor();
    expect(await accessibilityFaults(reviewer)).toEqual([]);
  });
});
