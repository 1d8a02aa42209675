import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { accessibilityFaults } from '../support/axe.ts';
import { hasChromium, withChromium } from '../support/chromium.ts';
import { contributing } from '../support/contributing.ts';
import { LIST_FILES } from '../support/mail.ts';
import { loopbackProvider } from '../support/openid.ts';

describe.skipIf(!hasChromium)('an OpenID provider', () => {
  const open = withChromium();

  test('signs in without a script, leads back to where one was, and signs out too', async () => {
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    await using provider = await loopbackProvider({ site: origin });
    const files = { 'greffe.yml': `url: ${origin}\n${LIST_FILES['greffe.yml']}` };
    await using site = await contributing(files, { port, openId: provider.settings });
    const page = await open({ javaScriptEnabled: false });
    await page.goto(`${site.origin}/-/sign-in?return=/guides/faq`);
    await page.getByRole('button', { name: 'Se connecter avec Annuaire' }).click();
    await page.waitForURL(`${origin}/guides/faq`);

    await page.goto(`${origin}/-/account`);
    await page.getByText('Connexion au nom de ada@example.org').waitFor();
    await page.getByRole('button', { name: 'Me déconnecter', exact: true }).click();
    await page.waitForURL(/\/session\/end/);
    await page.getByRole('button', { name: 'Yes' }).click();
    await page.waitForURL(/\/-\/signed-out/);
    await page.getByRole('heading', { name: 'Déconnexion faite' }).waitFor();
    await page.goto(`${origin}/-/account`);
    await page.getByRole('heading', { name: 'Connexion' }).waitFor();
  });

  test('that is away says so on an accessible page', async () => {
    const provider = await loopbackProvider();
    await provider.stop();
    await using site = await contributing({}, { openId: provider.settings });
    const page = await open();
    await page.goto(`${site.origin}/-/sign-in?lang=en`);
    await page.getByRole('button', { name: 'Sign in with Annuaire' }).click();
    await page.getByRole('heading', { name: 'Annuaire does not answer' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
