import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { auditTrail } from '../../src/store/members.ts';
import { passkeysOf } from '../../src/store/passkeys.ts';
import { addAuthenticator } from '../support/authenticator.ts';
import { accessibilityFaults } from '../support/axe.ts';
import { hasChromium, phone, withChromium } from '../support/chromium.ts';
import { type Contributing, contributing } from '../support/contributing.ts';
import { mailsOf } from '../support/held.ts';
import { LIST_FILES } from '../support/mail.ts';
import { newSignInLink } from '../support/members.ts';

const ADA = 'ada@example.org';

/** A wiki at the address at which browsers see it: passkeys are bound to that. */
const here = () => contributing({ 'greffe.yml': LIST_FILES['greffe.yml'] });

describe.skipIf(!hasChromium)('passkeys', () => {
  const open = withChromium();

  async function signInByMail(page: Page, site: Contributing): Promise<void> {
    await page.goto(site.origin + (await newSignInLink(site, ADA)));
    await page.getByRole('button', { name: 'Me connecter' }).click();
    await page.getByRole('heading', { name: 'Votre compte' }).waitFor();
  }

  async function addPasskey(page: Page, name: string): Promise<void> {
    await page.getByLabel('Son nom').fill(name);
    await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
  }

  const signOut = (page: Page) => page.getByRole('button', { name: 'Me déconnecter', exact: true }).click();

  async function signInByPasskey(page: Page, site: Contributing): Promise<void> {
    await page.goto(`${site.origin}/-/sign-in`);
    await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).click();
  }

  const account = (page: Page) => page.getByRole('heading', { name: 'Votre compte' }).waitFor();

  test('are added on the account, told by mail, sign in without an address, and are removed', async () => {
    await using site = await here();
    const page = await open({ viewport: phone });
    const device = await addAuthenticator(page);
    await signInByMail(page, site);
    await addPasskey(page, 'Téléphone');
    await page.getByText('Téléphone, ajoutée le').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await device.count()).toBe(1);
    const mails = await mailsOf(site.wiki.database);
    expect(mails.some(({ recipient, text }) => recipient === ADA && text.includes('supprimez-la sur'))).toBe(
      true,
    );

    await signOut(page);
    await page.goto(`${site.origin}/-/sign-in`);
    expect(await accessibilityFaults(page)).toEqual([]);
    await signInByPasskey(page, site);
    await account(page);
    expect(await page.getByText(`Connexion au nom de ${ADA}`).count()).toBe(1);
    await page.getByRole('button', { name: 'Supprimer' }).click();
    await page.getByText('Téléphone').waitFor({ state: 'detached' });

    await signOut(page);
    await signInByPasskey(page, site);
    await page.getByRole('heading', { name: 'Cette clé d’accès n’a pas permis la connexion' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const noted = (await auditTrail(site.wiki.database.reader, { limit: 10 })).map(
      ({ what, detail }) => `${what} ${detail}`,
    );
    expect(noted).toEqual([
      'sign-out ',
      'passkey-removed Téléphone',
      'sign-in passkey',
      'sign-out ',
      'passkey-added Téléphone',
      'sign-in mail',
    ]);
  });

  test('lead back to where one was', async () => {
    await using site = await here();
    const page = await open();
    await addAuthenticator(page);
    await signInByMail(page, site);
    await addPasskey(page, 'Téléphone');
    await page.getByText('Téléphone, ajoutée le').waitFor();
    await signOut(page);
    await page.goto(`${site.origin}/-/sign-in?return=/guides/faq`);
    await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).click();
    await page.waitForURL(`${site.origin}/guides/faq`);
  });

  test('are not made twice by one device', async () => {
    await using site = await here();
    const page = await open();
    await addAuthenticator(page);
    await signInByMail(page, site);
    await addPasskey(page, 'Un');
    await page.getByText('Un, ajoutée le').waitFor();
    await addPasskey(page, 'Deux');
    await page.getByText('Cet appareil a déjà une clé d’accès').waitFor();
    expect(await passkeysOf(site.wiki.database.reader, ADA)).toHaveLength(1);
  });

  test('are refused by a device whose holder does not prove who they are', async () => {
    await using site = await here();
    const page = await open();
    const device = await addAuthenticator(page);
    await signInByMail(page, site);
    await addPasskey(page, 'Téléphone');
    await page.getByText('Téléphone, ajoutée le').waitFor();
    await signOut(page);
    await device.verifies(false);
    await signInByPasskey(page, site);
    await page.getByText('Votre appareil n’a pas donné de clé d’accès').waitFor();
    expect(await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).isEnabled()).toBe(
      true,
    );
  });

  test('of which there is a copy are refused, and that is noted', async () => {
    await using site = await here();
    const page = await open();
    const device = await addAuthenticator(page);
    await signInByMail(page, site);
    await addPasskey(page, 'Téléphone');
    await page.getByText('Téléphone, ajoutée le').waitFor();
    const thief = await open();
    const copy = await addAuthenticator(thief);
    await device.copyTo(copy);
    await signOut(page);
    for (let time = 0; time < 2; time++) {
      await signInByPasskey(page, site);
      await account(page);
      await signOut(page);
    }
    await signInByPasskey(thief, site);
    await thief.getByText('il en existe peut-être une copie').waitFor();
    const [entry] = await auditTrail(site.wiki.database.reader, { limit: 1 });
    expect(entry).toMatchObject({ who: ADA, what: 'passkey-copied', detail: 'Téléphone' });
  });

  test('what a device signed is good once, and in the browser that asked for it', async () => {
    await using site = await here();
    const page = await open();
    await addAuthenticator(page);
    await signInByMail(page, site);
    await addPasskey(page, 'Téléphone');
    await page.getByText('Téléphone, ajoutée le').waitFor();
    await signOut(page);
    const [request] = await Promise.all([
      page.waitForRequest((one) => one.url().endsWith('/-/sign-in/passkey')),
      signInByPasskey(page, site),
    ]);
    await account(page);
    const headers = await request.allHeaders();
    const again = (cookie: string) =>
      site.ask('/-/sign-in/passkey', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
        body: request.postData() ?? '',
      });
    expect((await again(headers.cookie ?? '')).status).toBe(400);
    const asked = await site.press('/-/sign-in/passkey/options', {});
    const other = String(asked.headers['set-cookie']).split(';', 1)[0] ?? '';
    const reply = await again(other);
    expect(reply.status).toBe(403);
    expect(String(reply.headers['set-cookie'])).not.toMatch(/greffe=/);
  });

  test('are not offered without a script', async () => {
    await using site = await here();
    const page = await open({ javaScriptEnabled: false });
    await signInByMail(page, site);
    expect(await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).count()).toBe(0);
    await signOut(page);
    await page.goto(`${site.origin}/-/sign-in`);
    expect(await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'M’envoyer un lien' }).count()).toBe(1);
  });

  test('work where the browser cannot read and write their options by itself', async () => {
    await using site = await here();
    const page = await open();
    await page.addInitScript(() => {
      const { PublicKeyCredential } = globalThis as unknown as {
        PublicKeyCredential: Record<string, unknown> & { prototype: Record<string, unknown> };
      };
      PublicKeyCredential.parseCreationOptionsFromJSON = undefined;
      PublicKeyCredential.parseRequestOptionsFromJSON = undefined;
      delete PublicKeyCredential.prototype.toJSON;
    });
    await addAuthenticator(page);
    await signInByMail(page, site);
    await addPasskey(page, 'Téléphone');
    await page.getByText('Téléphone, ajoutée le').waitFor();
    await signOut(page);
    await signInByPasskey(page, site);
    await account(page);
  });
});
