import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, withChromium } from '../support/chromium.ts';
import { example } from '../support/example.ts';
import { type Served, served } from '../support/served.ts';

describe.skipIf(!hasChromium)('the page of the API', () => {
  const open = withChromium();
  let site: Served;
  beforeAll(async () => {
    site = await served(await example());
  });
  afterAll(() => site[Symbol.asyncDispose]());

  test('shows an answer in place, with the command that asks the same', async () => {
    const page = await open();
    await page.goto(`${site.origin}/-/api?lang=en`);
    const section = page.locator('section[aria-labelledby=getTable]');
    await section.locator('input[name=filters]').fill('Critique=Oui');
    await section.locator('input[name=size]').fill('2');
    await section.locator('button[type=submit]').click();
    await section.locator('.api-status', { hasText: '200' }).waitFor();
    expect(await section.locator('.api-command code').textContent()).toBe(
      `curl '${site.origin}/-/api/v1/tables/logiciels.csv?size=2&Critique=Oui'`,
    );
    const { rows } = JSON.parse((await section.locator('.api-body').textContent()) ?? '');
    expect(rows).toHaveLength(2);
    expect(page.url()).toBe(`${site.origin}/-/api?lang=en`);
  });

  test('shows a problem in place', async () => {
    const page = await open();
    await page.goto(`${site.origin}/-/api?lang=en`);
    const section = page.locator('section[aria-labelledby=listPages]');
    await section.locator('input[name=language]').fill('français');
    await section.locator('button[type=submit]').click();
    await section.locator('.api-status.problem', { hasText: '400' }).waitFor();
    expect(await section.locator('.api-body').textContent()).toContain('a language code such as fr or en');
  });

  test('opens the answer where there is no script', async () => {
    const page = await open({ javaScriptEnabled: false });
    await page.goto(`${site.origin}/-/api`);
    await page.locator('section[aria-labelledby=listTables] button[type=submit]').click();
    expect(page.url()).toBe(`${site.origin}/-/api/v1/tables`);
    expect(await page.locator('body').textContent()).toContain('logiciels.csv');
  });
});
