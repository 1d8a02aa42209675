import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desktop, hasChromium, narrow, withChromium } from '../support/chromium.ts';
import { type ServedKinds, servedKinds } from '../support/kinds.ts';

const screens = { desktop, narrow };

describe.skipIf(!hasChromium)('every kind of page', () => {
  const open = withChromium();
  let kinds: ServedKinds;
  beforeAll(async () => {
    kinds = await servedKinds();
  });
  afterAll(() => kinds[Symbol.asyncDispose]());

  test.each([
    ['fr', 'light', 'desktop'],
    ['fr', 'dark', 'narrow'],
    ['en', 'dark', 'desktop'],
    ['en', 'light', 'narrow'],
  ] as const)(
    'in %s, %s, %s: has no accessibility fault, fits its screen, and the browser complains of nothing',
    async (language, colorScheme, screen) => {
      const page = await open({ locale: language, colorScheme, viewport: screens[screen] });
      const complaints = complaintsOf(page);
      for (const { name, url } of kinds.addresses(language)) {
        await page.goto(url, { waitUntil: 'load' });
        expect.soft(await violations(page), name).toEqual([]);
        expect.soft(await overflow(page), name).toEqual([]);
        expect.soft(complaints.splice(0), name).toEqual([]);
        expect.soft(await page.getAttribute('html', 'lang'), name).toBe(language);
      }
    },
    120_000,
  );
});

/** What axe finds, in a line each. */
async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: page as never }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target} ${html}`.slice(0, 250)),
  );
}

/** What stands out of the page to the right. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

/** Errors on the console, exceptions and refusals of the policy; a page that is an error may be one. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    if (message.text().startsWith('Failed to load resource') && message.location().url === page.url()) return;
    complaints.push(message.text());
  });
  return complaints;
}
