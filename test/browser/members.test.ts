import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFaults } from '../support/axe.ts';
import { hasChromium, phone, withChromium } from '../support/chromium.ts';
import { type Contributing, contributing } from '../support/contributing.ts';
import { mailsOf } from '../support/held.ts';
import { grantIn } from '../support/members.ts';

const MAINTAINER = 'camille@office.example';

describe.skipIf(!hasChromium)('members', () => {
  const open = withChromium();

  async function signIn(page: Page, site: Contributing, address: string): Promise<void> {
    await page.goto(`${site.origin}/-/sign-in`);
    await page.getByLabel('Adresse').fill(address);
    await page.getByRole('button', { name: 'M’envoyer un lien' }).click();
    await page.getByText(address).first().waitFor();
    const mails = (await mailsOf(site.wiki.database)).filter(({ recipient }) => recipient === address);
    const link = mails.flatMap(({ text }) => /wiki\.example(\/-\/sign-in\/\w+)/.exec(text)?.[1] ?? []).at(-1);
    await page.goto(site.origin + link);
    await page.getByRole('button', { name: 'Me connecter' }).click();
    await page.getByRole('heading', { name: 'Votre compte' }).waitFor();
  }

  test('ask for write access without a script, get it, and make a token: each page is accessible', async () => {
    await using site = await contributing();
    const page = await open({ viewport: phone, javaScriptEnabled: false });
    await signIn(page, site, 'ada@example.org');
    await page.getByLabel('Votre nom').fill('Ada Exemple');
    await page.getByLabel('Pourquoi vous le demandez').fill('J’écris souvent.');
    await page.getByRole('button', { name: 'Demander un accès en écriture' }).click();
    await page.getByText('Vous avez demandé un accès').waitFor();

    const maintainer = await open();
    await signIn(maintainer, site, MAINTAINER);
    expect(await accessibilityFaults(maintainer)).toEqual([]);
    await maintainer.getByRole('link', { name: 'Membres' }).click();
    await maintainer.getByText('J’écris souvent.').waitFor();
    expect(await accessibilityFaults(maintainer)).toEqual([]);
    await maintainer.getByRole('button', { name: 'Accorder' }).click();
    await maintainer.getByText('Personne n’attend de réponse.').waitFor();

    await page.goto(`${site.origin}/-/account`);
    await page.getByLabel('À quoi il sert').fill('portable');
    await page.getByRole('button', { name: 'Créer un jeton' }).click();
    expect(await page.locator('.member-token code').textContent()).toMatch(/^[a-z2-7]{26}$/);
    await page.getByRole('button', { name: 'Me déconnecter', exact: true }).click();
    await page.getByRole('heading', { name: 'Déconnexion faite' }).waitFor();
  });

  test.each([
    [true, 'fr'],
    [false, 'en'],
  ] as const)('add a key of SSH and remove it (script: %s, in %s)', async (javaScriptEnabled, lang) => {
    await using site = await contributing();
    await grantIn(site, MAINTAINER, 'committer');
    const page = await open({ viewport: phone, javaScriptEnabled });
    const isAccessible = async () =>
      expect(javaScriptEnabled ? await accessibilityFaults(page) : []).toEqual([]);
    await signIn(page, site, MAINTAINER);
    await page.goto(`${site.origin}/-/account?lang=${lang}`);
    const [key, add, remove, fault] = {
      fr: ['Votre clé publique', 'Ajouter cette clé', 'Supprimer la clé SSH', 'C’est une clé privée'],
      en: ['Your public key', 'Add this key', 'Remove the SSH key', 'This is a private key'],
    }[lang] as [string, string, string, string];
    await page.getByLabel(key).fill('-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0');
    await page.getByRole('button', { name: add }).click();
    await page.getByRole('alert').getByText(fault).waitFor();
    expect(await page.getByLabel(key).inputValue()).toBe('');
    await isAccessible();
    await page
      .getByLabel(key)
      .fill('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f portable');
    await page.getByRole('button', { name: add }).click();
    await page.getByText(/SHA256:[A-Za-z0-9+/]{43}/).waitFor();
    await isAccessible();
    await page.getByRole('button', { name: `${remove} portable` }).click();
    await page.getByText('SHA256:').waitFor({ state: 'detached' });
  });

  test.each([true, false])(
    'give a role in a part of the wiki, read the trail and erase their data (script: %s)',
    async (javaScriptEnabled) => {
      await using site = await contributing();
      await grantIn(site, MAINTAINER, 'administrator');
      const page = await open({ javaScriptEnabled });
      // What looks at a page is a script of its own.
      const isAccessible = async () =>
        expect(javaScriptEnabled ? await accessibilityFaults(page) : []).toEqual([]);
      await signIn(page, site, MAINTAINER);
      await page.getByRole('link', { name: 'Membres' }).click();
      await page.getByText('Donner un rôle').click();
      await page.getByLabel('Son adresse de courriel').fill('ada@example.org');
      await page.getByLabel('Son nom').fill('Ada Exemple');
      await page.getByLabel('Seulement ces fichiers').fill('guides/**');
      await isAccessible();
      await page.getByRole('button', { name: 'Donner ce rôle' }).click();
      await page.getByText('seulement guides/**').waitFor();
      await page.getByRole('link', { name: 'à filtrer et à télécharger' }).click();
      await page.getByLabel('Quoi').selectOption('grant');
      await page.getByRole('button', { name: 'Voir' }).click();
      await page.getByText('committer [guides/**]').waitFor();
      await isAccessible();

      await page.goto(`${site.origin}/-/account`);
      await isAccessible();
      await page.getByRole('link', { name: 'les emporter ou les effacer' }).click();
      await page.getByText('seul·e à administrer').waitFor();
      await isAccessible();
      await page.getByLabel('Laisser le wiki sans personne').check();
      await page.getByLabel('Pour confirmer').fill(MAINTAINER);
      await page.getByRole('button', { name: 'Effacer mes données' }).click();
      await page.getByRole('heading', { name: 'Vos données sont effacées' }).waitFor();
      await page.goto(`${site.origin}/-/account`);
      expect(page.url()).toContain('/-/sign-in');
    },
  );
});
