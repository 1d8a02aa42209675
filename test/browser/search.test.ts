import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, phone, withChromium } from '../support/chromium.ts';
import { example } from '../support/example.ts';
import { type Served, served } from '../support/served.ts';

describe.skipIf(!hasChromium)('the search in the header', () => {
  const open = withChromium();
  let site: Served;
  beforeAll(async () => {
    site = await served(await example());
  });
  afterAll(() => site[Symbol.asyncDispose]());

  /** The field, in which two letters were typed, once there is something to choose. */
  const typed = async (page: Page, letters = 'li') => {
    await page.goto(`${site.origin}/politique/faq`);
    const field = page.locator('header').getByRole('combobox');
    await field.pressSequentially(letters);
    await page.getByRole('option').first().waitFor();
    return field;
  };

  test('suggests pages from the second letter, as a list of options that the field controls', async () => {
    const page = await open({ locale: 'fr' });
    await page.goto(`${site.origin}/politique/faq`);
    const field = page.locator('header').getByRole('combobox');
    expect(await field.getAttribute('aria-expanded')).toBe('false');
    const asked = page.waitForRequest((request) => request.url().includes('/-/search/suggestions'));
    await field.press('l');
    await field.press('i');
    expect(new URL((await asked).url()).searchParams.get('q')).toBe('li');
    await page.getByRole('option').first().waitFor();
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    const list = page.getByRole('listbox');
    expect(await list.getAttribute('id')).toBe(await field.getAttribute('aria-controls'));
    expect(await list.getAttribute('aria-label')).toBeTruthy();
    expect(await field.getAttribute('aria-activedescendant')).toBeNull();
  });

  test('an arrow chooses a suggestion, and Enter leads to its page', async () => {
    const page = await open({ locale: 'fr' });
    const field = await typed(page);
    await field.press('ArrowDown');
    const chosen = page.locator('[role=option][aria-selected=true]');
    expect(await chosen.count()).toBe(1);
    expect(await field.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
    const title = (await chosen.locator('span').first().textContent()) ?? '';
    await field.press('Enter');
    await page.waitForURL((url) => url.pathname !== '/politique/faq');
    expect(await page.locator('h1').textContent()).toBe(title);
  });

  test('past the last suggestion comes the text as it was typed, which Enter searches for', async () => {
    const page = await open({ locale: 'fr' });
    const field = await typed(page);
    await field.press('ArrowUp');
    expect(await page.getByRole('option').last().getAttribute('aria-selected')).toBe('true');
    await field.press('ArrowDown');
    expect(await field.getAttribute('aria-activedescendant')).toBeNull();
    await field.press('Enter');
    await page.waitForURL((url) => url.pathname === '/-/search' && url.searchParams.get('q') === 'li');
  });

  test('Escape closes the suggestions and leaves the text', async () => {
    const page = await open({ locale: 'fr' });
    const field = await typed(page);
    await field.press('Escape');
    expect(await page.getByRole('option').count()).toBe(0);
    expect(await field.getAttribute('aria-expanded')).toBe('false');
    expect(await field.inputValue()).toBe('li');
  });

  test('a suggestion is chosen by a click', async () => {
    const page = await open({ locale: 'fr' });
    await typed(page);
    const title = await page.getByRole('option').nth(1).locator('span').first().textContent();
    await page.getByRole('option').nth(1).click();
    await page.waitForURL((url) => url.pathname !== '/politique/faq');
    expect(await page.locator('h1').textContent()).toBe(title);
  });

  test('on a phone without JavaScript a link leads to the page of the search', async () => {
    const page = await open({ locale: 'fr', javaScriptEnabled: false, viewport: phone });
    await page.goto(`${site.origin}/politique/faq`);
    await page.locator('.header-search-link').click();
    await page.locator('main input[type=search]').fill('licence');
    await page.locator('main input[type=search]').press('Enter');
    const { pathname, searchParams } = new URL(page.url());
    expect([pathname, searchParams.get('q')]).toEqual(['/-/search', 'licence']);
    expect(await page.locator('main').textContent()).toMatch(/licence/i);
  });
});
