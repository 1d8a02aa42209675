import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, phone, withChromium } from '../support/chromium.ts';
import { type ServedKinds, servedKinds } from '../support/kinds.ts';

describe.skipIf(!hasChromium)('without JavaScript', () => {
  const open = withChromium();
  let kinds: ServedKinds;
  beforeAll(async () => {
    kinds = await servedKinds();
  });
  afterAll(() => kinds[Symbol.asyncDispose]());

  test('every kind of page has its title and its text', async () => {
    const page = await open({ javaScriptEnabled: false });
    for (const { name, url } of kinds.addresses('fr')) {
      await page.goto(url);
      expect.soft(await page.locator('h1').count(), name).toBe(1);
      expect.soft((await page.locator('main').textContent())?.length, name).toBeGreaterThan(60);
    }
  });

  test('the navigation and the contents are there on a wide screen', async () => {
    const page = await open({ javaScriptEnabled: false });
    await page.goto(`${kinds.site.origin}/guides/ecrire-dans-ce-wiki`);
    expect(await page.locator('.site-navigation a').first().isVisible()).toBe(true);
    expect(await page.locator('.contents a').first().isVisible()).toBe(true);
  });

  test('the menu and the contents open on a phone', async () => {
    const page = await open({ javaScriptEnabled: false, viewport: phone });
    await page.goto(`${kinds.site.origin}/guides/ecrire-dans-ce-wiki`);
    for (const fold of ['.site-navigation', '.contents']) {
      expect(await page.locator(`${fold} a`).first().isVisible()).toBe(false);
      await page.locator(`${fold} summary`).click();
      expect(await page.locator(`${fold} a`).first().isVisible()).toBe(true);
    }
  });

  test('a diagram is read as its text, a formula and code as they are', async () => {
    const page = await open({ javaScriptEnabled: false });
    await page.goto(`${kinds.site.origin}/guides/ecrire-dans-ce-wiki`);
    expect(await page.locator('figure.diagram').textContent()).toMatch(/graph|flowchart|sequenceDiagram/);
    expect(await page.locator('math').first().isVisible()).toBe(true);
    expect(await page.locator('.copy').count()).toBe(0);
  });

  test('a wiki that is being prepared asks again by itself', async () => {
    const page = await open({ javaScriptEnabled: false });
    const { url } = kinds.addresses('fr').find(({ name }) => name === 'preparing') as { url: string };
    await page.goto(url);
    const again = page.waitForRequest((request) => request.isNavigationRequest(), { timeout: 6_000 });
    expect((await again).url()).toBe(url);
  });
});
