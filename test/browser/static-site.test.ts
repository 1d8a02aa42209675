import { beforeAll, describe, expect, test } from 'vitest';
import { type Built, built, hosted } from '../support/built.ts';
import { hasChromium, withChromium } from '../support/chromium.ts';
import { example } from '../support/example.ts';
import { isBuilt } from '../support/greffe.ts';

describe.skipIf(!isBuilt || !hasChromium)('a site of files', () => {
  const open = withChromium();
  let site: Built;
  beforeAll(async () => {
    site = await built(await example(), []);
  }, 120_000);

  test('is found by its words, in the language of the page', async () => {
    await using host = await hosted(site.out);
    const page = await open();
    const faults: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
    await page.goto(`${host.origin}/en/guides/publier-son-code.html`);
    await page.fill('header input[name="q"]', 'licence');
    await page.press('header input[name="q"]', 'Enter');
    await expect.poll(() => page.textContent('#search\\:results [role="status"]')).toMatch(/\d+ results?/);
    expect(await page.inputValue('.search-page input[name="q"]')).toBe('licence');
    const first = page.locator('.search-results a').first();
    expect(await first.getAttribute('href')).toMatch(/\.html$|\/$/);
    await first.click();
    expect(await page.locator('main h1').count()).toBe(1);
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(faults).toEqual([]);
  }, 30_000);

  test('shows what an address asks for, in its field and its results', async () => {
    await using host = await hosted(site.out);
    const page = await open();
    await page.goto(`${host.origin}/-/search.html?q=licence`);
    await expect.poll(() => page.textContent('#search\\:results [role="status"]')).toMatch(/\d+ résultats?/);
    expect(await page.inputValue('.search-page input[name="q"]')).toBe('licence');
    await expect.poll(() => page.locator('.search-results li').count()).toBeGreaterThan(0);
    const excerpts = await page.locator('.search-results p').allTextContents();
    expect(excerpts.filter((excerpt) => /#(?:\s|$)/.test(excerpt))).toEqual([]);
    const found = await page
      .locator('.search-results a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(found.filter((href) => href?.includes('/row-'))).toEqual([]);
  });

  test('is read without script, and breaks no rule of its own policy', async () => {
    await using host = await hosted(site.out);
    const page = await open({ javaScriptEnabled: false });
    const faults: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
    await page.goto(`${host.origin}/`);
    await page.click('main a[href$=".html"] >> nth=0');
    expect(await page.locator('main h1').count()).toBe(1);
    await page.goto(`${host.origin}/-/search.html`);
    expect(await page.textContent('noscript')).toContain('JavaScript');
    expect(faults).toEqual([]);
  });

  test('says so where there is no page, whatever the depth', async () => {
    await using host = await hosted(site.out);
    const page = await open();
    const answer = await page.goto(`${host.origin}/a/b/c/none`);
    expect(answer?.status()).toBe(404);
    await page.click('main a.button');
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('leads on from an old name', async () => {
    await using host = await hosted(site.out);
    const page = await open();
    await page.goto(`${host.origin}/guides/publier.html`);
    await page.waitForURL(`${host.origin}/guides/publier-son-code.html`);
  });
});
